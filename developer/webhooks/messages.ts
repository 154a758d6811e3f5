import type { Sql } from '../../store/index.ts';
import { developerErrors } from '../errors.ts';
import type { ChangeWebhookParameters } from './changeWebhook.ts';
import { readWebhook } from './findWebhooks.ts';
import { webhookChannel } from './runWebhooks.ts';

/** Where a message to a webhook is. */
export type MessageState = 'pending' | 'delivered' | 'dead';

/** One message to a webhook, with what came of it. */
export interface WebhookMessage {
  id: string;
  /** The `webhook-id` header, the same at every attempt. */
  messageId: string;
  type: string;
  /** Exactly what is sent. */
  body: string;
  state: MessageState;
  attempts: number;
  nextAttemptAt: string | null;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: string;
  deliveredAt: string | null;
}

interface MessageRow {
  id: string;
  event_id: string;
  type: string;
  body: string;
  state: MessageState;
  attempts: number;
  next_attempt_at: Date;
  last_status: number | null;
  last_error: string | null;
  created_at: Date;
  delivered_at: Date | null;
}

const toMessage = (row: MessageRow): WebhookMessage => ({
  id: row.id,
  messageId: row.event_id,
  type: row.type,
  body: row.body,
  state: row.state,
  attempts: row.attempts,
  nextAttemptAt: row.state === 'pending' ? row.next_attempt_at.toISOString() : null,
  lastStatus: row.last_status,
  lastError: row.last_error,
  createdAt: row.created_at.toISOString(),
  deliveredAt: row.delivered_at?.toISOString() ?? null,
});

export interface FindMessagesParameters {
  member: string;
  webhookId: string;
  state?: MessageState | undefined;
  /** Id of the last message of the page before. */
  before?: string | undefined;
  limit: number;
}

/** A webhook's messages, newest first. @throws DEVELOPER_WEBHOOK_UNKNOWN */
export async function findMessages(
  sql: Sql,
  { member, webhookId, state, before, limit }: FindMessagesParameters,
): Promise<{ items: WebhookMessage[]; nextCursor: string | null }> {
  await readWebhook(sql, member, webhookId);
  const rows = await sql<MessageRow[]>`
    SELECT id, event_id, type, body, state, attempts, next_attempt_at, last_status, last_error, created_at, delivered_at
    FROM developer.messages
    WHERE webhook_id = ${webhookId} AND (${state ?? null}::text IS NULL OR state = ${state ?? null})
      AND (${before ?? null}::bigint IS NULL OR id < ${before ?? null}::bigint)
    ORDER BY id DESC
    LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit).map(toMessage);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/**
 * Sends messages again that were given up (or, with `messageId`, one that was given up or delivered). They keep their order
 * among themselves and come before newer ones that wait. Gives how many. @throws DEVELOPER_MESSAGE_UNKNOWN
 */
export async function replayMessages(
  parameters: ChangeWebhookParameters & { messageId?: string | undefined },
): Promise<number> {
  const { store, member, id, messageId } = parameters;
  await readWebhook(store.sql, member, id);
  return store.transaction(async (tx) => {
    const { count } = await tx`
      UPDATE developer.messages
      SET state = 'pending', attempts = 0, next_attempt_at = now(), queued_at = now(), delivered_at = NULL
      WHERE webhook_id = ${id}
        AND CASE WHEN ${messageId ?? null}::bigint IS NULL THEN state = 'dead'
          ELSE id = ${messageId ?? null}::bigint AND state <> 'pending' END`;
    if (count === 0 && messageId !== undefined) throw developerErrors.messageUnknown({ id: messageId, webhook: id });
    await store.notify(tx, webhookChannel, '');
    return count;
  });
}
