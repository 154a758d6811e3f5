import type { Actor, Dataset, Freshness, Measurement, Quality, Step } from './dataset.ts';
import { type CataloguePage, type PageParameters, readPageToken, toPage } from './page.ts';
import type { CatalogueParts } from './parts.ts';
import { findRow, type VersionRow, versionOf } from './rows.ts';

interface OwnList {
  participant: string;
  id: string;
  page: PageParameters;
}
interface StepRow {
  id: string;
  step: Step['step'];
  at: Date;
  actor: Actor;
  version: number;
  note: string | null;
  record: string;
}
interface MeasurementRow {
  id: string;
  at: Date;
  version: number;
  quality: Quality | null;
  freshness: Freshness | null;
  problem: string | null;
}

/** The number before which a list goes on, the newest first. */
function numberBefore(token: string | undefined): string | null {
  const before = readPageToken(token, 1)?.[0] ?? null;
  return before !== null && /^\d{1,18}$/.test(before) ? before : null;
}

/** The steps of a dataset's life, the newest first. @throws CATALOGUE_DATASET_UNKNOWN */
export async function readSteps(
  { house: { store } }: CatalogueParts,
  { participant, id, page: { perPage, pageToken } }: OwnList,
): Promise<CataloguePage<Step>> {
  const { id: dataset } = await findRow(store.sql, { participant, id });
  const before = numberBefore(pageToken);
  const rows = await store.sql<StepRow[]>`
    SELECT id::text, step, at, actor, version, note, record FROM exchange.dataset_steps
    WHERE dataset = ${dataset} AND (${before}::bigint IS NULL OR id < ${before}::bigint)
    ORDER BY dataset_steps.id DESC LIMIT ${perPage + 1}`;
  return toPage(rows, {
    perPage,
    keyOf: (row) => [row.id],
    toEntry: ({ id: _, at, ...step }) => ({ ...step, at: at.toISOString() }),
  });
}

/** Every published version, the newest first. @throws CATALOGUE_DATASET_UNKNOWN */
export async function readVersions(
  { house: { store } }: CatalogueParts,
  { participant, id, page: { perPage, pageToken } }: OwnList,
): Promise<CataloguePage<Dataset>> {
  const { id: dataset } = await findRow(store.sql, { participant, id });
  const before = numberBefore(pageToken);
  const rows = await store.sql<VersionRow[]>`
    SELECT d.id, d.participant, d.state, d.quality, d.freshness, v.version, v.content, v.digest, v.published_at
    FROM exchange.datasets d JOIN exchange.dataset_versions v ON v.dataset = d.id
    WHERE d.id = ${dataset} AND (${before}::bigint IS NULL OR v.version < ${before}::bigint)
    ORDER BY v.version DESC LIMIT ${perPage + 1}`;
  return toPage(rows, { perPage, keyOf: ({ version }) => [String(version)], toEntry: versionOf });
}

/** What was measured, the newest first, failures too. @throws CATALOGUE_DATASET_UNKNOWN */
export async function readMeasurements(
  { house: { store } }: CatalogueParts,
  { participant, id, page: { perPage, pageToken } }: OwnList,
): Promise<CataloguePage<Measurement>> {
  const { id: dataset } = await findRow(store.sql, { participant, id });
  const before = numberBefore(pageToken);
  const rows = await store.sql<MeasurementRow[]>`
    SELECT id::text, at, version, quality, freshness, problem FROM exchange.dataset_measurements
    WHERE dataset = ${dataset} AND (${before}::bigint IS NULL OR id < ${before}::bigint)
    ORDER BY dataset_measurements.id DESC LIMIT ${perPage + 1}`;
  return toPage(rows, {
    perPage,
    keyOf: (row) => [row.id],
    toEntry: ({ id: _, at, ...measurement }) => ({ ...measurement, at: at.toISOString() }),
  });
}
