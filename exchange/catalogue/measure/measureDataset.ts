import { XiangyuError } from '../../../errors.ts';
import type { Tx } from '../../../store/index.ts';
import type { Freshness, Measurement, Quality } from '../dataset.ts';
import { catalogueErrors } from '../errors.ts';
import { tellSubscribers } from '../news/tellSubscribers.ts';
import type { CatalogueParts } from '../parts.ts';
import { type DatasetRow, findRow, findVersion, isInForce } from '../rows.ts';
import { measureSource } from './measureSource.ts';

/** Longest time that one look at a source may take. */
const patienceMs = 30 * 60_000;

interface Found {
  quality: Quality | null;
  freshness: Freshness | null;
  problem: string | null;
}

const asJson = (value: Quality | Freshness) => value as unknown as Parameters<Tx['json']>[0];

/** Reads the source; what goes wrong with it is a finding too. */
async function look(
  { house, sources }: CatalogueParts,
  row: DatasetRow,
  content: DatasetRow['draft'],
  signal: AbortSignal,
): Promise<Found> {
  const { source: reference } = content;
  if (!reference) throw catalogueErrors.sourceMissing();
  try {
    const source = await sources.openSource(row.participant, reference);
    try {
      const found = await measureSource(source, { content, reference, now: house.now(), signal });
      return { ...found, problem: null };
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof XiangyuError)
      return { quality: null, freshness: null, problem: `${error.code}: ${error.reason}` };
    house.context.logger.warn({ err: error, dataset: row.id }, 'the source of a dataset could not be measured');
    return { quality: null, freshness: null, problem: 'The source could not be read.' };
  }
}

/**
 * Measures the version in force, or what is written of a dataset that was not published yet, and keeps what was found. Whoever
 * subscribed is told when the data become late, and when they are fresh again.
 *
 * @throws CATALOGUE_DATASET_UNKNOWN, CATALOGUE_SOURCE_MISSING
 */
export async function measureDataset(
  parts: CatalogueParts,
  { participant, id, signal }: { participant: string; id: string; signal?: AbortSignal },
): Promise<Measurement> {
  const { store, now, context } = parts.house;
  const row = await findRow(store.sql, { participant, id });
  const version = isInForce(row) ? await findVersion(store.sql, { participant, id }) : null;
  const content = version?.content ?? row.draft;
  const limits = [context.signal, AbortSignal.timeout(patienceMs), ...(signal ? [signal] : [])];
  const found = await look(parts, row, content, AbortSignal.any(limits));
  // What ends with the process was not looked at.
  signal?.throwIfAborted();
  context.signal.throwIfAborted();
  const { quality, freshness, problem } = found;
  const at = now();
  const measured = row.version;
  await store.transaction(async (tx) => {
    const current = await findRow(tx, { participant, id, lock: true });
    await tx`
      INSERT INTO exchange.dataset_measurements (dataset, participant, version, at, quality, freshness, problem)
      VALUES (${row.id}, ${participant}, ${measured}, ${at}, ${quality && tx.json(asJson(quality))},
        ${freshness && tx.json(asJson(freshness))}, ${problem})`;
    if (!quality || !freshness) return;
    await tx`
      UPDATE exchange.datasets SET quality = ${tx.json(asJson(quality))}, freshness = ${tx.json(asJson(freshness))}
      WHERE id = ${row.id}`;
    const was = current.freshness?.kept ?? true;
    if (!isInForce(current) || freshness.kept === null || freshness.kept === was) return;
    const { title, level } = content;
    const kind = freshness.kept ? 'fresh' : 'late';
    await tellSubscribers(parts, tx, { dataset: row.id, participant, kind, version: measured, title, level });
  });
  return { at: at.toISOString(), version: measured, ...found };
}
