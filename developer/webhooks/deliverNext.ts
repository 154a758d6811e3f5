import { XiangyuError } from '../../errors.ts';
import { postOutgoing, signMessage } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';

export interface DeliveryContext {
  store: Store;
  /** 32 bytes in hexadecimal, see `signMessage`. */
  platformSecret: string;
  allowPrivate: boolean;
  timeoutMs: number;
  /** Pause after the attempt of that number, from 1. */
  retryDelayMs: (attempt: number) => number;
  /** A message that failed for so long is given up. */
  giveUpMs: number;
  signal: AbortSignal;
}

interface NextRow {
  message_id: string;
  event_id: string;
  body: string;
  attempts: number;
  waits_ms: number;
  age_ms: number;
  url: string;
  secret_version: number;
  with_previous: boolean;
}

/** The answer to a message: gone means that the receiver wants no more (410). */
type Outcome = { kind: 'delivered' | 'failed' | 'gone'; status: number | null; problem: string | null };

/**
 * Sends the oldest waiting message of a webhook; a later one is never sent before it was delivered or given up. Gives after how
 * many milliseconds to look again: 0 for at once, null when nothing waits.
 */
export async function deliverNext(context: DeliveryContext, webhookId: string): Promise<number | null> {
  const { store, giveUpMs, retryDelayMs } = context;
  const [next] = await store.sql<NextRow[]>`
    SELECT messages.id AS message_id, event_id, body, attempts, url, secret_version,
      greatest(0, extract(epoch FROM next_attempt_at - now()) * 1000)::float AS waits_ms,
      (extract(epoch FROM now() - queued_at) * 1000)::float AS age_ms,
      coalesce(rotated_at > now() - interval '1 day', false) AS with_previous
    FROM developer.messages JOIN developer.webhooks ON webhooks.id = webhook_id
    WHERE webhook_id = ${webhookId} AND state = 'pending' AND paused_at IS NULL AND deleted_at IS NULL
    ORDER BY messages.id
    LIMIT 1`;
  if (!next) return null;
  if (next.waits_ms > 0) return Math.ceil(next.waits_ms);
  const outcome = await post(context, webhookId, next);
  if (context.signal.aborted && outcome.kind !== 'delivered') return null;
  const attempt = next.attempts + 1;
  const givenUp = outcome.kind !== 'delivered' && (outcome.kind === 'gone' || next.age_ms >= giveUpMs);
  const delayMs = retryDelayMs(attempt);
  await store.transaction(async (tx) => {
    await tx`
      UPDATE developer.messages
      SET state = ${outcome.kind === 'delivered' ? 'delivered' : givenUp ? 'dead' : 'pending'}, attempts = ${attempt},
        last_status = ${outcome.status}, last_error = ${outcome.problem},
        next_attempt_at = now() + ${delayMs} * interval '1 millisecond',
        delivered_at = CASE WHEN ${outcome.kind === 'delivered'} THEN now() END
      WHERE id = ${next.message_id} AND state = 'pending'`;
    if (outcome.kind === 'gone') {
      await tx`
        UPDATE developer.webhooks SET paused_at = now(), pause_reason = '接收方返回 410 · the receiver answered 410 Gone'
        WHERE id = ${webhookId} AND paused_at IS NULL`;
    }
  });
  return outcome.kind === 'delivered' || givenUp ? 0 : delayMs;
}

/** Why nothing was delivered, in both languages as far as the error has both. */
function explainFailure(error: unknown): string {
  if (error instanceof XiangyuError) return `${error.zh ? `${error.zh.reason} · ` : ''}${error.reason}`;
  return `没有送达 · ${error instanceof Error ? error.message : String(error)}`;
}

async function post(context: DeliveryContext, webhookId: string, next: NextRow): Promise<Outcome> {
  const { platformSecret, allowPrivate, timeoutMs, signal } = context;
  const headers = signMessage({
    platformSecret,
    webhook: { id: webhookId, secretVersion: next.secret_version },
    withPrevious: next.with_previous,
    messageId: next.event_id,
    timestamp: Math.floor(Date.now() / 1_000),
    body: next.body,
  });
  try {
    const { status } = await postOutgoing({ url: next.url, body: next.body, headers, timeoutMs, allowPrivate, signal });
    if (status >= 200 && status < 300) return { kind: 'delivered', status, problem: null };
    const problem = `接收方返回 ${status} · the receiver answered ${status}`;
    return { kind: status === 410 ? 'gone' : 'failed', status, problem };
  } catch (error) {
    return { kind: 'failed', status: null, problem: explainFailure(error) };
  }
}
