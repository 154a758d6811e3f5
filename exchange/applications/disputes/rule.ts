import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../house.ts';
import type { ActParameters } from '../applications.ts';
import { readCalendar } from '../clocks/readCalendar.ts';
import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';
import { checkTerms } from '../form/checkForm.ts';
import { joinRows } from '../form/checkRows.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../page.ts';
import { findWider, termsOf } from '../terms/terms.ts';
import type { Dispute, RulingText } from './dispute.ts';
import { type DisputeRow, toDispute } from './disputeRow.ts';
import { rulingType } from './readRuling.ts';
import { sendNotice } from './sendNotice.ts';

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Rules on a dispute as the data authority: the ruling is signed, and both parties get it.
 * @throws APPLICATION_NOT_AUTHORITY, APPLICATION_DISPUTE_UNKNOWN, APPLICATION_WIDER, APPLICATION_INVALID
 */
export async function rule(
  context: AskingContext,
  { participant, actor, id, ruling }: ActParameters & { ruling: RulingText },
): Promise<Dispute> {
  const { house, identity, registry, audit } = context;
  if ((await registry.authority())?.slug !== participant) throw applicationErrors.notAuthority({ participant });
  const { words, outcome } = ruling;
  if (words.zh.trim().length < 5 && words.en.trim().length < 5)
    throw applicationErrors.reasonMissing({ what: 'a ruling' });
  const text = { zh: words.zh.trim() || words.en, en: words.en.trim() || words.zh };
  return house.store.transaction(async (tx) => {
    const [row] = uuidPattern.test(id)
      ? await tx<DisputeRow[]>`
          SELECT * FROM exchange.disputes WHERE participant = ${participant} AND id = ${id} AND ruling IS NULL FOR UPDATE`
      : [];
    if (!row) throw applicationErrors.disputeUnknown({ id: id.slice(0, 80) });
    const asked = termsOf({ ...row.form, applicant: { name: '', office: '', phone: '' } });
    // What a ruling does not speak of, such as rows and place, stays as it was asked for.
    const rows = joinRows(asked.rows, ruling.terms?.rows);
    const meant = { ...asked, ...ruling.terms, ...(rows.length > 0 ? { rows } : {}) };
    const terms = outcome === 'grant' ? checkTerms(meant, '$.terms') : null;
    const wider = terms ? findWider(terms, asked) : [];
    if (wider.length > 0) throw applicationErrors.wider({ what: wider.join(', ') });
    const at = house.now();
    const payload: JsonObject = {
      id: randomUUID(),
      application: row.application,
      provider: row.provider_slug,
      consumer: row.consumer_slug,
      dataset: row.dataset,
      matter: row.form.matter,
      outcome,
      terms: terms as unknown as JsonObject | null,
      words: text,
      at: at.toISOString(),
    };
    const signed = await identity.sign(participant, rulingType, payload);
    const kept = { outcome, terms, words: text, at: at.toISOString(), by: actor.name, signed };
    await tx`
      UPDATE exchange.disputes SET ruling = ${tx.json(kept as never)}, ruled_at = ${at}
      WHERE participant = ${participant} AND id = ${id}`;
    await audit.record(tx, {
      participant,
      kind: 'decision',
      outcome: outcome === 'grant' ? 'ok' : 'refused',
      application: row.application,
      dataset: row.dataset,
      purpose: row.form.matter,
      detail: { step: 'ruled', provider: row.provider_slug, consumer: row.consumer_slug, ...text },
      documents: { ruling: signed },
    });
    for (const to of [row.provider_slug, row.consumer_slug])
      await sendNotice(context, tx, {
        participant,
        to,
        kind: 'ruling',
        application: row.application,
        content: { ruling: signed },
      });
    return toDispute({ ...row, ruling: kept }, await readCalendar(tx, participant), at);
  });
}

/** What was laid before the data authority, newest first. */
export async function listDisputes(
  { house }: Pick<AskingContext, 'house'>,
  participant: string,
  { perPage, pageToken, open }: PageParameters & { open?: boolean | undefined },
): Promise<Page<Dispute>> {
  const { sql } = house.store;
  const after = readPageToken(pageToken, /^\d{4}-\d\d-\d\dT[\d:.]+Z\|[0-9a-f-]{36}$/)?.split('|');
  const rows = await sql<DisputeRow[]>`
    SELECT * FROM exchange.disputes WHERE participant = ${participant}
      ${open === undefined ? sql`` : open ? sql`AND ruling IS NULL` : sql`AND ruling IS NOT NULL`}
      ${after ? sql`AND (date_trunc('milliseconds', created_at), id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : sql``}
    ORDER BY date_trunc('milliseconds', created_at) DESC, id DESC LIMIT ${perPage + 1}`;
  const calendar = await readCalendar(sql, participant);
  const keyOf = (row: DisputeRow) => `${row.created_at.toISOString()}|${row.id}`;
  return toPage(rows, perPage, keyOf, (row) => toDispute(row, calendar, house.now()));
}
