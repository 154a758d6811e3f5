import type { Principal } from '../../alliance/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../page.ts';
import { type NewsMessage, type NewsWebhook, toWebhook, type WebhookRow } from './webhook.ts';

const action = 'cooperation:manage-webhooks';

/** The webhooks of the principal's organisation, the newest first; there are few. @throws RIGHTS_REFUSED */
export async function findWebhooks(
  { store: { sql }, rights }: CooperationHouse,
  principal: Principal,
): Promise<NewsWebhook[]> {
  rights.require({ principal, action });
  const rows = await sql<WebhookRow[]>`
    SELECT w.*,
      (SELECT count(*)::int FROM cooperation.messages WHERE webhook_id = w.id AND state = 'pending') AS pending,
      (SELECT count(*)::int FROM cooperation.messages WHERE webhook_id = w.id AND state = 'dead') AS dead
    FROM cooperation.webhooks AS w
    WHERE member = ${principal.member} AND removed_at IS NULL
    ORDER BY created_at DESC, id`;
  return rows.map(toWebhook);
}

interface MessageRow {
  id: string;
  news_id: string;
  type: string;
  body: string;
  state: NewsMessage['state'];
  attempts: number;
  last_status: number | null;
  last_error: string | null;
  created_at: Date;
  delivered_at: Date | null;
}

/** The messages of an own webhook, the newest first. @throws COOPERATION_WEBHOOK_UNKNOWN, RIGHTS_REFUSED */
export async function findMessages(
  { store: { sql }, rights }: CooperationHouse,
  { principal, id, perPage, pageToken }: PageParameters & { principal: Principal; id: string },
): Promise<Page<NewsMessage>> {
  rights.require({ principal, action });
  const before = readPageToken(pageToken, ([number]) => /^[0-9]{1,18}$/.test(String(number)))?.[0] ?? null;
  const [own] = await sql`
    SELECT FROM cooperation.webhooks WHERE id = ${id} AND member = ${principal.member} AND removed_at IS NULL`;
  if (!own) throw cooperationErrors.webhookUnknown({ id });
  const rows = await sql<MessageRow[]>`
    SELECT id, news_id, type, body, state, attempts, last_status, last_error, created_at, delivered_at
    FROM cooperation.messages
    WHERE webhook_id = ${id} ${before === null ? sql`` : sql`AND id < ${before}`}
    ORDER BY id DESC LIMIT ${perPage + 1}`;
  return toPage(rows, {
    perPage,
    keyOf: (row) => [row.id],
    toItem: (row) => ({
      id: row.id,
      messageId: row.news_id,
      type: row.type,
      body: row.body,
      state: row.state,
      attempts: row.attempts,
      lastStatus: row.last_status,
      lastError: row.last_error,
      createdAt: row.created_at.toISOString(),
      deliveredAt: row.delivered_at?.toISOString() ?? null,
    }),
  });
}
