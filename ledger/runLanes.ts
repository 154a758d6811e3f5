import { broadcastTransactions } from './broadcastTransactions.ts';
import type { LaneContext } from './laneContext.ts';
import { rewindTransactions } from './rewindTransactions.ts';
import { signTransactions } from './signTransactions.ts';
import { watchTransactions } from './watchTransactions.ts';

const busyMs = 400;
const idleMs = 5_000;
const rewindEveryMs = 15_000;

/** Makes the pass of the transaction lanes: sign, send, watch. It gives after how many milliseconds to look again. */
export function createLanePass(context: LaneContext): () => Promise<number> {
  const { store, client, chain } = context;
  let lastRewindAt = 0;
  return async () => {
    if (Date.now() - lastRewindAt > rewindEveryMs) {
      await rewindTransactions(context);
      lastRewindAt = Date.now();
    }
    const signed = await signTransactions(context);
    await broadcastTransactions(context);
    const changed = await watchTransactions(context);
    const finalized = await client.readBlockNumber('finalized');
    const { count } = await store.sql`
      UPDATE ledger.transactions SET finalized_at = now()
      WHERE chain = ${chain} AND state = 'confirmed' AND finalized_at IS NULL AND block_number <= ${finalized}`;
    if (signed > 0 || changed || count > 0) await announceTransactions(context);
    const [open] = await store.sql<{ busy: boolean }[]>`
      SELECT EXISTS (
        SELECT FROM ledger.transactions WHERE chain = ${chain} AND state NOT IN ('confirmed', 'failed')) AS busy`;
    return open?.busy ? busyMs : idleMs;
  };
}

/** Wakes the anchorer, lets every server look again which contract there is, and lets the servers tell the browsers. */
async function announceTransactions({ store }: LaneContext): Promise<void> {
  await store.sql`
    SELECT pg_notify('ledger_changed', ''), pg_notify('live', ${JSON.stringify({ type: 'log' })})`;
}
