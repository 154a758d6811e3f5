import { postOutgoing, signMessage } from '../../../host/index.ts';
import type { Words } from '../../house.ts';
import type { CatalogueNews } from '../dataset.ts';
import type { CatalogueParts } from '../parts.ts';

const timeoutMs = 15_000;
const giveUpMs = 86_400_000;
/** 5 s, 10 s, 20 s, … up to an hour. */
const delayMs = (attempts: number) => Math.min(5_000 * 2 ** attempts, 3_600_000);

interface DueRow {
  seq: string;
  message: string;
  subscription: string;
  webhook: string;
  participant: string;
  dataset: string;
  kind: CatalogueNews['kind'];
  version: number;
  title: Words;
  at: Date;
  attempts: number;
}

/**
 * Sends the oldest message that a webhook waits for; gives whether there was one. A process that dies between the sending and the
 * writing sends it again with the same id, by which receivers tell it (Standard Webhooks 1.0).
 */
export async function sendNext(parts: CatalogueParts, signal: AbortSignal): Promise<boolean> {
  const { house, webhookSecret: platformSecret } = parts;
  const { store, now, settings } = house;
  const at = now();
  const [due] = await store.sql<DueRow[]>`
    UPDATE exchange.catalogue_news n
    SET attempts = attempts + 1, send_next = ${new Date(at.getTime() + 2 * timeoutMs)}
    FROM exchange.catalogue_subscriptions s
    WHERE s.id = n.subscription AND s.webhook IS NOT NULL AND n.id = (
      SELECT id FROM exchange.catalogue_news WHERE send_next <= ${at}
      ORDER BY send_next, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING n.id::text AS seq, n.message, n.subscription, s.webhook, n.participant, n.dataset, n.kind, n.version,
      n.title, n.at, n.attempts`;
  if (!due) return false;
  const { problem, gone } = await post(due);
  if (signal.aborted && problem !== null) return false;
  const over = problem === null || gone || at.getTime() - due.at.getTime() > giveUpMs;
  const next = over ? null : new Date(now().getTime() + delayMs(due.attempts - 1));
  await store.sql`
    UPDATE exchange.catalogue_news SET send_next = ${next}, problem = ${problem} WHERE id = ${due.seq}::bigint`;
  // The receiver said that it is gone for good; the inbox stays.
  if (gone)
    await store.transaction(async (tx) => {
      await tx`UPDATE exchange.catalogue_subscriptions SET webhook = NULL WHERE id = ${due.subscription}`;
      await tx`UPDATE exchange.catalogue_news SET send_next = NULL WHERE subscription = ${due.subscription}`;
    });
  return true;

  async function post(row: DueRow): Promise<{ problem: string | null; gone: boolean }> {
    const { participant, version, title, message: messageId } = row;
    const data = { participant, dataset: `urn:uuid:${row.dataset}`, version, title };
    const body = JSON.stringify({ type: `catalogue.${row.kind}`, timestamp: row.at.toISOString(), data });
    const webhook = { id: row.subscription, secretVersion: 1 };
    const timestamp = Math.floor(at.getTime() / 1_000);
    const headers = signMessage({ platformSecret, webhook, withPrevious: false, messageId, timestamp, body });
    const allowPrivate = settings.allowPrivateUrls;
    try {
      const { status } = await postOutgoing({ url: row.webhook, body, headers, timeoutMs, allowPrivate, signal });
      const problem = status >= 200 && status < 300 ? null : `The receiver answered ${status}.`;
      return { problem, gone: status === 410 };
    } catch (error) {
      return { problem: error instanceof Error ? error.message.slice(0, 300) : 'It could not be sent.', gone: false };
    }
  }
}
