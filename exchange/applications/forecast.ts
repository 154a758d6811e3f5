import { offerIdOf } from '../catalogue/message/offer.ts';
import { evaluatePolicy, type Policy, parsePolicy, rowsOf } from '../policy/policy.ts';
import type { Forecast } from './applications.ts';
import { readSettings } from './clocks/readCalendar.ts';
import type { AskingContext } from './context.ts';
import { takeRules } from './matters/rules.ts';
import type { ApplicationForm } from './model.ts';
import { findBar } from './provider/bars.ts';
import { type Judgement, judge } from './provider/judge.ts';
import { buildRules } from './terms/buildRules.ts';
import { termsOf } from './terms/terms.ts';

export interface ForecastParameters {
  participant: string;
  /** Slug of the department that would ask. */
  consumer: string;
  dataset: string;
  form: ApplicationForm;
  at?: Date | undefined;
}

/** What would happen to an application of a department, and to a first use under it; nothing is kept. */
export async function forecast(
  { house, catalogue, registry }: Pick<AskingContext, 'house' | 'catalogue' | 'registry'>,
  { participant, consumer, dataset: id, form, at = house.now() }: ForecastParameters,
): Promise<Forecast> {
  const dataset = await catalogue.read(participant, id);
  if (!dataset || dataset.state === 'withdrawn' || dataset.version === 0) {
    const words = { zh: '没有这个数据集', en: 'there is no such dataset' };
    return { outcome: 'unknown', words, decision: null };
  }
  const judged = await house.store.transaction(async (tx): Promise<Judgement> => {
    const rules = await takeRules(tx, { participant, matter: form.matter, consumer, dataset: id, now: at });
    const barred = await findBar(tx, participant, consumer);
    const { emergencyHours: hours, emergencyCount: count } = await readSettings(tx, participant);
    const emergency = { hours, count };
    return judge({ form, dataset, consumer, rules, ruling: null, barred, emergency, now: at });
  });
  const outcome = judged.outcome === 'approve' ? 'approved' : judged.outcome === 'refuse' ? 'refused' : 'person';
  if (outcome === 'refused') return { outcome, words: judged.words, decision: null };
  const offerId = offerIdOf(dataset);
  const offered = await catalogue.offerOf(participant, offerId);
  if (!offered) return { outcome, words: judged.words, decision: null };
  const terms = judged.outcome === 'approve' ? judged.terms : termsOf(form);
  const rules = buildRules({ offer: parsePolicy(offered.policy), form, terms, recipient: consumer });
  const entry = await registry.find(consumer);
  const assignee = entry?.did ?? consumer;
  const policy: Policy = { '@id': 'urn:xiangyu:forecast', '@type': 'Agreement', target: id, assignee, ...rules };
  const [way] = form.ways;
  const decision = evaluatePolicy(policy, {
    stage: 'request',
    action: way === 'answer' ? 'xy:answer' : way === 'match' ? 'xy:match' : 'use',
    target: id,
    assignee,
    purpose: form.matter,
    caseNumber: form.caseSystem === '' ? null : '1',
    at: new Date(Math.max(at.getTime(), Date.parse(terms.from))),
    count: 1,
    recipient: consumer,
    place: terms.place ?? null,
    rows: rowsOf(policy),
    items: terms.items,
    since: new Date(terms.from),
  });
  return { outcome, words: judged.words, decision };
}
