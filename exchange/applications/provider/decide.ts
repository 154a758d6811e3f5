import type { Tx } from '../../../store/index.ts';
import type { Negotiation, Verdict } from '../../dsp/dsp.ts';
import type { Words } from '../../house.ts';
import { addStep } from '../addStep.ts';
import type { ActParameters } from '../applications.ts';
import { readCalendar, readSettings } from '../clocks/readCalendar.ts';
import { pauseClock, startClock } from '../clocks/stageClock.ts';
import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';
import { checkTerms } from '../form/checkForm.ts';
import { checkRowItems, joinRows, readRows } from '../form/checkRows.ts';
import type { Application, RefusalGround, Terms } from '../model.ts';
import type { ApplicationRow } from '../row.ts';
import { changeApplication, showApplication, takeApplication } from '../takeApplication.ts';
import { cutToLimits, findWider, termsOf } from '../terms/terms.ts';
import { approveRow } from './approveRow.ts';
import { refuseRow } from './refuseRow.ts';

const leastReason = 5;
/** What is incomplete is said at once; a third return would only gain time. */
const mostReturns = 2;

function needReason(text: string, what: string): string {
  const reason = text.trim();
  if (reason.length < leastReason) throw applicationErrors.reasonMissing({ what });
  return reason.slice(0, 4_000);
}

async function negotiationOf(
  { dsp }: AskingContext,
  { participant, id, negotiation }: ApplicationRow,
): Promise<Negotiation> {
  const found = negotiation ? await dsp.readNegotiation(participant, negotiation) : null;
  if (!found) throw applicationErrors.unknown({ id });
  return found;
}

/** Does in the control plane what was decided, in the same transaction. */
async function carryOut({ dsp }: AskingContext, tx: Tx, row: ApplicationRow, verdict: Verdict): Promise<void> {
  const step = { participant: row.participant, id: row.negotiation ?? '', tx };
  if (verdict.do === 'agree') await dsp.agree({ ...step, ...(verdict.policy ? { policy: verdict.policy } : {}) });
  if (verdict.do === 'offer')
    await dsp.offer({
      ...step,
      policy: verdict.policy,
      ...(verdict.extension ? { extension: verdict.extension } : {}),
    });
  if (verdict.do === 'terminate')
    await dsp.terminateNegotiation({ ...step, code: verdict.code, reason: verdict.reason });
}

/** The application conforms: from now on the time to answer runs. @throws APPLICATION_UNKNOWN, APPLICATION_IN_OTHER_STATE */
export async function confirmCheck(
  context: AskingContext,
  { participant, actor, id }: ActParameters,
): Promise<Application> {
  const { house, catalogue } = context;
  return house.store.transaction(async (tx) => {
    const row = await takeApplication(tx, { participant, id, role: 'provider', states: ['inReview'] });
    if (row.stage !== 'firstCheck')
      throw applicationErrors.inOtherState({ state: `at the stage ${row.stage}`, needed: 'at the first check' });
    const [calendar, settings] = [await readCalendar(tx, participant), await readSettings(tx, participant)];
    const dataset = await catalogue.read(participant, row.dataset);
    const connected = dataset?.source != null;
    const days = connected ? settings.answerDaysConnected : settings.answerDays;
    const changed = await changeApplication(context, tx, row, startClock(calendar, house.now(), 'answer', days));
    await addStep(context, tx, changed, {
      step: 'checked',
      actor: actor.name,
      words: {
        zh: `初审通过，${days} 个工作日内答复`,
        en: `the first check is passed; an answer is due in ${days} working days`,
      },
    });
    return showApplication(context, tx, changed);
  });
}

