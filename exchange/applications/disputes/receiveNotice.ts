import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { enqueueJob, type Tx } from '../../../store/index.ts';
import type { JsonObject } from '../../house.ts';
import type { Caller } from '../../identity/identity.ts';
import { addStep } from '../addStep.ts';
import { letterToAuthority } from '../clocks/letters.ts';
import { readCalendar, readSettings } from '../clocks/readCalendar.ts';
import { noClock } from '../clocks/stageClock.ts';
import { addWorkingDays } from '../clocks/workCalendar.ts';
import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';
import type { ApplicationRow } from '../row.ts';
import { changeApplication } from '../takeApplication.ts';
import { rulingQueue } from './carryRulings.ts';
import { readRuling } from './readRuling.ts';
import { noticeType } from './sendNotice.ts';

const text = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\u0000]*$' });
const uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const party = Type.Object({ did: text(500), slug: text(63) });
const noticeSchema = Compile(
  Type.Object({
    id: uuid,
    kind: Type.Union([
      Type.Literal('dispute'),
      Type.Literal('ruling'),
      Type.Literal('overdue'),
      Type.Literal('misuse'),
    ]),
    to: text(500),
    application: uuid,
    content: Type.Record(Type.String(), Type.Unknown()),
    at: text(40),
  }),
);
const disputeSchema = Compile(
  Type.Object({
    provider: party,
    consumer: party,
    dataset: text(500),
    form: Type.Record(Type.String(), Type.Unknown()),
    refusal: Type.Object({ ground: text(100), text: Type.String({ maxLength: 4_000 }) }),
    reason: text(4_000),
  }),
);

const refuse = (because: string) => applicationErrors.noticeRefused({ because });

/** Takes a notice of another connector; the same one again changes nothing. @throws APPLICATION_NOTICE_REFUSED */
export async function receiveNotice(
  context: AskingContext,
  { participant, caller, jws }: { participant: string; caller: Caller; jws: string },
): Promise<void> {
  const { house, identity, audit } = context;
  const checked = await identity.verify(jws, { did: caller.did, type: noticeType }).catch(() => null);
  if (!checked) throw refuse('its signature is not that of the connector that sends it');
  const notice = checked.payload;
  if (!noticeSchema.Check(notice)) throw refuse('it has not the form of a notice');
  const { id, kind, to, application } = notice;
  const content = notice.content as JsonObject;
  const own = await identity.ensure(participant);
  if (to !== participant && to !== own.did) throw refuse('it is for another connector');
  if (Buffer.byteLength(jws) > 128 * 1024) throw refuse('it is too long');
  if (kind === 'overdue' && content.provider !== caller.slug && content.consumer !== caller.slug)
    throw refuse('it is about the application of other departments');
  // Only the data authority is told of what others let run out: nobody else's people can be written to by a notice.
  const told = kind === 'overdue' ? context.post : null;
  const post = told && (await context.registry.authority())?.slug === participant ? told : null;
  await house.store.transaction(async (tx) => {
    const now = house.now();
    const { count } = await tx`
      INSERT INTO exchange.notices
        (participant, id, direction, kind, counterparty, application, content, signed, state, created_at, done_at)
      VALUES (${participant}, ${id}, 'in', ${kind}, ${caller.slug}, ${application}, ${tx.json(content)}, ${jws}, 'done', ${now}, ${now})
      ON CONFLICT DO NOTHING`;
    if (count === 0) return;
    await audit.record(tx, {
      participant,
      kind: 'act',
      outcome: 'ok',
      counterparty: caller.did,
      application,
      detail: { step: 'notice', notice: kind },
      documents: { notice: jws },
    });
    const about = { participant, id, application, stage: String(content.stage), from: caller.slug, now };
    if (post && (await isNews(tx, about))) await post.write(tx, letterToAuthority(participant, application, content));
    if (kind === 'dispute') await takeDispute(context, tx, { participant, caller, id, application, content });
    if (kind === 'ruling') await takeRuling(context, tx, { participant, application, content });
  });
}

