import { broadcastCore } from './broadcastCore.ts';
import type { CoreLaneContext } from './coreContext.ts';
import { renewCore } from './renewCore.ts';
import { signQueuedCore } from './signQueuedCore.ts';
import { watchCore } from './watchCore.ts';

const busyMs = 500;
const confirmingMs = 2_000;
const idleMs = 5_000;

/** Makes the pass of the Core Space lane: sign, send, watch. It gives after how many milliseconds to look again. */
export function createCorePass(context: CoreLaneContext): () => Promise<number> {
  const { store, chain } = context;
  return async () => {
    await signQueuedCore(context);
    await renewCore(context);
    await broadcastCore(context);
    await watchCore(context);
    const [open] = await store.sql<{ busy: boolean | null }[]>`
      SELECT bool_or(state <> 'executed') AS busy FROM ledger.transactions WHERE chain = ${chain} AND phase < 2`;
    if (open?.busy === true) return busyMs;
    return open?.busy === false ? confirmingMs : idleMs;
  };
}
