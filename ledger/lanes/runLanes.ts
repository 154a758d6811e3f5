import { createWaker, runPasses, type Waker } from '../waker.ts';
import { createLane, type Lane } from './createLane.ts';
import { forgetEvents } from './forgetEvents.ts';
import type { LaneContext } from './laneContext.ts';

/** How often the chain is looked at while transactions are on their way, while some wait for their confirmation, and else. */
const followMs = { flying: 120, executed: 1_000, idle: 2_000 };
const sendMs = { flying: 250, idle: 1_000 };
/** Others are told of changes at most so often. */
const announceMs = 300;
const forgetMs = 60_000;

export interface RunLanesParameters {
  /** Which chain the node serves now; a chain that was set up anew gets a lane of its own. */
  identify: () => Promise<LaneContext>;
  waker: Waker;
  signal: AbortSignal;
  logger: LaneContext['logger'];
}

/** Runs the lanes for one leadership: sending and following side by side, until the signal aborts. */
export async function runLanes({ identify, waker, signal, logger }: RunLanesParameters): Promise<void> {
  let current: { chain: string; lane: Lane; context: LaneContext } | null = null;
  const follower = createWaker();
  let announcedAt = 0;
  let forgotAt = Date.now();
  let isUntold = false;

  async function laneNow(): Promise<Lane> {
    const context = await identify();
    if (current?.chain !== context.chain) current = { chain: context.chain, lane: createLane(context), context };
    return current.lane;
  }

  const send = async () => {
    const lane = await laneNow();
    const before = lane.count().flying;
    const more = await lane.send();
    if (before === 0 && lane.count().flying > 0) follower.wake();
    if (more) return 0;
    return lane.count().flying > 0 ? sendMs.flying : sendMs.idle;
  };
  const follow = async () => {
    if (!current) return followMs.flying;
    const { lane, context } = current;
    if (await lane.follow()) isUntold = true;
    if (isUntold && Date.now() - announcedAt >= announceMs) {
      announcedAt = Date.now();
      isUntold = false;
      await announceTransactions(context);
    }
    if (Date.now() - forgotAt >= forgetMs) {
      forgotAt = Date.now();
      await forgetEvents(context);
    }
    const { flying, executed } = lane.count();
    if (flying > 0) return followMs.flying;
    return executed > 0 ? followMs.executed : followMs.idle;
  };
  await Promise.all([
    runPasses({ role: 'ledger.lanes', waker, logger, signal, pass: send }),
    runPasses({ role: 'ledger.lanes', waker: follower, logger, signal, pass: follow }),
  ]);
}

/** Wakes the anchorer, lets every server look again which contract there is, and lets the servers tell the browsers. */
async function announceTransactions({ store }: LaneContext): Promise<void> {
  await store.sql`
    SELECT pg_notify('ledger_changed', ''), pg_notify('live', ${JSON.stringify({ type: 'log' })})`;
}