/** Gives an application back to be completed; its clock stands still. @throws as `confirmCheck`, APPLICATION_REASON_MISSING */
export async function returnForChanges(
  context: AskingContext,
  { participant, actor, id, note }: ActParameters & { note: string },
): Promise<Application> {
  const reason = needReason(note, 'a return');
  return context.house.store.transaction(async (tx) => {
    const row = await takeApplication(tx, { participant, id, role: 'provider', states: ['inReview'] });
    if (row.returns >= mostReturns)
      throw applicationErrors.inOtherState({ state: 'returned twice already', needed: 'decided now' });
    const negotiation = await negotiationOf(context, row);
    const changed = await changeApplication(context, tx, row, {
      state: 'returned',
      note: reason,
      returns: row.returns + 1,
      ...pauseClock(await readCalendar(tx, participant), context.house.now(), row),
    });
    await addStep(context, tx, changed, { step: 'returned', actor: actor.name, words: { zh: reason, en: reason } });
    const { '@id': _, ...policy } = negotiation.offer;
    await carryOut(context, tx, changed, { do: 'offer', policy, extension: { 'xy:return': { note: reason } } });
    return showApplication(context, tx, changed);
  });
}

export interface ApproveByPersonParameters extends ActParameters {
  words?: Words | undefined;
  narrow?: (Partial<Terms> & { reason: string }) | undefined;
}

/**
 * Approves what was asked for, or less with a reason. What the catalogue limits is cut without anybody saying so again; what the
 * law keeps back since cannot be approved.
 * @throws as `confirmCheck`, APPLICATION_WIDER, APPLICATION_REASON_MISSING, APPLICATION_OFFER_UNKNOWN
 */
export async function approve(context: AskingContext, parameters: ApproveByPersonParameters): Promise<Application> {
  const { participant, actor, id, narrow } = parameters;
  return context.house.store.transaction(async (tx) => {
    const row = await takeApplication(tx, { participant, id, role: 'provider', states: ['inReview'] });
    const negotiation = await negotiationOf(context, row);
    const dataset = await context.catalogue.read(participant, row.dataset);
    const closed = new Set(dataset?.items.filter(({ sharing }) => sharing === 'none').map(({ name }) => name));
    if (
      !dataset ||
      dataset.state === 'withdrawn' ||
      dataset.sharing === 'none' ||
      row.form.items.some((item) => closed.has(item))
    )
      throw applicationErrors.offerUnknown({ dataset: row.dataset });
    const asked = termsOf(row.form);
    const published = cutToLimits(asked, dataset.terms);
    const { reason = null, ...less }: Partial<Terms> & { reason?: string | null } = narrow ?? {};
    if (less.rows) checkRowItems(readRows(less.rows, '$.narrow.rows'), dataset, '$.narrow.rows');
    // Conditions on rows are added to those that were asked for: that can only be less.
    const rows = joinRows(published.rows, less.rows);
    const terms = checkTerms({ ...published, ...less, ...(rows.length > 0 ? { rows } : {}) }, '$.narrow');
    const wider = findWider(terms, published);
    if (wider.length > 0) throw applicationErrors.wider({ what: wider.join(', ') });
    const isLess = findWider(published, terms).length > 0;
    const why = isLess ? needReason(reason ?? '', 'narrowing') : null;
    const cut = findWider(asked, published).length > 0 ? '按目录公布的上限缩短期限或减少次数' : null;
    const narrowed = [cut, why].filter((one) => one !== null).join('；') || null;
    const words = parameters.words ?? {
      zh: narrowed ? `批准部分申请：${narrowed}` : '批准申请',
      en: narrowed ? `approved in part: ${narrowed}` : 'approved',
    };
    const verdict = await approveRow(context, tx, row, negotiation, {
      mode: 'person',
      terms,
      words,
      narrowed,
      by: actor.name,
    });
    await carryOut(context, tx, row, verdict);
    return showApplication(context, tx, await takeApplication(tx, { participant, id }));
  });
}

/** Refuses with a coded ground and words. @throws as `confirmCheck`, APPLICATION_REASON_MISSING */
export async function refuse(
  context: AskingContext,
  { participant, actor, id, ground, text }: ActParameters & { ground: RefusalGround; text: string },
): Promise<Application> {
  const reason = needReason(text, 'a refusal');
  return context.house.store.transaction(async (tx) => {
    const row = await takeApplication(tx, {
      participant,
      id,
      role: 'provider',
      states: ['inReview', 'returned', 'narrowed'],
    });
    const words = { zh: reason, en: reason };
    const verdict = await refuseRow(context, tx, row, { ground, words, by: actor.name, mode: 'person' });
    await carryOut(context, tx, row, verdict);
    return showApplication(context, tx, await takeApplication(tx, { participant, id }));
  });
}
