import { setTimeout as pause } from 'node:timers/promises';
import { type DspContext, outboxChannel } from '../context.ts';
import { claimDue, sendClaimed } from './dispatch.ts';
import { endOverdue } from './endOverdue.ts';
import { openEndpoints } from './findEndpoint.ts';

/** Messages on their way at once. */
const concurrency = 16;
const overdueEveryMs = 30_000;

/**
 * Sends what is due and ends what timed out until the signal aborts. Several processes may run it: each message belongs to
 * one of them for a time, and to another when that died.
 */
export async function runOutbox(context: DspContext, signal: AbortSignal): Promise<void> {
  const { house, timings } = context;
  const findEndpoint = openEndpoints(context);
  const inFlight = new Set<Promise<void>>();
  let wake = () => {};
  let awake = true;
  const ring = () => {
    awake = true;
    wake();
  };
  const stopListening = await house.store.listen(outboxChannel, ring, ring);
  signal.addEventListener('abort', ring, { once: true });
  let overdueAt = 0;
  try {
    while (!signal.aborted) {
      awake = false;
      try {
        if (performance.now() >= overdueAt) {
          overdueAt = performance.now() + overdueEveryMs;
          await endOverdue(context);
        }
        for (const claimed of await claimDue(context, concurrency - inFlight.size)) {
          const sending = sendClaimed(context, { claimed, findEndpoint, signal }).finally(() => {
            inFlight.delete(sending);
            ring();
          });
          inFlight.add(sending);
        }
      } catch (error) {
        if (!signal.aborted) house.context.logger.warn({ err: error }, 'messages that are due could not be read');
      }
      if (awake || signal.aborted) continue;
      const timer = new AbortController();
      await Promise.race([
        new Promise<void>((resolve) => {
          wake = resolve;
        }),
        pause(timings.pollMs, undefined, { signal: timer.signal }).catch(() => undefined),
      ]);
      timer.abort();
    }
  } finally {
    await Promise.allSettled(inFlight);
    await stopListening();
  }
}
