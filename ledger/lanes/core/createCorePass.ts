import type { Hex } from '../../../proof/index.ts';
import { broadcastCore } from './broadcastCore.ts';
import type { CoreLaneContext } from './coreContext.ts';
import { renewCore } from './renewCore.ts';
import { rewindCore } from './rewindCore.ts';
import { serveCoreWishes } from './serveCoreWishes.ts';
import { signQueuedCore } from './signQueuedCore.ts';
import { watchCore } from './watchCore.ts';

const busyMs = 500;
const confirmingMs = 2_000;
/** Nobody wakes this lane: it would wake with every transaction of eSpace. */
const idleMs = 1_000;

/** Makes the pass of the Core Space lane: sign, send, watch. It gives after how many milliseconds to look again. */
export function createCorePass(context: CoreLaneContext, rewindEveryMs = 30_000): () => Promise<number> {
  const { store, chain } = context;
  const suspects = new Set<Hex>();
  let rewoundAt = Number.NEGATIVE_INFINITY;
  const readBusy = async () => {
    const [open] = await store.sql<{ busy: boolean | null }[]>`
      SELECT bool_or(state <> 'executed') AS busy FROM ledger.transactions WHERE chain = ${chain} AND phase < 2`;
    return open?.busy ?? null;
  };
  return async () => {
    if (Date.now() - rewoundAt >= rewindEveryMs) {
      await rewindCore(context, suspects);
      rewoundAt = Date.now();
    }
    if ((await readBusy()) === null) return idleMs;
    await signQueuedCore(context);
    await serveCoreWishes(context);
    await renewCore(context);
    await broadcastCore(context);
    await watchCore(context);
    const busy = await readBusy();
    if (busy === null) return idleMs;
    return busy ? busyMs : confirmingMs;
  };
}
