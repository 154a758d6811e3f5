import { searchQuery } from '../../host/index.ts';
import type { Sql } from '../../store/index.ts';
import type { Dataset, DatasetFilter, Viewer } from './dataset.ts';
import { type CataloguePage, type PageParameters, readPageToken, toPage } from './page.ts';
import type { CatalogueParts } from './parts.ts';
import { type DatasetRow, draftOf, findVersion, isInForce, toUuid, type VersionRow, versionOf } from './rows.ts';

/** A dataset as others see it: where the data lie is nobody else's business. */
export type ShownDataset = Omit<Dataset, 'source'>;

/** Leaves out what is not for others. */
export function withoutSource({ source: _, ...dataset }: Dataset): ShownDataset {
  return dataset;
}

/** The condition of a filter over a content (`c`) with its words (`w`) and the dataset's row (`d`). */
export function conditionOf(sql: Sql, filter: DatasetFilter) {
  const { q, state, sharing, duty, subject, region, method, updateCycle, level, item, sensitive, kept } = filter;
  const query = q === undefined ? undefined : searchQuery(q);
  const is = (field: string, value: string | number | undefined) =>
    value === undefined ? sql`` : sql`AND c->>${field} = ${String(value)}`;
  const holdsItem = (pattern: Record<string, unknown>) =>
    sql`AND c->'items' @> ${sql.json([pattern] as Parameters<Sql['json']>[0])}`;
  return sql`
    ${query === undefined ? sql`` : sql`AND w @@ ${query}::tsquery`}
    ${state === undefined ? sql`` : sql`AND d.state = ${state}`}
    ${is('sharing', sharing)} ${is('duty', duty)} ${is('subject', subject)} ${is('updateCycle', updateCycle)}
    ${is('level', level)}
    ${region === undefined ? sql`` : sql`AND starts_with(c->>'region', ${region})`}
    ${method === undefined ? sql`` : sql`AND c->'methods' ? ${method}`}
    ${item === undefined ? sql`` : holdsItem({ name: item })}
    ${sensitive === true ? holdsItem({ sensitive: true }) : sql``}
    ${sensitive === false ? sql`AND NOT c->'items' @> '[{"sensitive": true}]'` : sql``}
    ${kept === undefined ? sql`` : sql`AND (d.freshness->>'kept')::boolean = ${kept}`}`;
}

/** Ids of datasets that a viewer sees although they are not for everybody; null when it sees all. */
async function grantedTo(parts: CatalogueParts, participant: string, viewer: Viewer): Promise<string[] | null> {
  if (viewer.slug === participant) return null;
  if (viewer.slug === null && viewer.did === null) return [];
  const ids = await parts.grantedTo(participant, viewer);
  return ids.map(toUuid).filter((id) => id !== null);
}

/** The datasets in force that a viewer may see, by id. */
export async function searchDatasets(
  parts: CatalogueParts,
  {
    participant,
    viewer,
    filter,
    page,
  }: {
    participant: string;
    viewer: Viewer;
    filter: DatasetFilter;
    page: PageParameters;
  },
): Promise<CataloguePage<Dataset>> {
  const { perPage, pageToken } = page;
  const after = readPageToken(pageToken, 1)?.[0] ?? null;
  const granted = await grantedTo(parts, participant, viewer);
  const { sql } = parts.house.store;
  const rows = await sql<VersionRow[]>`
    SELECT d.id, d.participant, d.state, d.quality, d.freshness, v.version, v.content, v.digest, v.published_at
    FROM exchange.datasets d
    JOIN exchange.dataset_versions v ON v.dataset = d.id AND v.version = d.version,
      LATERAL (SELECT v.content AS c, v.words AS w) x
    WHERE d.participant = ${participant} AND d.state <> 'withdrawn'
      AND (${granted === null} OR (c->>'level')::int < ${parts.rules.grantedOnlyFromLevel}
        OR d.id = ANY (${granted ?? []}::uuid[]))
      AND (${after}::text IS NULL OR d.id > ${toUuid(after ?? '')}::uuid)
      ${conditionOf(sql, filter)}
    ORDER BY d.id LIMIT ${perPage + 1}`;
  return toPage(rows, { perPage, keyOf: ({ id }) => [id], toEntry: versionOf });
}

/** The dataset in force as a viewer may see it; null when it may not. */
export async function showDataset(
  parts: CatalogueParts,
  { participant, id, viewer }: { participant: string; id: string; viewer: Viewer },
): Promise<Dataset | null> {
  const row = await findVersion(parts.house.store.sql, { participant, id });
  if (!row || !isInForce(row)) return null;
  if (row.content.level >= parts.rules.grantedOnlyFromLevel) {
    const granted = await grantedTo(parts, participant, viewer);
    if (granted !== null && !granted.includes(row.id)) return null;
  }
  return versionOf(row);
}

/** The department's datasets in every state, as they are written now, those changed last first. */
export async function listManaged(
  { house: { store } }: CatalogueParts,
  {
    participant,
    filter,
    page: { perPage, pageToken },
  }: {
    participant: string;
    filter: DatasetFilter;
    page: PageParameters;
  },
): Promise<CataloguePage<Dataset>> {
  const [time, last] = readPageToken(pageToken, 2) ?? [];
  const before = time !== undefined && !Number.isNaN(Date.parse(time)) ? new Date(time) : null;
  const rows = await store.sql<DatasetRow[]>`
    SELECT d.id, d.participant, d.state, d.version, d.revision, d.draft, d.author, d.authors, d.returned, d.measuring,
      d.measure_next, d.quality, d.freshness, date_trunc('milliseconds', d.updated_at) AS updated_at
    FROM exchange.datasets d, LATERAL (SELECT d.draft AS c, d.words AS w) x
    WHERE d.participant = ${participant}
      AND (${before}::timestamptz IS NULL
        OR (date_trunc('milliseconds', d.updated_at), d.id) < (${before}, ${toUuid(last ?? '')}::uuid))
      ${conditionOf(store.sql, filter)}
    ORDER BY date_trunc('milliseconds', d.updated_at) DESC, d.id DESC LIMIT ${perPage + 1}`;
  return toPage(rows, { perPage, keyOf: ({ updated_at: at, id }) => [at.toISOString(), id], toEntry: draftOf });
}
