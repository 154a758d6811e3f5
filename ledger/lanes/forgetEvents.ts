import type { LaneContext } from './laneContext.ts';

/** Changes of state are kept for so long; whoever is told of them has fetched them by then. */
const kept = '30 days';
const batchSize = 5_000;

/** Removes changes of state that are old, the oldest first and a bounded number at a time. Gives how many. */
export async function forgetEvents({ store }: Pick<LaneContext, 'store'>): Promise<number> {
  const { count } = await store.sql`
    DELETE FROM ledger.transaction_events USING (
      SELECT xid, seq FROM ledger.transaction_events ORDER BY xid, seq LIMIT ${batchSize}) AS oldest
    WHERE transaction_events.xid = oldest.xid AND transaction_events.seq = oldest.seq
      AND at < now() - ${kept}::interval`;
  return count;
}
