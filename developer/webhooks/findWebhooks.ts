import type { Sql } from '../../store/index.ts';
import { developerErrors } from '../errors.ts';
import { toWebhook, type Webhook, type WebhookRow } from './webhook.ts';

/** A member's webhooks, newest first; there are few. With `id` that one only. */
export async function findWebhooks(sql: Sql, member: string, id?: string): Promise<Webhook[]> {
  const rows = await sql<WebhookRow[]>`
    SELECT webhooks.*,
      (SELECT count(*)::int FROM developer.messages WHERE webhook_id = webhooks.id AND state = 'pending') AS pending,
      (SELECT count(*)::int FROM developer.messages WHERE webhook_id = webhooks.id AND state = 'dead') AS dead
    FROM developer.webhooks
    WHERE member = ${member} AND deleted_at IS NULL AND (${id ?? null}::uuid IS NULL OR id = ${id ?? null})
    ORDER BY created_at DESC, id`;
  return rows.map(toWebhook);
}

/** One webhook of a member. @throws DEVELOPER_WEBHOOK_UNKNOWN */
export async function readWebhook(sql: Sql, member: string, id: string): Promise<Webhook> {
  const [webhook] = await findWebhooks(sql, member, id);
  if (!webhook) throw developerErrors.webhookUnknown({ id });
  return webhook;
}
