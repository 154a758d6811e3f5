import { formatSecret } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import { developerErrors } from '../errors.ts';
import { webhookChannel } from './runWebhooks.ts';

export interface ChangeWebhookParameters {
  store: Store;
  member: string;
  id: string;
}

/** Lets a webhook's messages wait until it is resumed. @throws DEVELOPER_WEBHOOK_UNKNOWN */
export async function pauseWebhook({ store, member, id }: ChangeWebhookParameters): Promise<void> {
  const { count } = await store.sql`
    UPDATE developer.webhooks SET paused_at = coalesce(paused_at, now()), pause_reason = coalesce(pause_reason, '本单位已暂停 · paused by the member')
    WHERE id = ${id} AND member = ${member} AND deleted_at IS NULL`;
  if (count === 0) throw developerErrors.webhookUnknown({ id });
}

/** Sends what waits, at once and from the oldest on. @throws DEVELOPER_WEBHOOK_UNKNOWN */
export async function resumeWebhook({ store, member, id }: ChangeWebhookParameters): Promise<void> {
  await store.transaction(async (tx) => {
    const { count } = await tx`
      UPDATE developer.webhooks SET paused_at = NULL, pause_reason = NULL
      WHERE id = ${id} AND member = ${member} AND deleted_at IS NULL`;
    if (count === 0) throw developerErrors.webhookUnknown({ id });
    // The time of the pause does not count against the messages.
    await tx`
      UPDATE developer.messages SET next_attempt_at = now(), queued_at = now()
      WHERE webhook_id = ${id} AND state = 'pending'`;
    await store.notify(tx, webhookChannel, '');
  });
}

/** Ends a webhook for good; what waits is not sent. @throws DEVELOPER_WEBHOOK_UNKNOWN */
export async function removeWebhook({ store, member, id }: ChangeWebhookParameters): Promise<void> {
  const { count } = await store.sql`
    UPDATE developer.webhooks SET deleted_at = now() WHERE id = ${id} AND member = ${member} AND deleted_at IS NULL`;
  if (count === 0) throw developerErrors.webhookUnknown({ id });
}

/**
 * Gives a webhook a new secret, as the receiver enters it. For a day messages are signed with the old one too.
 * @throws DEVELOPER_WEBHOOK_UNKNOWN
 */
export async function rotateSecret(parameters: ChangeWebhookParameters & { platformSecret: string }): Promise<string> {
  const { store, member, id, platformSecret } = parameters;
  const [row] = await store.sql<{ secret_version: number }[]>`
    UPDATE developer.webhooks SET secret_version = secret_version + 1, rotated_at = now()
    WHERE id = ${id} AND member = ${member} AND deleted_at IS NULL
    RETURNING secret_version`;
  if (!row) throw developerErrors.webhookUnknown({ id });
  return formatSecret(platformSecret, { id, secretVersion: row.secret_version });
}
