import type { QueuedRow } from './claimQueued.ts';
import type { Verdict } from './judgeQueued.ts';
import type { LaneContext } from './laneContext.ts';
import { settleSpending } from './settleSpending.ts';

/** Ends a queued transaction that would revert: it takes no nonce and costs nothing. */
export async function failQueued(
  { store, logger }: LaneContext,
  { id }: QueuedRow,
  { problem, data }: Extract<Verdict, { kind: 'reverted' }>,
): Promise<void> {
  await store.transaction(async (tx) => {
    const failed = await tx`
      UPDATE ledger.transactions
      SET state = 'failed', reason = 'reverted', last_error = ${problem}, revert_data = ${data}, failed_at = now()
      WHERE id = ${id} AND state = 'queued'`;
    if (failed.count === 1) await settleSpending(tx, [id]);
  });
  logger.warn({ transactionId: id, problem }, 'a transaction would revert and was not sent');
}

/** Says what a queued transaction waits for. */
export async function noteWaiting({ store }: LaneContext, { id }: QueuedRow, problem: string): Promise<void> {
  await store.sql`
    UPDATE ledger.transactions SET last_error = ${problem}
    WHERE id = ${id} AND state = 'queued' AND last_error IS DISTINCT FROM ${problem}`;
}
