import type { Tx } from '../../../store/index.ts';
import type { Dataset } from '../../catalogue/catalogue.ts';
import type { Negotiation, Verdict } from '../../dsp/dsp.ts';
import { addStep } from '../addStep.ts';
import { readSettings } from '../clocks/readCalendar.ts';
import type { AskingContext } from '../context.ts';
import { readRuling } from '../disputes/readRuling.ts';
import { applicationErrors } from '../errors.ts';
import { checkApplicant, checkWire } from '../form/checkForm.ts';
import type { WireApplication } from '../form/formSchema.ts';
import { takeRules } from '../matters/rules.ts';
import type { ApplicationForm, Terms } from '../model.ts';
import type { ApplicationRow } from '../row.ts';
import { changeApplication } from '../takeApplication.ts';
import { findWider, termsOf } from '../terms/terms.ts';
import { approveRow } from './approveRow.ts';
import { findBar } from './bars.ts';
import { type Judgement, judge } from './judge.ts';
import { keepApplication } from './keepApplication.ts';
import { receivePlain } from './receivePlain.ts';
import { refuseRow } from './refuseRow.ts';

/**
 * What a provider does with a request: keeps the application, and decides it at once where the law, a ruling, an emergency,
 * unconditional sharing or a standing rule decides; otherwise a person has to, and the clock of the first check runs.
 * @throws APPLICATION_INVALID, APPLICATION_OFFER_UNKNOWN: the request is refused with the place, and nothing is stored
 */
export async function receiveRequest(context: AskingContext, tx: Tx, negotiation: Negotiation): Promise<Verdict> {
  const { house, catalogue } = context;
  const { participant, extension } = negotiation;
  const offerId = String(negotiation.offer['@id'] ?? '');
  const offered = await catalogue.offerOf(participant, offerId);
  const dataset = offered?.dataset ?? (await catalogue.read(participant, negotiation.dataset));
  if (!dataset || dataset.id !== negotiation.dataset || dataset.state === 'withdrawn')
    throw applicationErrors.offerUnknown({ dataset: negotiation.dataset });
  const given = extension['xy:application'];
  if (given === undefined) return receivePlain(context, tx, negotiation, offered);
  const { id, applicant, ...wire } = checkWire(given, house.now());
  const form: ApplicationForm = { ...pickForm(wire), applicant: await openApplicant(context, participant, applicant) };
  const text = extension['xy:ruling'];
  const ruling = typeof text === 'string' ? { text, ruling: await readRuling(context, text) } : null;
  const offer = offered ? { id: offerId, policy: offered.policy } : null;
  const row = await keepApplication(context, tx, { id, form, offer, dataset, negotiation, ruling });
  const judged = await judgeRow(context, tx, row, dataset, ruling?.ruling.terms ?? null);
  return actOn(context, tx, row, negotiation, judged);
}

/** Only what the form has: other terms that came along are nobody's business here. */
function pickForm(wire: Omit<WireApplication, 'id' | 'applicant'>): Omit<ApplicationForm, 'applicant'> {
  const { matter, matterName, legalBasis, caseSystem, items, ways, frequency, maxCount, from, to, reason, emergency } =
    wire;
  const { place, rows } = wire;
  return {
    ...{ matter, matterName, legalBasis, caseSystem, items, ways, frequency, maxCount, from, to, reason, emergency },
    ...(place === undefined ? {} : { place }),
    ...(rows === undefined ? {} : { rows }),
  };
}

async function openApplicant({ identity }: AskingContext, participant: string, sealed: string) {
  const bytes = await identity.open(participant, sealed).catch(() => null);
  if (!bytes)
    throw applicationErrors.invalid({
      path: '$.xy:application.applicant',
      problem: 'it is not sealed to this connector',
    });
  return checkApplicant(bytes);
}

async function judgeRow(
  { house }: AskingContext,
  tx: Tx,
  { participant, form, counterparty_slug: consumer }: ApplicationRow,
  dataset: Dataset,
  ruling: Terms | null,
): Promise<Judgement> {
  const now = house.now();
  const rules = await takeRules(tx, { participant, matter: form.matter, consumer, dataset: dataset.id, now });
  const barred = form.emergency !== null && (await findBar(tx, participant, consumer));
  const { emergencyHours: hours, emergencyCount: count } = await readSettings(tx, participant);
  return judge({ form, dataset, consumer, rules, ruling, barred, emergency: { hours, count }, now });
}

async function actOn(
  context: AskingContext,
  tx: Tx,
  row: ApplicationRow,
  negotiation: Negotiation,
  judged: Judgement,
): Promise<Verdict> {
  const { words } = judged;
  if (judged.outcome === 'refuse')
    return refuseRow(context, tx, row, { ground: judged.ground, words, by: null, mode: 'published' });
  if (judged.outcome === 'person') {
    await addStep(context, tx, row, { step: 'waits', kind: 'application', words });
    return { do: 'wait', for: 'person' };
  }
  const { mode, terms, rule } = judged;
  if (mode === 'emergency') {
    const { logger } = context.house.context;
    const about = {
      participant: row.participant,
      consumer: row.counterparty_slug,
      application: row.id,
      dataset: row.dataset,
    };
    logger.warn(about, 'data were given at once in an emergency; a person has to review it');
  }
  const kept = rule === undefined ? row : await changeApplication(context, tx, row, { rule });
  const narrowed = findWider(termsOf(row.form), terms).length > 0 ? words.zh : null;
  return approveRow(context, tx, kept, negotiation, { mode, terms, words, narrowed, by: null });
}
