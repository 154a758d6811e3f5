import type { Tx } from '../../../store/index.ts';
import type { Negotiation, NegotiationEvent, Verdict } from '../../dsp/dsp.ts';
import type { JsonObject, Words } from '../../house.ts';
import { parsePolicy } from '../../policy/policy.ts';
import { addStep } from '../addStep.ts';
import { readCalendar } from '../clocks/readCalendar.ts';
import { noClock, pauseClock } from '../clocks/stageClock.ts';
import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';
import { checkTerms } from '../form/checkForm.ts';
import { groundOf } from '../provider/refuseRow.ts';
import type { ApplicationRow } from '../row.ts';
import { changeApplication, takeByNegotiation } from '../takeApplication.ts';
import { areSameRules, buildRules } from '../terms/buildRules.ts';
import { findWider, termsOf } from '../terms/terms.ts';

const openStates = ['inReview', 'returned', 'narrowed', 'approved'];
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '').slice(0, 4_000) : '');

/** What a consumer does at each step of a negotiation. */
export async function followConsumer(
  context: AskingContext,
  tx: Tx,
  negotiation: Negotiation,
  event: NegotiationEvent,
): Promise<Verdict | null> {
  if (event.by === 'consumer' && event.what !== 'terminated') return null;
  const row = await takeByNegotiation(tx, negotiation.participant, negotiation.id);
  if (event.what === 'agreed') return takeAgreement(context, tx, negotiation, row);
  if (!row) return null;
  switch (event.what) {
    case 'offered':
      return takeOffer(context, tx, negotiation, row);
    case 'finalized': {
      const changed = await changeApplication(context, tx, row, { state: 'granted', ...noClock });
      const words = { zh: '协议生效，数据可用', en: 'the agreement is in force, and data can be got' };
      await addStep(context, tx, changed, { step: 'granted', words });
      return null;
    }
    case 'terminated':
      await takeEnd(context, tx, row, event);
      return null;
    default:
      return null;
  }
}

/** A counter-offer: the application comes back, or less is given than was asked for. */
async function takeOffer(
  context: AskingContext,
  tx: Tx,
  { extension, offer }: Negotiation,
  row: ApplicationRow,
): Promise<Verdict> {
  const calendar = await readCalendar(tx, row.participant);
  const paused = pauseClock(calendar, context.house.now(), row);
  const returned = extension['xy:return'];
  if (isObject(returned)) {
    const note = textOf(returned.note);
    const changed = await changeApplication(context, tx, row, { state: 'returned', note, ...paused });
    await addStep(context, tx, changed, { step: 'returned', words: { zh: note, en: note } });
    return { do: 'wait', for: 'person' };
  }
  const narrowed = isObject(extension['xy:narrowed']) ? extension['xy:narrowed'] : {};
  const told = 'terms' in narrowed ? checkTerms(narrowed.terms, '$.xy:narrowed.terms') : termsOf(row.form);
  // What counts are the rules on the table; words that say something else are not taken for them.
  const { participant: recipient, form } = row;
  const meant = buildRules({ offer: parsePolicy(row.offer_policy), form, terms: told, recipient });
  const terms = areSameRules(parsePolicy(offer), meant) ? told : null;
  const note = textOf(narrowed.reason);
  const changed = await changeApplication(context, tx, row, { state: 'narrowed', terms, note, ...paused });
  await addStep(context, tx, changed, { step: 'narrowed', words: { zh: note, en: note } });
  // Whoever asked in an emergency takes what there is at once.
  if (form.emergency && terms && findWider(terms, termsOf(form)).length === 0) return { do: 'accept' };
  return { do: 'wait', for: 'person' };
}

/** The agreement, whose rules the control plane held against the offer, and its grant, which must be what was asked for. */
async function takeAgreement(
  context: AskingContext,
  tx: Tx,
  { participant, agreement, agreementId, counterparty }: Negotiation,
  row: ApplicationRow | null,
): Promise<Verdict | null> {
  const disclosure = agreement?.['xy:grant'];
  if (!agreement || agreementId === null) return null;
  if (disclosure !== undefined) {
    const grant = await context.grants.adopt(tx, {
      participant,
      agreement: agreementId,
      provider: counterparty.slug || counterparty.did,
      policy: agreement,
      disclosure,
    });
    const wrong = row && (grant.purpose !== row.form.matter || grant.dataset !== row.dataset);
    if (wrong)
      throw applicationErrors.invalid({
        path: '$.agreement.xy:grant',
        problem: 'it is for another purpose or dataset',
      });
  }
  if (row) {
    const terms = row.terms ?? termsOf(row.form);
    const changed = await changeApplication(context, tx, row, {
      state: 'approved',
      agreement: agreementId,
      terms,
      note: null,
      paused_days: null,
    });
    const words = { zh: '提供方同意，协议待生效', en: 'the provider agrees; the agreement is to come into force' };
    await addStep(context, tx, changed, { step: 'approved', words });
  }
  return { do: 'verify' };
}

async function takeEnd(
  context: AskingContext,
  tx: Tx,
  row: ApplicationRow,
  { by, message }: NegotiationEvent,
): Promise<void> {
  if (!openStates.includes(row.state)) return;
  const code = textOf(message.code);
  const reason = Array.isArray(message.reason) ? message.reason.map(textOf).filter((one) => one !== '') : [];
  const whole = reason.join(' ').slice(0, 4_000);
  const words: Words =
    by === 'consumer' && whole !== ''
      ? { zh: whole, en: whole }
      : { zh: reason[0] ?? code, en: reason[1] ?? reason[0] ?? code };
  // An own withdrawal changed the state before; what ends here otherwise was refused as a message, or nobody answered.
  const ground = groundOf(code) ?? 'other';
  const at = context.house.now().toISOString();
  const decision = {
    mode: by === 'consumer' ? 'published' : 'person',
    outcome: 'refused',
    ground,
    words,
    by: null,
    at,
    signed: null,
  } as const;
  const changed = await changeApplication(context, tx, row, { state: 'refused', decision, note: words.zh, ...noClock });
  await addStep(context, tx, changed, {
    step: 'refused',
    kind: 'decision',
    outcome: 'refused',
    words,
    detail: { ground, code },
  });
}
