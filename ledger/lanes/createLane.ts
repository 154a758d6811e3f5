import { XiangyuError } from '../../errors.ts';
import { broadcastTransactions } from './broadcastTransactions.ts';
import { compareLanes } from './compareLanes.ts';
import { confirmTransactions, finalizeTransactions } from './confirmTransactions.ts';
import { followChain } from './followChain.ts';
import { fundAccounts } from './fundAccounts.ts';
import { healSigners } from './healSigners.ts';
import type { LaneContext } from './laneContext.ts';
import { isFlying, type LaneMemory } from './laneMemory.ts';
import { loadMemory } from './loadMemory.ts';
import { reconcile } from './reconcile.ts';
import { rewindBlocks } from './rewindBlocks.ts';
import { serveWishes } from './serveWishes.ts';
import { signQueued } from './signQueued.ts';
import { sendBack } from './storeExecutions.ts';

/** The leader's work, in two halves that may run at the same time. */
export interface Lane {
  /** Signs, sends, mends, and does what owners ask for. Gives whether there is more to do at once. */
  send(): Promise<boolean>;
  /** Follows the chain: executions, reorganisations, confirmations. Gives whether anything changed. */
  follow(): Promise<boolean>;
  /** Transactions on their way, executed and unconfirmed ones included. */
  count(): { flying: number; executed: number };
}

const healMs = 1_000;
const healAllMs = 10_000;
const confirmMs = 1_000;
const finalizeMs = 5_000;
const fundMs = 5_000;
const wishMs = 300;
const compareMs = 3_000;

/** A silent node leaves the memory true; after any other failure, what was stored is unknown and is read again. */
const isOutage = (error: unknown) => error instanceof XiangyuError && error.code === 'LEDGER_NODE_UNAVAILABLE';

/** Makes the lane of a chain for one leadership; what it remembers is read from the database when it starts. */
export function createLane(context: LaneContext): Lane {
  const { clock = performance, logger } = context;
  let memory: LaneMemory | null = null;
  let following: Promise<unknown> = Promise.resolve();
  let finalized = -1;
  const last = { heal: 0, healAll: 0, confirm: 0, finalize: 0, fund: 0, wish: 0, compare: 0 };

  const isDue = (name: keyof typeof last, everyMs: number) => {
    const now = clock.now();
    if (last[name] !== 0 && now - last[name] < everyMs) return false;
    last[name] = now;
    return true;
  };

  async function load(): Promise<LaneMemory> {
    // The other half works on the old memory: it must not change the database while the new one is read.
    const running = following;
    await running.catch(() => undefined);
    const isAgain = memory !== null;
    memory = null;
    let loaded = await loadMemory(context);
    if (await rewindBlocks(context, loaded)) loaded = await loadMemory(context);
    await reconcile(context, loaded, [...loaded.byId.values()].filter(isFlying));
    await checkExecuted(loaded);
    if (loaded.byId.size > 0)
      logger.info({ transactions: loaded.byId.size, isAgain }, 'goes on with these transactions');
    memory = loaded;
    return loaded;
  }

  /** What counts as executed may have left the chain while nobody looked. */
  async function checkExecuted(loaded: LaneMemory): Promise<void> {
    const numbers = [...loaded.byBlock.keys()].filter((number) => number <= loaded.top);
    for (let at = 0; at < numbers.length; at += 100) {
      const part = numbers.slice(at, at + 100);
      const blocks = await context.client.readBlocks(part);
      for (const [index, number] of part.entries()) {
        const hash = blocks[index]?.hash;
        const flights = [...(loaded.byBlock.get(number) ?? [])].filter(({ block }) => hash && block?.hash !== hash);
        const left = await reconcile(context, loaded, flights);
        await sendBack(context, loaded, left, 'left the chain while nobody looked; the same bytes are sent again');
      }
    }
  }

  async function work(now: LaneMemory): Promise<boolean> {
    if (isDue('heal', healMs)) await healSigners(context, now, { all: isDue('healAll', healAllMs) });
    if (now.stale) return true;
    if (isDue('compare', compareMs)) await compareLanes(context, now);
    if (now.stale) return true;
    if (isDue('wish', wishMs)) await serveWishes(context, now);
    if (now.stale) return true;
    if (isDue('fund', fundMs)) await fundAccounts(context);
    const signed = await signQueued(context, now);
    const sent = now.stale ? 0 : await broadcastTransactions(context, now);
    return signed > 0 || sent > 0;
  }

  async function observe(now: LaneMemory): Promise<boolean> {
    const changed = await followChain(context, now);
    const confirmed = isDue('confirm', confirmMs) && (await confirmTransactions(context, now));
    if (isDue('finalize', finalizeMs)) finalized = await finalizeTransactions(context, finalized);
    return changed || confirmed;
  }

  return {
    async send() {
      const now = memory && !memory.stale ? memory : await load();
      try {
        return await work(now);
      } catch (error) {
        if (!isOutage(error)) now.stale = true;
        throw error;
      }
    },
    async follow() {
      const now = memory;
      if (!now || now.stale) return false;
      const running = observe(now).catch((error: unknown) => {
        if (!isOutage(error)) now.stale = true;
        throw error;
      });
      following = running;
      return running;
    },
    count() {
      const flights = [...(memory?.byId.values() ?? [])];
      const flying = flights.filter(isFlying).length;
      return { flying, executed: flights.length - flying };
    },
  };
}
