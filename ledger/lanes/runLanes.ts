import type { Hex } from 'viem';
import { broadcastTransactions } from './broadcastTransactions.ts';
import type { LaneContext } from './laneContext.ts';
import { rewindTransactions } from './rewindTransactions.ts';
import { signTransactions } from './signTransactions.ts';
import { watchTransactions } from './watchTransactions.ts';

const busyMs = 400;
/** How often a transaction that only waits for its confirmation is looked at. */
const confirmingMs = 1_500;
const idleMs = 5_000;

/** Makes the pass of the transaction lanes: sign, send, watch. It gives after how many milliseconds to look again. */
export function createLanePass(context: LaneContext, rewindEveryMs = 10_000): () => Promise<number> {
  const { store, client, chain } = context;
  const suspects = new Set<Hex>();
  let lastRewindAt = 0;
  let lastExecutedAt = 0;
  return async () => {
    if (Date.now() - lastRewindAt > rewindEveryMs) {
      await rewindTransactions(context, suspects);
      lastRewindAt = Date.now();
    }
    const signed = await signTransactions(context);
    await broadcastTransactions(context);
    const withExecuted = Date.now() - lastExecutedAt >= confirmingMs;
    if (withExecuted) lastExecutedAt = Date.now();
    const changed = await watchTransactions(context, withExecuted);
    const finalized = await client.readBlockNumber('finalized');
    const { count } = await store.sql`
      UPDATE ledger.transactions SET finalized_at = now()
      WHERE chain = ${chain} AND state = 'confirmed' AND finalized_at IS NULL AND block_number <= ${finalized}`;
    if (signed > 0 || changed || count > 0) await announceTransactions(context);
    const [open] = await store.sql<{ busy: boolean | null }[]>`
      SELECT bool_or(state <> 'executed') AS busy FROM ledger.transactions
      WHERE chain = ${chain} AND state NOT IN ('confirmed', 'failed')`;
    if (open?.busy === true) return busyMs;
    return open?.busy === false ? confirmingMs : idleMs;
  };
}

/** Wakes the anchorer, lets every server look again which contract there is, and lets the servers tell the browsers. */
async function announceTransactions({ store }: LaneContext): Promise<void> {
  await store.sql`
    SELECT pg_notify('ledger_changed', ''), pg_notify('live', ${JSON.stringify({ type: 'log' })})`;
}
