import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/index.ts';
import type { JsonObject, Words } from '../../house.ts';
import { parsePolicy } from '../../policy/policy.ts';
import type { ConnectorEntry } from '../../registry/registry.ts';
import { addStep, formDocument } from '../addStep.ts';
import type { ApplyParameters } from '../applications.ts';
import { readCalendar, readSettings } from '../clocks/readCalendar.ts';
import { startClock } from '../clocks/stageClock.ts';
import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';
import { checkForm } from '../form/checkForm.ts';
import type { Application, ApplicationForm } from '../model.ts';
import type { ApplicationRow } from '../row.ts';
import { changeApplication, showApplication } from '../takeApplication.ts';
import { buildRules, rulesToJson } from '../terms/buildRules.ts';
import { findWider, termsOf } from '../terms/terms.ts';
import { findOffer } from './findOffer.ts';
import { needPlace } from './needPlace.ts';
import { wireForm } from './wireForm.ts';

const hourMs = 3_600_000;

/** The whole form of what a person filled in: the matter's name is the department's own. @throws APPLICATION_MATTER_UNKNOWN */
export async function completeForm(
  { house }: Pick<AskingContext, 'house'>,
  participant: string,
  given: unknown,
): Promise<ApplicationForm> {
  const form = checkForm(given, house.now());
  const { sql } = house.store;
  const [matter] = await sql<{ name: Words }[]>`
    SELECT name FROM exchange.matters WHERE participant = ${participant} AND code = ${form.matter}`;
  if (!matter) throw applicationErrors.matterUnknown({ code: form.matter });
  if (!form.emergency) return { ...form, matterName: matter.name };
  // What is given at once is short and few; asking for no more lets it come without another round.
  const { emergencyHours, emergencyCount } = await readSettings(sql, participant);
  const latest = new Date(house.now().getTime() + emergencyHours * hourMs - 60_000).toISOString();
  return {
    ...form,
    matterName: matter.name,
    to: Date.parse(form.to) > Date.parse(latest) ? latest : form.to,
    maxCount: Math.min(form.maxCount ?? emergencyCount, emergencyCount),
  };
}

/** The connector of a provider that can be asked. @throws APPLICATION_PROVIDER_UNKNOWN */
export async function findProvider(
  { registry }: Pick<AskingContext, 'registry'>,
  participant: string,
  provider: string,
): Promise<ConnectorEntry> {
  const entry = await registry.find(provider);
  if (entry?.state !== 'active' || entry.slug === participant)
    throw applicationErrors.providerUnknown({ provider: provider.slice(0, 100) });
  return entry;
}

/** The offer that goes out: the catalogue's, with what the form asks for. */
export function askOffer(p: {
  row: Pick<ApplicationRow, 'offer' | 'offer_policy' | 'dataset' | 'participant' | 'form'>;
}): JsonObject {
  const { offer, offer_policy, dataset, participant, form } = p.row;
  const rules = buildRules({ offer: parsePolicy(offer_policy), form, terms: termsOf(form), recipient: participant });
  return { '@id': offer, '@type': 'Offer', target: dataset, ...rulesToJson(rules) };
}

/** A granted application that covers this one: asking again for what one has only costs others time. */
async function findCovering(
  tx: Tx,
  p: { participant: string; provider: string; dataset: string; form: ApplicationForm; now: Date },
) {
  const rows = await tx<ApplicationRow[]>`
    SELECT * FROM exchange.applications
    WHERE participant = ${p.participant} AND role = 'consumer' AND state = 'granted'
      AND counterparty_slug = ${p.provider} AND dataset = ${p.dataset} AND form->>'matter' = ${p.form.matter}
      AND (terms->>'to')::timestamptz > ${p.now}
    ORDER BY created_at DESC LIMIT 20`;
  const wanted = termsOf(p.form);
  return rows.find(
    (row) =>
      row.terms &&
      findWider(wanted, { ...row.terms, from: wanted.from < row.terms.from ? row.terms.from : wanted.from }).length ===
        0 &&
      p.form.ways.every((way) => row.form.ways.includes(way)),
  );
}

/**
 * Applies for data: keeps the application and sends the request, in one transaction. A granted application that covers it is
 * given instead. @throws APPLICATION_INVALID, APPLICATION_MATTER_UNKNOWN, APPLICATION_PROVIDER_UNKNOWN, APPLICATION_OFFER_UNKNOWN
 */
export async function apply(context: AskingContext, parameters: ApplyParameters): Promise<Application> {
  const { participant, actor, dataset, key = null } = parameters;
  const { house, dsp } = context;
  const form = await completeForm(context, participant, parameters.form);
  const provider = await findProvider(context, participant, parameters.provider);
  const offer = await findOffer(context, { participant, provider: provider.slug, dataset, offer: parameters.offer });
  needPlace(offer.policy, form);
  const id = randomUUID();
  const wire = await wireForm(context, { id, form, encryptionKey: provider.encryptionKey });
  return house.store.transaction(async (tx) => {
    const now = house.now();
    const covering = await findCovering(tx, { participant, provider: provider.slug, dataset, form, now });
    if (covering) return showApplication(context, tx, covering);
    const [calendar, settings] = [await readCalendar(tx, participant), await readSettings(tx, participant)];
    const clock = startClock(calendar, now, 'answer', settings.firstCheckDays + settings.answerDays);
    const [made] = await tx<ApplicationRow[]>`
      INSERT INTO exchange.applications ${tx({
        participant,
        id,
        role: 'consumer',
        counterparty_did: provider.did,
        counterparty_slug: provider.slug,
        dataset,
        dataset_title: offer.title && tx.json({ ...offer.title }),
        offer: offer.id,
        offer_policy: tx.json(offer.policy),
        form: tx.json(form as never),
        state: 'inReview',
        ...clock,
        key,
        created_at: now,
        updated_at: now,
      } as unknown as Record<string, string>)} ON CONFLICT (participant, key) DO NOTHING RETURNING *`;
    if (!made) {
      const [known] = await tx<ApplicationRow[]>`
        SELECT * FROM exchange.applications WHERE participant = ${participant} AND key = ${key}`;
      if (!known) throw applicationErrors.unknown({ id });
      return showApplication(context, tx, known);
    }
    const negotiation = await dsp.startNegotiation({
      participant,
      counterparty: provider,
      offer: askOffer({ row: made }),
      extension: { 'xy:application': wire },
      purpose: form.matter,
      reuse: false,
      tx,
    });
    const row = await changeApplication(context, tx, made, { negotiation: negotiation.id });
    await addStep(context, tx, row, {
      step: 'applied',
      kind: 'application',
      actor: actor.name,
      words: { zh: '提交申请', en: 'the application is handed in' },
      detail: { items: form.items, emergency: form.emergency !== null },
      documents: { application: formDocument(form) },
    });
    return showApplication(context, tx, row);
  });
}
