import { addStep, formDocument } from '../addStep.ts';
import type { ActParameters } from '../applications.ts';
import { readCalendar } from '../clocks/readCalendar.ts';
import { noClock, resumeClock } from '../clocks/stageClock.ts';
import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';
import type { Application, ApplicationForm } from '../model.ts';
import { changeApplication, showApplication, takeApplication } from '../takeApplication.ts';
import { askOffer, completeForm, findProvider } from './apply.ts';
import { needPlace } from './needPlace.ts';
import { wireForm } from './wireForm.ts';

/** Hands a returned or narrowed application in again, changed. @throws as `apply`, APPLICATION_IN_OTHER_STATE */
export async function amend(
  context: AskingContext,
  { participant, actor, id, form: given }: ActParameters & { form: Omit<ApplicationForm, 'matterName'> },
): Promise<Application> {
  const { house, dsp } = context;
  const form = await completeForm(context, participant, given);
  return house.store.transaction(async (tx) => {
    const row = await takeApplication(tx, { participant, id, role: 'consumer', states: ['returned', 'narrowed'] });
    needPlace(row.offer_policy, form);
    const provider = await findProvider(context, participant, row.counterparty_slug);
    const wire = await wireForm(context, { id, form, encryptionKey: provider.encryptionKey });
    const changed = await changeApplication(context, tx, row, {
      form,
      state: 'inReview',
      note: null,
      terms: null,
      ...resumeClock(await readCalendar(tx, participant), house.now(), row),
    });
    await addStep(context, tx, changed, {
      step: 'amended',
      kind: 'application',
      actor: actor.name,
      words: { zh: '修改后重新提交', en: 'handed in again, changed' },
      documents: { application: formDocument(form) },
    });
    await dsp.request({
      participant,
      id: row.negotiation ?? '',
      policy: askOffer({ row: changed }),
      extension: { 'xy:application': wire },
      tx,
    });
    return showApplication(context, tx, changed);
  });
}

/** Takes what the provider narrowed. @throws APPLICATION_UNKNOWN, APPLICATION_IN_OTHER_STATE */
export async function acceptNarrowed(
  context: AskingContext,
  { participant, actor, id }: ActParameters,
): Promise<Application> {
  const { house, dsp } = context;
  return house.store.transaction(async (tx) => {
    const row = await takeApplication(tx, { participant, id, role: 'consumer', states: ['narrowed'] });
    const changed = await changeApplication(context, tx, row, { state: 'inReview' });
    const words = { zh: '接受缩小后的范围', en: 'what was narrowed is taken' };
    await addStep(context, tx, changed, { step: 'accepted', actor: actor.name, words });
    await dsp.accept({ participant, id: row.negotiation ?? '', tx });
    return showApplication(context, tx, changed);
  });
}

/** Takes an application back, as long as there is no agreement in force. @throws as `acceptNarrowed`, APPLICATION_REASON_MISSING */
export async function withdraw(
  context: AskingContext,
  { participant, actor, id, reason }: ActParameters & { reason: string },
): Promise<Application> {
  const text = reason.trim().slice(0, 2_000);
  if (text.length < 2) throw applicationErrors.reasonMissing({ what: 'a withdrawal' });
  const { house, dsp } = context;
  return house.store.transaction(async (tx) => {
    const states = ['inReview', 'returned', 'narrowed'] as const;
    const row = await takeApplication(tx, { participant, id, role: 'consumer', states });
    const changed = await changeApplication(context, tx, row, { state: 'withdrawn', note: text, ...noClock });
    await addStep(context, tx, changed, { step: 'withdrawn', actor: actor.name, words: { zh: text, en: text } });
    const negotiation = { participant, id: row.negotiation ?? '', tx };
    await dsp.terminateNegotiation({ ...negotiation, code: 'xy:withdrawn', reason: [text] });
    return showApplication(context, tx, changed);
  });
}
