import { setTimeout as pause } from 'node:timers/promises';
import type { DedicatedConnection } from '../../store/index.ts';
import { workIntakes } from './consume/workIntakes.ts';
import { makeNext, sweepSpools } from './content/workSpools.ts';
import type { DeliveryContext } from './parts.ts';
import { pushNext } from './transfers/pushDelivery.ts';
import type { Waker } from './waker.ts';

const spoolsAtOnce = 2;
const troubleMs = 1_000;
const sweepEveryMs = 3_600_000;

/** Repeats a piece of work as long as there is some, then sleeps until woken; trouble is logged and tried again. */
async function repeat(
  context: DeliveryContext,
  waker: Waker,
  signal: AbortSignal,
  what: string,
  work: () => Promise<boolean>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      if (await work()) continue;
      await waker.wait(signal);
    } catch (error) {
      if (signal.aborted) return;
      context.house.context.logger.error({ err: error, what }, 'a role of the delivery failed and goes on');
      await pause(troubleMs, undefined, { signal }).catch(() => {});
    }
  }
}

/** Receiving and pushing hold locks on a connection of their own; when it is lost, they begin again with another. */
async function workWithLocks(context: DeliveryContext, waker: Waker, signal: AbortSignal): Promise<void> {
  await repeat(context, waker, signal, 'locks', async () => {
    const connection: DedicatedConnection = await context.house.store.openConnection();
    const own = AbortSignal.any([signal, connection.lost]);
    const intakes = workIntakes(context, connection, own);
    try {
      await Promise.all([
        repeat(context, waker, own, 'intakes', async () => {
          await intakes.take();
          return false;
        }),
        repeat(context, waker, own, 'pushes', () => pushNext(context, connection, own)),
      ]);
    } finally {
      await intakes.drain();
      await connection.close().catch(() => {});
    }
    return true;
  });
}

/** Runs the background roles until the signal aborts; any number of processes may. */
export async function runDelivery(context: DeliveryContext, waker: Waker, signal: AbortSignal): Promise<void> {
  let sweptAt = Number.NEGATIVE_INFINITY;
  const makers = Array.from({ length: spoolsAtOnce }, () =>
    repeat(context, waker, signal, 'spools', () => makeNext(context, signal)),
  );
  await Promise.all([
    context.stops.listen(signal),
    waker.listen(signal),
    ...makers,
    workWithLocks(context, waker, signal),
    repeat(context, waker, signal, 'sweep', async () => {
      if (performance.now() - sweptAt > sweepEveryMs) {
        sweptAt = performance.now();
        await sweepSpools(context);
      }
      return false;
    }),
  ]);
}
