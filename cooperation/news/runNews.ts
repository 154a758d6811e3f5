import { setTimeout as pause } from 'node:timers/promises';
import { holdLeadership } from '../../store/index.ts';
import type { CooperationHouse } from '../house.ts';
import { type Delivery, deliverNext } from './deliverNext.ts';
import { mailNews } from './mailNews.ts';
import { newsChannel } from './tellNews.ts';

const idleMs = 2_000;
const troubleMs = 1_000;
/** Delivered messages are kept for so long, to be looked up. */
const keptDelivered = '7 days';
const pruneEveryMs = 60_000;

/** 5 s, 10 s, 20 s, … up to an hour; a message is tried for a day. */
const usualDelivery: Omit<Delivery, 'signal'> = {
  timeoutMs: 15_000,
  retryDelayMs: (attempt) => Math.min(5_000 * 2 ** (attempt - 1), 3_600_000),
  giveUpMs: 86_400_000,
};

/** Passes news on by mail and to webhooks wherever this process is elected, until the signal aborts. */
export async function runNews(
  house: CooperationHouse,
  { signal, ...changes }: Partial<Omit<Delivery, 'signal'>> & { signal: AbortSignal },
): Promise<void> {
  const { store, logger } = house;
  await holdLeadership({
    store,
    role: 'cooperation.news',
    signal,
    logger,
    run: (leading) => passOn(house, { ...usualDelivery, ...changes, signal: leading }),
  });
}

async function passOn(house: CooperationHouse, delivery: Delivery): Promise<void> {
  const { store, logger } = house;
  const { signal } = delivery;
  const sending = new Map<string, Promise<void>>();
  let wake = new AbortController();
  let lastPruneAt = Number.NEGATIVE_INFINITY;
  const rouse = () => wake.abort();
  const stopListening = await store.listen(newsChannel, rouse, rouse);
  signal.addEventListener('abort', rouse, { once: true });
  while (!signal.aborted) {
    wake = new AbortController();
    let waitMs = idleMs;
    try {
      for (const id of await findDue(house)) {
        if (sending.has(id)) continue;
        const work = sendAll(house, delivery, id).then((againMs) => {
          sending.delete(id);
          if (againMs !== null) setTimeout(rouse, Math.min(againMs, idleMs)).unref();
        });
        sending.set(id, work);
      }
      if (await mailNews(house)) waitMs = 0;
      if (Date.now() - lastPruneAt > pruneEveryMs) {
        lastPruneAt = Date.now();
        await store.sql`
          DELETE FROM cooperation.messages WHERE state = 'delivered' AND delivered_at < now() - ${keptDelivered}::interval`;
      }
    } catch (error) {
      waitMs = troubleMs;
      if (!signal.aborted) logger.warn({ err: error }, 'news cannot be passed on; trying again');
    }
    if (!wake.signal.aborted) await pause(waitMs, undefined, { signal: wake.signal }).catch(() => undefined);
  }
  await Promise.all([...sending.values(), stopListening()]);
}

/** Webhooks with a message that is due; those of suspended organisations, and of those that left, wait. */
async function findDue(house: CooperationHouse): Promise<string[]> {
  const due = await house.store.sql<{ id: string; member: string }[]>`
    SELECT id, member FROM cooperation.webhooks
    WHERE paused_at IS NULL AND removed_at IS NULL AND EXISTS (
      SELECT FROM cooperation.messages
      WHERE webhook_id = webhooks.id AND state = 'pending' AND next_attempt_at <= now())`;
  if (due.length === 0) return [];
  const members = await house.readMembers();
  const told = new Set(
    members.filter(({ standing }) => !['suspended', 'left'].includes(standing)).map(({ slug }) => slug),
  );
  return due.filter(({ member }) => told.has(member)).map(({ id }) => id);
}

/** Sends what waits for one webhook, in order, until nothing is due. Gives after how many milliseconds something is. */
async function sendAll(house: CooperationHouse, delivery: Delivery, webhook: string): Promise<number | null> {
  try {
    while (!delivery.signal.aborted) {
      const againMs = await deliverNext(house, delivery, webhook);
      if (againMs !== 0) return againMs;
    }
  } catch (error) {
    if (!delivery.signal.aborted) house.logger.warn({ err: error, webhook }, 'news to a webhook could not be recorded');
  }
  return null;
}
