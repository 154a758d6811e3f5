import { randomUUID } from 'node:crypto';
import { postOutgoing } from '../../../host/index.ts';
import { enqueueJob, type Job, type Tx, workJobs } from '../../../store/index.ts';
import { type JsonObject, mayCallPrivate } from '../../house.ts';
import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';

/** What connectors tell each other about applications, besides the negotiation itself. */
export type NoticeKind = 'dispute' | 'ruling' | 'overdue' | 'misuse';

/** `typ` of a notice's signature. */
export const noticeType = 'xy-notice';
const queue = 'exchange.notices';

export interface SendNoticeParameters {
  participant: string;
  /** Slug or DID of the connector that is told. */
  to: string;
  kind: NoticeKind;
  application: string;
  content: JsonObject;
}

/** Signs a notice and queues it in the caller's transaction: it is sent if that commits, until the other side has it. */
export async function sendNotice(context: AskingContext, tx: Tx, notice: SendNoticeParameters): Promise<void> {
  const { identity, house } = context;
  const { participant, to, kind, application, content } = notice;
  const id = randomUUID();
  const now = house.now();
  const payload: JsonObject = { id, kind, to, application, content, at: now.toISOString() };
  const signed = await identity.sign(participant, noticeType, payload);
  await tx`
    INSERT INTO exchange.notices (participant, id, direction, kind, counterparty, application, content, signed, state, created_at)
    VALUES (${participant}, ${id}, 'out', ${kind}, ${to}, ${application}, ${tx.json(content)}, ${signed}, 'waiting', ${now})`;
  // Weeks of trying: the other side may be switched off over a holiday.
  await enqueueJob(tx, { queue, key: `${participant}/${id}`, payload: { participant, id }, maxAttempts: 2_000 });
}

/** Sends what is due until the signal aborts. */
export async function runNotices(context: AskingContext, signal: AbortSignal): Promise<void> {
  const { store, context: shared } = context.house;
  await workJobs({
    store,
    queue,
    concurrency: 4,
    signal,
    logger: shared.logger,
    handler: (job) => deliver(context, job),
    retryDelayMs: (attempt) => Math.min(1_000 * 2 ** (attempt - 1), 600_000),
  });
}

async function deliver(context: AskingContext, { payload, signal }: Job): Promise<void> {
  const { house, identity, registry } = context;
  const { participant, id } = payload as { participant: string; id: string };
  const { sql } = house.store;
  const [row] = await sql<{ counterparty: string; signed: string; state: string }[]>`
    SELECT counterparty, signed, state FROM exchange.notices
    WHERE participant = ${participant} AND id = ${id} AND direction = 'out'`;
  if (row?.state !== 'waiting') return;
  const entry = await registry.find(row.counterparty);
  if (entry?.state !== 'active')
    throw applicationErrors.noticeUndelivered({ to: row.counterparty, problem: 'it is not active' });
  const url = `${entry.address}/data/notices`;
  const body = JSON.stringify({ notice: row.signed });
  const { pathname } = new URL(url);
  const token = await identity.makeToken({
    slug: participant,
    audience: entry.did,
    method: 'POST',
    path: pathname,
    body,
  });
  const { status, body: answer } = await postOutgoing({
    url,
    body,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    timeoutMs: 15_000,
    allowPrivate: mayCallPrivate(house, url),
    signal,
  });
  const refused = status >= 400 && status < 500 && ![401, 404, 408, 409, 425, 429].includes(status);
  if (status >= 300 && !refused)
    throw applicationErrors.noticeUndelivered({ to: row.counterparty, problem: `status ${status}` });
  await sql`
    UPDATE exchange.notices SET state = ${refused ? 'refused' : 'done'}, done_at = ${house.now()},
      problem = ${refused ? answer.slice(0, 500) : null}
    WHERE participant = ${participant} AND id = ${id} AND direction = 'out'`;
}