async function takeDispute(
  context: AskingContext,
  tx: Tx,
  p: { participant: string; caller: Caller; id: string; application: string; content: JsonObject },
): Promise<void> {
  const { participant, caller, application, content } = p;
  if (!disputeSchema.Check(content)) throw refuse('it does not say what is disputed');
  if (content.consumer.slug !== caller.slug) throw refuse('it is the dispute of another department');
  if (content.provider.slug === participant) {
    const row = await findRow(tx, participant, application);
    if (row?.counterparty_slug !== caller.slug) throw refuse('there is no such application');
    if (!['refused', 'narrowed', 'withdrawn'].includes(row.state)) return;
    const changed = await changeApplication(context, tx, row, { state: 'disputed', ...noClock });
    const words = { zh: `申请方提请裁决：${content.reason}`, en: `laid before the data authority: ${content.reason}` };
    await addStep(context, tx, changed, { step: 'disputed', words });
    return;
  }
  const authority = await context.registry.authority();
  if (authority?.slug !== participant) throw refuse('this connector is not the data authority');
  const [calendar, settings] = [await readCalendar(tx, participant), await readSettings(tx, participant)];
  const now = context.house.now();
  const { provider, consumer, dataset, form, refusal, reason } = content;
  await tx`
    INSERT INTO exchange.disputes (participant, id, application, provider_did, provider_slug, consumer_did, consumer_slug,
      dataset, form, refusal, reason, limit_days, due_at, created_at)
    VALUES (${participant}, ${p.id}, ${application}, ${provider.did}, ${provider.slug}, ${caller.did}, ${consumer.slug},
      ${dataset}, ${tx.json(form as never)}, ${tx.json({ ...refusal })}, ${reason}, ${settings.rulingDays},
      ${addWorkingDays(calendar, now, settings.rulingDays)}, ${now})
    ON CONFLICT (participant, application) DO NOTHING`;
}

/** Both parties keep the ruling; the consumer carries one in its favour into a new request. */
async function takeRuling(
  context: AskingContext,
  tx: Tx,
  { participant, application, content }: { participant: string; application: string; content: JsonObject },
): Promise<void> {
  const ruling = await readRuling(context, String(content.ruling ?? ''));
  const row = await findRow(tx, participant, application);
  if (!row || ruling.application !== application || ![ruling.provider, ruling.consumer].includes(participant))
    throw refuse('it rules on nothing that this department knows');
  if (!['disputed', 'refused', 'narrowed', 'withdrawn'].includes(row.state)) return;
  const won = row.role === 'consumer' && ruling.outcome === 'grant';
  const changed = await changeApplication(context, tx, row, {
    state: 'arbitrated',
    note: ruling.words.zh,
    ...(row.role === 'consumer' ? { ruling: ruling.id } : {}),
    ...noClock,
  });
  await addStep(context, tx, changed, {
    step: 'ruled',
    kind: 'decision',
    outcome: ruling.outcome === 'grant' ? 'ok' : 'refused',
    words: { zh: `数据主管部门裁决：${ruling.words.zh}`, en: `the data authority ruled: ${ruling.words.en}` },
    documents: { ruling: String(content.ruling) },
  });
  const payload = { participant, application, ruling: String(content.ruling) };
  if (won) await enqueueJob(tx, { queue: rulingQueue, key: `${participant}/${ruling.id}`, payload, maxAttempts: 500 });
}

/** Most mails a day for the notices of one connector; the notices themselves are all in the list. */
const mostMails = 50;
const dayMs = 86_400_000;

/** Whether a notice is news: both sides of an application tell of the same stage, and nobody fills a mailbox by telling much. */
async function isNews(
  tx: Tx,
  p: { participant: string; id: string; application: string; stage: string; from: string; now: Date },
): Promise<boolean> {
  // Both sides may tell at the same moment: the second waits, and then sees the first.
  await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`exchange:overdue:${p.participant}`}, 0))`;
  const [known] = await tx<{ same: boolean; many: boolean }[]>`
    SELECT bool_or(application = ${p.application} AND content->>'stage' = ${p.stage}) AS same,
      count(*) FILTER (WHERE counterparty = ${p.from} AND created_at > ${new Date(p.now.getTime() - dayMs)}) >= ${mostMails} AS many
    FROM exchange.notices
    WHERE participant = ${p.participant} AND direction = 'in' AND kind = 'overdue' AND id <> ${p.id}`;
  return !known?.same && !known?.many;
}

async function findRow(tx: Tx, participant: string, id: string): Promise<ApplicationRow | null> {
  const [row] = await tx<ApplicationRow[]>`
    SELECT * FROM exchange.applications WHERE participant = ${participant} AND id = ${id} FOR UPDATE`;
  return row ?? null;
}
