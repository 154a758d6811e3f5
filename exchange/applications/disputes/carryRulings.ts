import { type Job, workJobs } from '../../../store/index.ts';
import { addStep } from '../addStep.ts';
import { readCalendar, readSettings } from '../clocks/readCalendar.ts';
import { startClock } from '../clocks/stageClock.ts';
import { askOffer, findProvider } from '../consumer/apply.ts';
import { findOffer } from '../consumer/findOffer.ts';
import { wireForm } from '../consumer/wireForm.ts';
import type { AskingContext } from '../context.ts';
import { changeApplication, readApplication, takeApplication } from '../takeApplication.ts';
import { readRuling } from './readRuling.ts';

/** Rulings in a department's favour that are to be carried into a new request. */
export const rulingQueue = 'exchange.rulings';

/** Carries rulings into new requests until the signal aborts. */
export async function runRulings(context: AskingContext, signal: AbortSignal): Promise<void> {
  const { store, context: shared } = context.house;
  await workJobs({
    store,
    queue: rulingQueue,
    concurrency: 2,
    signal,
    logger: shared.logger,
    handler: (job) => carry(context, job),
  });
}

/** Asks again for what was ruled, with the ruling; once, however often it is tried. */
async function carry(context: AskingContext, { payload }: Job): Promise<void> {
  const { house, dsp } = context;
  const {
    participant,
    application: id,
    ruling: jws,
  } = payload as { participant: string; application: string; ruling: string };
  const { terms, id: ruling } = await readRuling(context, jws);
  const known = await readApplication(context, participant, id);
  if (known.state !== 'arbitrated' || !terms) return;
  const provider = await findProvider(context, participant, known.counterparty.slug);
  const offer = await findOffer(context, {
    participant,
    provider: provider.slug,
    dataset: known.dataset,
    offer: undefined,
  });
  const form = { ...known.form, ...terms, emergency: null };
  const wire = await wireForm(context, { id, form, encryptionKey: provider.encryptionKey });
  await house.store.transaction(async (tx) => {
    const row = await takeApplication(tx, { participant, id, role: 'consumer' });
    if (row.state !== 'arbitrated') return;
    const [calendar, settings] = [await readCalendar(tx, participant), await readSettings(tx, participant)];
    const asking = { ...row, form, offer: offer.id, offer_policy: offer.policy };
    const negotiation = await dsp.startNegotiation({
      participant,
      counterparty: provider,
      offer: askOffer({ row: asking }),
      extension: { 'xy:application': wire, 'xy:ruling': jws },
      purpose: form.matter,
      reuse: false,
      key: `ruling:${ruling}`,
      tx,
    });
    const changed = await changeApplication(context, tx, row, {
      form,
      offer: offer.id,
      offer_policy: offer.policy,
      counterparty_did: provider.did,
      negotiation: negotiation.id,
      state: 'inReview',
      terms: null,
      ...startClock(calendar, house.now(), 'answer', settings.answerDays),
    });
    const words = { zh: '携裁决重新申请', en: 'asked again with the ruling' };
    await addStep(context, tx, changed, { step: 'applied', kind: 'application', words });
  });
}
