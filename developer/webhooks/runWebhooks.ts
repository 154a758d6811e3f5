import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../host/index.ts';
import { holdLeadership } from '../../store/index.ts';
import { type DeliveryContext, deliverNext } from './deliverNext.ts';
import { type EventSource, fanOutEvents } from './fanOutEvents.ts';

/** What changed a webhook or its messages without an event: a resume, a replay, a ping. */
export const webhookChannel = 'developer_webhooks';

export interface RunWebhooksParameters extends Omit<DeliveryContext, 'signal'> {
  source: EventSource;
  logger: Logger;
  signal: AbortSignal;
}

const idleMs = 2_000;
const troubleMs = 1_000;
/** Delivered messages are kept for so long, to be looked up. */
const keptDelivered = '7 days';
const pruneEveryMs = 60_000;

/** Passes events on to the webhooks wherever this process is elected, until the signal aborts. */
export async function runWebhooks(parameters: RunWebhooksParameters): Promise<void> {
  const { store, logger, signal } = parameters;
  await holdLeadership({
    store,
    role: 'developer.webhooks',
    signal,
    logger,
    run: (leading) => passOn(parameters, leading),
  });
}

async function passOn(parameters: RunWebhooksParameters, signal: AbortSignal): Promise<void> {
  const { store, source, logger } = parameters;
  const sending = new Map<string, Promise<void>>();
  let wake = new AbortController();
  let lastPruneAt = Number.NEGATIVE_INFINITY;
  const rouse = () => wake.abort();
  const stops = await Promise.all([
    store.listen(source.channel, rouse, rouse),
    store.listen(webhookChannel, rouse, rouse),
  ]);
  signal.addEventListener('abort', rouse, { once: true });
  while (!signal.aborted) {
    wake = new AbortController();
    let waitMs = idleMs;
    try {
      if ((await fanOutEvents(store, source)) > 0) waitMs = 0;
      const due = await store.sql<{ id: string }[]>`
        SELECT id FROM developer.webhooks
        WHERE paused_at IS NULL AND deleted_at IS NULL AND EXISTS (
          SELECT FROM developer.messages
          WHERE webhook_id = webhooks.id AND state = 'pending' AND next_attempt_at <= now())`;
      for (const { id } of due) {
        if (sending.has(id)) continue;
        const work = sendAll({ ...parameters, signal }, id, logger).then((againMs) => {
          sending.delete(id);
          if (againMs !== null) setTimeout(rouse, Math.min(againMs, idleMs)).unref();
        });
        sending.set(id, work);
      }
      if (Date.now() - lastPruneAt > pruneEveryMs) {
        lastPruneAt = Date.now();
        await store.sql`
          DELETE FROM developer.messages WHERE state = 'delivered' AND delivered_at < now() - ${keptDelivered}::interval`;
      }
    } catch (error) {
      waitMs = troubleMs;
      if (!signal.aborted) logger.warn({ err: error }, 'webhook messages cannot be passed on; trying again');
    }
    if (!wake.signal.aborted) await pause(waitMs, undefined, { signal: wake.signal }).catch(() => undefined);
  }
  await Promise.all([...sending.values(), ...stops.map((stop) => stop())]);
}

/** Sends what waits for one webhook, in order, until nothing is due. Gives after how many milliseconds something is. */
async function sendAll(context: DeliveryContext, webhookId: string, logger: Logger): Promise<number | null> {
  try {
    while (!context.signal.aborted) {
      const againMs = await deliverNext(context, webhookId);
      if (againMs !== 0) return againMs;
    }
  } catch (error) {
    if (!context.signal.aborted) logger.warn({ err: error, webhookId }, 'a webhook message could not be recorded');
  }
  return null;
}
