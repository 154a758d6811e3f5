import { randomUUID } from 'node:crypto';
import type { ChangeWebhookParameters } from './changeWebhook.ts';
import { readWebhook } from './findWebhooks.ts';
import { webhookChannel } from './runWebhooks.ts';

/** Queues a message that only shows that the way works; gives its `webhook-id`. @throws DEVELOPER_WEBHOOK_UNKNOWN */
export async function pingWebhook({ store, member, id }: ChangeWebhookParameters): Promise<string> {
  await readWebhook(store.sql, member, id);
  const messageId = `ping_${randomUUID()}`;
  const body = JSON.stringify({ type: 'ping', timestamp: new Date().toISOString(), data: {} });
  await store.sql`
    WITH queued AS (
      INSERT INTO developer.messages (webhook_id, event_id, type, body) VALUES (${id}, ${messageId}, 'ping', ${body})
    )
    SELECT pg_notify(${webhookChannel}, '')`;
  return messageId;
}
