import { createHash } from 'node:crypto';
import { canonicalizeJson, type JsonValue } from '../../proof/index.ts';
import type { Sql, Tx } from '../../store/index.ts';
import type { Actor, Dataset, DatasetDraft, DatasetState, Freshness, ManagedDataset, Quality } from './dataset.ts';
import { catalogueErrors } from './errors.ts';

/** A dataset as it is stored. */
export interface DatasetRow {
  id: string;
  participant: string;
  state: DatasetState;
  version: number;
  revision: number;
  draft: DatasetDraft;
  author: Actor;
  authors: string[];
  returned: string | null;
  measuring: string | null;
  measure_next: Date | null;
  quality: Quality | null;
  freshness: Freshness | null;
  updated_at: Date;
}

/** A version with what is known of its dataset now. */
export interface VersionRow extends Pick<DatasetRow, 'id' | 'participant' | 'state' | 'quality' | 'freshness'> {
  version: number;
  content: DatasetDraft;
  digest: string;
  published_at: Date;
}

const idPattern = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The UUID of a dataset's id; null when it is none. */
export function toUuid(id: string): string | null {
  return idPattern.exec(id)?.[1]?.toLowerCase() ?? null;
}

/** Whether others see and get it. */
export function isInForce({ state, version }: { state: DatasetState; version: number }): boolean {
  return version > 0 && state !== 'withdrawn';
}

/** SHA-256 that names what a version says to others: the source is the department's own affair. */
export function digestContent(id: string, participant: string, { source: _, ...content }: DatasetDraft): string {
  const text = canonicalizeJson({ id: `urn:uuid:${id}`, participant, content } as unknown as JsonValue);
  return createHash('sha256').update(text).digest('hex');
}

/** The dataset as its stewards write it now. */
export function draftOf(row: DatasetRow): Dataset {
  const { id, participant, state, version, draft, quality, freshness } = row;
  return {
    ...draft,
    id: `urn:uuid:${id}`,
    participant,
    version,
    digest: digestContent(id, participant, draft),
    state,
    publishedAt: null,
    quality,
    freshness,
  };
}

/** The dataset in a version that was published. */
export function versionOf(row: VersionRow): Dataset {
  const { id, participant, state, version, content, digest, published_at: at, quality, freshness } = row;
  return {
    ...content,
    id: `urn:uuid:${id}`,
    participant,
    version,
    digest,
    state,
    publishedAt: at.toISOString(),
    quality,
    freshness,
  };
}

/** A version of a dataset, by default the last one; null when there is none. */
export async function findVersion(
  sql: Sql | Tx,
  { participant, id, version }: { participant: string; id: string; version?: number | undefined },
): Promise<VersionRow | null> {
  const uuid = toUuid(id);
  if (uuid === null || (version !== undefined && !(Number.isInteger(version) && version > 0 && version < 2 ** 31)))
    return null;
  const [row] = await sql<VersionRow[]>`
    SELECT d.id, d.participant, d.state, d.quality, d.freshness, v.version, v.content, v.digest, v.published_at
    FROM exchange.datasets d JOIN exchange.dataset_versions v ON v.dataset = d.id
    WHERE d.id = ${uuid} AND d.participant = ${participant} AND v.version = coalesce(${version ?? null}::int, d.version)`;
  return row ?? null;
}

/** A dataset of the department, locked when `tx` is to change it. @throws CATALOGUE_DATASET_UNKNOWN */
export async function findRow(
  sql: Sql | Tx,
  { participant, id, lock = false }: { participant: string; id: string; lock?: boolean },
): Promise<DatasetRow> {
  const uuid = toUuid(id);
  const [row] = uuid
    ? await sql<DatasetRow[]>`
        SELECT id, participant, state, version, revision, draft, author, authors, returned, measuring, measure_next,
          quality, freshness, updated_at
        FROM exchange.datasets WHERE id = ${uuid} AND participant = ${participant}
        ${lock ? sql`FOR UPDATE` : sql``}`
    : [];
  if (!row) throw catalogueErrors.datasetUnknown({ id: id.slice(0, 60) });
  return row;
}

/** Everything that stewards see of a dataset. @throws CATALOGUE_DATASET_UNKNOWN */
export async function readManaged(sql: Sql | Tx, participant: string, id: string): Promise<ManagedDataset> {
  const row = await findRow(sql, { participant, id });
  const published = row.version > 0 ? await findVersion(sql, { participant, id }) : null;
  return {
    dataset: draftOf(row),
    published: published && versionOf(published),
    revision: row.revision,
    author: row.author,
    returned: row.returned,
    measuring: row.measuring,
    measuredNext: row.measure_next?.toISOString() ?? null,
  };
}
