import { checkOutgoingUrl, formatSecret } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import { developerErrors } from '../errors.ts';
import { type ToldState, toldStates, toWebhook, type Webhook, type WebhookRow } from './webhook.ts';

/** Most webhooks of one member. */
const most = 20;

export interface CreateWebhookParameters {
  store: Store;
  platformSecret: string;
  allowPrivate: boolean;
  member: string;
  url: string;
  /** All when left out. */
  states?: ToldState[] | undefined;
}

/**
 * Adds a webhook; it is told what happens from now on. The secret that its messages are signed with is in this answer.
 * @throws DEVELOPER_TOO_MANY_WEBHOOKS, HOST_URL_INVALID, HOST_ADDRESS_PRIVATE
 */
export async function createWebhook(parameters: CreateWebhookParameters): Promise<Webhook & { secret: string }> {
  const { store, platformSecret, allowPrivate, member, states = [...toldStates] } = parameters;
  const url = checkOutgoingUrl(parameters.url, allowPrivate).href;
  const row = await store.transaction(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`developer.webhooks ${member}`}, 0))`;
    const [known] = await tx<{ count: number }[]>`
      SELECT count(*)::int FROM developer.webhooks WHERE member = ${member} AND deleted_at IS NULL`;
    if ((known?.count ?? 0) >= most) throw developerErrors.tooManyWebhooks({ most });
    const [made] = await tx<WebhookRow[]>`
      INSERT INTO developer.webhooks (member, url, states) VALUES (${member}, ${url}, ${[...new Set(states)]}::text[])
      RETURNING *, 0 AS pending, 0 AS dead`;
    if (!made) throw new Error('the database stored no webhook');
    return made;
  });
  return { ...toWebhook(row), secret: formatSecret(platformSecret, { id: row.id, secretVersion: row.secret_version }) };
}
