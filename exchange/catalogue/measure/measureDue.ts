import type { CatalogueParts } from '../parts.ts';
import { measureDataset } from './measureDataset.ts';
import { nextMeasuring } from './schedule.ts';

/** A process that died while measuring is taken for dead after this; its dataset is measured again then. */
const leaseMs = 45 * 60_000;

/** Measures one dataset that is due; gives whether there was one. */
export async function measureDue(parts: CatalogueParts, signal: AbortSignal): Promise<boolean> {
  const { store, now, context } = parts.house;
  const at = now();
  const [due] = await store.sql<{ id: string; participant: string; measuring: string }[]>`
    UPDATE exchange.datasets SET measure_next = ${new Date(at.getTime() + leaseMs)}
    WHERE id = (
      SELECT id FROM exchange.datasets WHERE measure_next <= ${at} AND measuring IS NOT NULL
      ORDER BY measure_next LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, participant, measuring`;
  if (!due) return false;
  const { id, participant, measuring } = due;
  try {
    await measureDataset(parts, { participant, id, signal });
  } catch (error) {
    if (signal.aborted) {
      // Whoever leads next need not wait for the lease to end.
      await store.sql`UPDATE exchange.datasets SET measure_next = ${at} WHERE id = ${id} AND measuring = ${measuring}`;
      return false;
    }
    context.logger.warn({ err: error, dataset: id }, 'a dataset could not be measured');
  }
  // Somebody may have set another schedule meanwhile.
  await store.sql`
    UPDATE exchange.datasets SET measure_next = ${nextMeasuring(measuring, now())}
    WHERE id = ${id} AND measuring = ${measuring}`;
  return true;
}
