import { postOutgoing, signMessage } from '../../host/index.ts';
import type { CooperationHouse } from '../house.ts';

/** How messages are sent. */
export interface Delivery {
  timeoutMs: number;
  /** Pause after the attempt of that number, from 1. */
  retryDelayMs: (attempt: number) => number;
  /** A message that failed for so long is given up. */
  giveUpMs: number;
  signal: AbortSignal;
}

interface NextRow {
  message_id: string;
  news_id: string;
  body: string;
  attempts: number;
  waits_ms: number;
  age_ms: number;
  url: string;
  secret_version: number;
  with_previous: boolean;
}

type Outcome = { kind: 'delivered' | 'failed' | 'gone'; status: number | null; problem: string | null };

/**
 * Sends the oldest waiting message of a webhook; a later one is never sent before it was delivered or given up. Gives after how
 * many milliseconds to look again: 0 for at once, null when nothing waits.
 */
export async function deliverNext(
  house: CooperationHouse,
  delivery: Delivery,
  webhook: string,
): Promise<number | null> {
  const { store } = house;
  const [next] = await store.sql<NextRow[]>`
    SELECT m.id AS message_id, news_id, body, attempts, url, secret_version,
      greatest(0, extract(epoch FROM next_attempt_at - now()) * 1000)::float AS waits_ms,
      (extract(epoch FROM now() - queued_at) * 1000)::float AS age_ms,
      coalesce(rotated_at > now() - interval '1 day', false) AS with_previous
    FROM cooperation.messages AS m JOIN cooperation.webhooks AS w ON w.id = webhook_id
    WHERE webhook_id = ${webhook} AND state = 'pending' AND paused_at IS NULL AND removed_at IS NULL
    ORDER BY m.id
    LIMIT 1`;
  if (!next) return null;
  if (next.waits_ms > 0) return Math.ceil(next.waits_ms);
  const { kind, status, problem } = await post(house, delivery, webhook, next);
  if (delivery.signal.aborted && kind !== 'delivered') return null;
  const attempt = next.attempts + 1;
  const givenUp = kind === 'gone' || (kind === 'failed' && next.age_ms >= delivery.giveUpMs);
  const delayMs = delivery.retryDelayMs(attempt);
  await store.transaction(async (tx) => {
    await tx`
      UPDATE cooperation.messages
      SET state = ${kind === 'delivered' ? 'delivered' : givenUp ? 'dead' : 'pending'}, attempts = ${attempt},
        last_status = ${status}, last_error = ${problem},
        next_attempt_at = now() + ${delayMs} * interval '1 millisecond',
        delivered_at = CASE WHEN ${kind === 'delivered'} THEN now() END
      WHERE id = ${next.message_id} AND state = 'pending'`;
    if (kind === 'gone') {
      await tx`
        UPDATE cooperation.webhooks SET paused_at = now(), pause_reason = '接收方返回 410 · the receiver answered 410 Gone'
        WHERE id = ${webhook} AND paused_at IS NULL`;
    }
  });
  return kind === 'delivered' || givenUp ? 0 : delayMs;
}

async function post(house: CooperationHouse, delivery: Delivery, webhook: string, next: NextRow): Promise<Outcome> {
  const { webhookSecret: platformSecret, allowPrivateUrls: allowPrivate } = house;
  const { timeoutMs, signal } = delivery;
  const headers = signMessage({
    platformSecret,
    webhook: { id: webhook, secretVersion: next.secret_version },
    withPrevious: next.with_previous,
    messageId: next.news_id,
    timestamp: Math.floor(Date.now() / 1_000),
    body: next.body,
  });
  try {
    const { status } = await postOutgoing({ url: next.url, body: next.body, headers, timeoutMs, allowPrivate, signal });
    if (status >= 200 && status < 300) return { kind: 'delivered', status, problem: null };
    return {
      kind: status === 410 ? 'gone' : 'failed',
      status,
      problem: `接收方返回 ${status} · the receiver answered ${status}`,
    };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', status: null, problem: `没有送达 · ${problem}` };
  }
}
