import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../host/index.ts';
import { holdLeadership } from '../../store/index.ts';
import { readWatermark } from '../readWatermark.ts';
import { advanceSubscription, type SubscriptionsHouse } from './advanceSubscription.ts';
import { subscriptionChannel } from './createSubscription.ts';

export type RunSubscriptionsParameters = Omit<SubscriptionsHouse, 'signal'> & { logger: Logger };

/** Where captures are announced. */
export const captureChannel = 'live';
/** Whether an announcement is about a capture. */
export const tellsOfCapture = (payload: string): boolean => payload.includes('"captured"');

const idleMs = 1_000;
const troubleMs = 1_000;
/** Pushes under way at the same time. */
const mostAtOnce = 16;

/** Sends what subscriptions are due, wherever this process is elected, until the signal aborts. */
export async function runSubscriptions(parameters: RunSubscriptionsParameters, signal: AbortSignal): Promise<void> {
  const { store, logger } = parameters;
  const run = (leading: AbortSignal) => passOn({ ...parameters, signal: leading }, logger);
  await holdLeadership({ store, role: 'trace.subscriptions', signal, logger, run });
}

async function passOn(house: SubscriptionsHouse, logger: Logger): Promise<void> {
  const { store, signal } = house;
  const working = new Map<string, Promise<void>>();
  let wake = new AbortController();
  const rouse = () => wake.abort();
  const stops = await Promise.all([
    store.listen(captureChannel, (payload) => tellsOfCapture(payload) && rouse(), rouse),
    store.listen(subscriptionChannel, rouse, rouse),
  ]);
  signal.addEventListener('abort', rouse, { once: true });
  while (!signal.aborted) {
    wake = new AbortController();
    let waitMs = idleMs;
    try {
      const watermark = await readWatermark(store.sql);
      for (const id of watermark === null ? [] : await findDue(house, watermark)) {
        if (working.has(id) || working.size >= mostAtOnce) continue;
        const work = advance(house, id, watermark ?? '0', logger).then((more) => {
          working.delete(id);
          if (more) rouse();
        });
        working.set(id, work);
      }
      if (working.size < mostAtOnce) waitMs = await readWaitMs(house);
    } catch (error) {
      waitMs = troubleMs;
      if (!signal.aborted) logger.warn({ err: error }, 'subscriptions cannot be looked at; trying again');
    }
    if (!wake.signal.aborted) await pause(waitMs, undefined, { signal: wake.signal }).catch(() => undefined);
  }
  await Promise.all([...working.values(), ...stops.map((stop) => stop())]);
}

async function findDue({ store }: SubscriptionsHouse, watermark: string): Promise<string[]> {
  const rows = await store.sql<{ id: string }[]>`
    SELECT id FROM trace.subscriptions
    WHERE next_attempt_at <= now() AND (schedule IS NOT NULL OR pending_until IS NOT NULL OR cursor < ${watermark}::bigint)
    ORDER BY next_attempt_at LIMIT 200`;
  return rows.map(({ id }) => id);
}

/** Until the next subscription is due, whatever is captured. */
async function readWaitMs({ store }: SubscriptionsHouse): Promise<number> {
  const [row] = await store.sql<{ ms: number | null }[]>`
    SELECT (extract(epoch FROM min(next_attempt_at) - now()) * 1000)::float AS ms FROM trace.subscriptions
    WHERE next_attempt_at > now() AND next_attempt_at < now() + interval '1 minute'`;
  return Math.max(10, Math.min(idleMs, Math.ceil(row?.ms ?? idleMs)));
}

async function advance(house: SubscriptionsHouse, id: string, watermark: string, logger: Logger): Promise<boolean> {
  try {
    return await advanceSubscription(house, id, watermark);
  } catch (error) {
    if (!house.signal.aborted)
      logger.warn({ err: error, subscription: id }, 'a subscription could not be served; trying again');
    return false;
  }
}
