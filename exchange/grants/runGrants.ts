import { setTimeout as pause } from 'node:timers/promises';
import { XiangyuError } from '../../errors.ts';
import { holdLeadership } from '../../store/index.ts';
import { carryCalls } from './carryCalls.ts';
import { expireGrants } from './expireGrants.ts';
import { followEvents } from './followEvents.ts';
import { type GrantsContext, wakeChannel } from './grantsContext.ts';

const restMs = 1_000;
const busyMs = 150;
/** While the chain is away nobody wants to read so every second. */
const silentMs = 60_000;

/** Carries messages to the chain, follows its events and ends what is over, in one process of all; until the signal aborts. */
export async function runGrants(context: GrantsContext, signal: AbortSignal): Promise<void> {
  const { house } = context;
  const { store } = house;
  const { logger } = house.context;
  let wake = new AbortController();
  const stopListening = await store.listen(
    wakeChannel,
    () => wake.abort(),
    () => wake.abort(),
  );
  let silentUntilMs = 0;

  async function attempt<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const isOrdinary = error instanceof XiangyuError && error.retryable;
      if (!isOrdinary || performance.now() >= silentUntilMs) {
        logger.warn({ err: error }, 'grants cannot be brought up to date; it is tried again');
        silentUntilMs = performance.now() + silentMs;
      }
      return otherwise;
    }
  }

  async function lead(leading: AbortSignal): Promise<void> {
    while (!leading.aborted) {
      wake = new AbortController();
      // An installation without departments asks the chain nothing, and has no contract deployed.
      const [some] = await store.sql<{ some: boolean }[]>`SELECT EXISTS (SELECT FROM exchange.participants) AS some`;
      let underway = 0;
      if (some?.some) {
        underway = await attempt(() => carryCalls(context, leading), 0);
        await attempt(() => followEvents(context), 0);
        await attempt(() => expireGrants(context), 0);
      }
      const over = AbortSignal.any([leading, wake.signal]);
      await pause(underway > 0 ? busyMs : restMs, undefined, { signal: over }).catch(() => undefined);
    }
  }

  try {
    await holdLeadership({ store, role: 'exchange/grants', signal, logger, run: lead });
  } finally {
    await stopListening();
  }
}
