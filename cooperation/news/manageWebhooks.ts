import { randomUUID } from 'node:crypto';
import type { Principal } from '../../alliance/index.ts';
import { checkOutgoingUrl, formatSecret } from '../../host/index.ts';
import type { Tx } from '../../store/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { newsChannel } from './tellNews.ts';
import type { Topic } from './topics.ts';

/** Most webhooks of one organisation. */
const most = 10;

interface OwnWebhook {
  principal: Principal;
  id: string;
}

const action = 'cooperation:manage-webhooks';
const thingOf = ({ principal: { member } }: { principal: Principal }) => ({ type: 'Organisation', id: member, member });

/**
 * Adds a webhook of the principal's organisation; it is told what happens from now on. The secret that its messages are signed with
 * is in this answer only. @throws COOPERATION_TOO_MANY_WEBHOOKS, HOST_URL_INVALID, HOST_ADDRESS_PRIVATE, RIGHTS_REFUSED
 */
export async function createWebhook(
  house: CooperationHouse,
  { principal, url: given, topics }: { principal: Principal; url: string; topics: Topic[] },
): Promise<{ id: string; secret: string }> {
  house.rights.require({ principal, action });
  const url = checkOutgoingUrl(given, house.allowPrivateUrls).href;
  const { member } = principal;
  const id = randomUUID();
  await house.store.transaction(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`cooperation.webhooks ${member}`}, 0))`;
    const [known] = await tx<{ count: number }[]>`
      SELECT count(*)::int FROM cooperation.webhooks WHERE member = ${member} AND removed_at IS NULL`;
    if ((known?.count ?? 0) >= most) throw cooperationErrors.tooManyWebhooks({ most });
    await tx`
      INSERT INTO cooperation.webhooks (id, member, url, topics)
      VALUES (${id}, ${member}, ${url}, ${[...new Set(topics)]}::text[])`;
    const detail = { what: 'added', webhook: id };
    await house.recordAct(tx, { principal, action, resource: thingOf({ principal }), detail });
  });
  return { id, secret: formatSecret(house.webhookSecret, { id, secretVersion: 1 }) };
}

/** Runs a change of an own webhook with its act. */
async function change<Result>(
  house: CooperationHouse,
  { principal, id }: OwnWebhook,
  { what, run }: { what: string; run: (tx: Tx) => Promise<readonly Result[]> },
): Promise<Result> {
  house.rights.require({ principal, action });
  return house.store.transaction(async (tx) => {
    const [changed] = await run(tx);
    if (changed === undefined) throw cooperationErrors.webhookUnknown({ id });
    await house.recordAct(tx, { principal, action, resource: thingOf({ principal }), detail: { what, webhook: id } });
    await tx`SELECT pg_notify(${newsChannel}, '')`;
    return changed;
  });
}

/** Lets the messages of a webhook wait. @throws COOPERATION_WEBHOOK_UNKNOWN, RIGHTS_REFUSED */
export async function pauseWebhook(house: CooperationHouse, own: OwnWebhook): Promise<void> {
  await change(house, own, {
    what: 'paused',
    run: (tx) => tx`
      UPDATE cooperation.webhooks
      SET paused_at = coalesce(paused_at, now()), pause_reason = coalesce(pause_reason, '本单位已暂停 · paused by the member')
      WHERE id = ${own.id} AND member = ${own.principal.member} AND removed_at IS NULL RETURNING id`,
  });
}

/** Sends what waits, at once and from the oldest on. @throws COOPERATION_WEBHOOK_UNKNOWN, RIGHTS_REFUSED */
export async function resumeWebhook(house: CooperationHouse, own: OwnWebhook): Promise<void> {
  await change(house, own, {
    what: 'resumed',
    run: async (tx) => {
      const rows = await tx`
        UPDATE cooperation.webhooks SET paused_at = NULL, pause_reason = NULL
        WHERE id = ${own.id} AND member = ${own.principal.member} AND removed_at IS NULL RETURNING id`;
      // The time of the pause does not count against the messages.
      if (rows.length > 0) {
        await tx`
          UPDATE cooperation.messages SET next_attempt_at = now(), queued_at = now()
          WHERE webhook_id = ${own.id} AND state = 'pending'`;
      }
      return rows;
    },
  });
}

/** Ends a webhook for good; what waits is not sent. @throws COOPERATION_WEBHOOK_UNKNOWN, RIGHTS_REFUSED */
export async function removeWebhook(house: CooperationHouse, own: OwnWebhook): Promise<void> {
  await change(house, own, {
    what: 'removed',
    run: (tx) => tx`
      UPDATE cooperation.webhooks SET removed_at = now()
      WHERE id = ${own.id} AND member = ${own.principal.member} AND removed_at IS NULL RETURNING id`,
  });
}

/** Gives a webhook a new secret; for a day messages are signed with the old one too. @throws as the others */
export async function rotateSecret(house: CooperationHouse, own: OwnWebhook): Promise<string> {
  const { secret_version: secretVersion } = await change<{ secret_version: number }>(house, own, {
    what: 'secret changed',
    run: (tx) => tx`
      UPDATE cooperation.webhooks SET secret_version = secret_version + 1, rotated_at = now()
      WHERE id = ${own.id} AND member = ${own.principal.member} AND removed_at IS NULL RETURNING secret_version`,
  });
  return formatSecret(house.webhookSecret, { id: own.id, secretVersion });
}

/** Queues a message that only shows that the way works. @throws COOPERATION_WEBHOOK_UNKNOWN, RIGHTS_REFUSED */
export async function pingWebhook(house: CooperationHouse, own: OwnWebhook): Promise<void> {
  const messageId = randomUUID();
  const body = JSON.stringify({ type: 'ping', timestamp: new Date().toISOString(), data: {} });
  await change(house, own, {
    what: 'tried',
    run: (tx) => tx`
      INSERT INTO cooperation.messages (webhook_id, news_id, type, body)
      SELECT id, ${messageId}, 'ping', ${body} FROM cooperation.webhooks
      WHERE id = ${own.id} AND member = ${own.principal.member} AND removed_at IS NULL RETURNING id`,
  });
}

/** Sends again what was given up; gives nothing. @throws COOPERATION_WEBHOOK_UNKNOWN, RIGHTS_REFUSED */
export async function replayMessages(house: CooperationHouse, own: OwnWebhook): Promise<void> {
  await change(house, own, {
    what: 'replayed',
    run: async (tx) => {
      const rows = await tx`
        SELECT id FROM cooperation.webhooks
        WHERE id = ${own.id} AND member = ${own.principal.member} AND removed_at IS NULL`;
      if (rows.length > 0) {
        await tx`
          UPDATE cooperation.messages SET state = 'pending', attempts = 0, next_attempt_at = now(), queued_at = now()
          WHERE webhook_id = ${own.id} AND state = 'dead'`;
      }
      return rows;
    },
  });
}
