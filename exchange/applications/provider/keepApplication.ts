import type { Tx } from '../../../store/index.ts';
import type { Dataset } from '../../catalogue/catalogue.ts';
import type { Negotiation } from '../../dsp/dsp.ts';
import type { JsonObject } from '../../house.ts';
import { addStep, formDocument } from '../addStep.ts';
import { readCalendar, readSettings } from '../clocks/readCalendar.ts';
import { resumeClock, startClock } from '../clocks/stageClock.ts';
import type { AskingContext } from '../context.ts';
import type { SignedRuling } from '../disputes/readRuling.ts';
import { applicationErrors } from '../errors.ts';
import type { ApplicationForm } from '../model.ts';
import type { ApplicationRow } from '../row.ts';
import { changeApplication } from '../takeApplication.ts';

export interface KeepApplicationParameters {
  id: string;
  form: ApplicationForm;
  /** The offer that is asked for, as the catalogue has it now. */
  offer: { id: string; policy: JsonObject } | null;
  dataset: Dataset;
  negotiation: Negotiation;
  ruling: { text: string; ruling: SignedRuling } | null;
}

const used = () => applicationErrors.invalid({ path: '$.xy:application.id', problem: 'it names another application' });

/**
 * Keeps an application as it came: a new one, a returned one handed in again, or one that comes back with a ruling.
 * @throws APPLICATION_INVALID, APPLICATION_OFFER_UNKNOWN
 */
export async function keepApplication(
  context: AskingContext,
  tx: Tx,
  parameters: KeepApplicationParameters,
): Promise<ApplicationRow> {
  const { id, form, offer, dataset, negotiation, ruling } = parameters;
  const { participant, counterparty } = negotiation;
  const now = context.house.now();
  if (ruling) checkRuling(parameters, ruling.ruling);
  const [known] = await tx<ApplicationRow[]>`
    SELECT * FROM exchange.applications WHERE participant = ${participant} AND id = ${id} FOR UPDATE`;
  if (known) return takeAgain(context, tx, known, parameters);
  if (!offer) throw applicationErrors.offerUnknown({ dataset: dataset.id });
  const [calendar, settings] = [await readCalendar(tx, participant), await readSettings(tx, participant)];
  const clock = startClock(calendar, now, 'firstCheck', settings.firstCheckDays);
  const [row] = await tx<ApplicationRow[]>`
    INSERT INTO exchange.applications ${tx({
      participant,
      id,
      role: 'provider',
      counterparty_did: counterparty.did,
      counterparty_slug: counterparty.slug,
      negotiation: negotiation.id,
      dataset: dataset.id,
      dataset_title: tx.json({ ...dataset.title }),
      dataset_version: dataset.version,
      offer: offer.id,
      offer_policy: tx.json(offer.policy),
      form: tx.json(form as never),
      state: 'inReview',
      ...clock,
      ruling: ruling?.ruling.id ?? null,
      created_at: now,
      updated_at: now,
    } as unknown as Record<string, string>)} RETURNING *`;
  if (!row) throw used();
  await addStep(context, tx, row, {
    step: 'received',
    kind: 'application',
    words: { zh: '收到申请', en: 'the application came' },
    detail: { items: form.items, ways: form.ways, emergency: form.emergency !== null },
    documents: { application: formDocument(form), ...(ruling ? { ruling: ruling.text } : {}) },
  });
  return row;
}

async function takeAgain(
  context: AskingContext,
  tx: Tx,
  known: ApplicationRow,
  { form, offer, dataset, negotiation, ruling }: KeepApplicationParameters,
): Promise<ApplicationRow> {
  const same = known.role === 'provider' && known.counterparty_slug === negotiation.counterparty.slug;
  if (!same || known.dataset !== dataset.id) throw used();
  const base = {
    form,
    ...(offer ? { offer: offer.id, offer_policy: offer.policy } : {}),
    dataset_version: dataset.version,
  };
  const calendar = await readCalendar(tx, known.participant);
  const again = known.negotiation === negotiation.id;
  if (again && ['returned', 'narrowed'].includes(known.state)) {
    const clock = resumeClock(calendar, context.house.now(), known);
    const row = await changeApplication(context, tx, known, {
      ...base,
      state: 'inReview',
      note: null,
      terms: null,
      ...clock,
    });
    const words = { zh: '修改后重新提交', en: 'handed in again, changed' };
    const documents = { application: formDocument(form) };
    await addStep(context, tx, row, { step: 'amended', kind: 'application', words, documents });
    return row;
  }
  if (
    again ||
    !ruling ||
    known.ruling !== null ||
    !['refused', 'disputed', 'arbitrated', 'narrowed', 'withdrawn'].includes(known.state)
  )
    throw used();
  const settings = await readSettings(tx, known.participant);
  const row = await changeApplication(context, tx, known, {
    ...base,
    negotiation: negotiation.id,
    counterparty_did: negotiation.counterparty.did,
    state: 'inReview',
    ruling: ruling.ruling.id,
    note: null,
    terms: null,
    ...startClock(calendar, context.house.now(), 'answer', settings.answerDays),
  });
  const words = { zh: '携裁决重新提交', en: 'it comes back with a ruling of the data authority' };
  await addStep(context, tx, row, { step: 'ruled', kind: 'application', words, documents: { ruling: ruling.text } });
  return row;
}

function checkRuling({ id, form, dataset, negotiation }: KeepApplicationParameters, ruling: SignedRuling): void {
  const about: [keyof SignedRuling, string][] = [
    ['application', id],
    ['provider', negotiation.participant],
    ['consumer', negotiation.counterparty.slug],
    ['dataset', dataset.id],
    ['matter', form.matter],
    ['outcome', 'grant'],
  ];
  const wrong = about.find(([name, value]) => ruling[name] !== value);
  if (wrong) throw applicationErrors.invalid({ path: '$.xy:ruling', problem: `it is about another ${wrong[0]}` });
}
