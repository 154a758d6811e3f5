import type { Tx } from '../../../store/index.ts';
import type { Negotiation, Verdict } from '../../dsp/dsp.ts';
import type { Words } from '../../house.ts';
import { parsePolicy } from '../../policy/policy.ts';
import { addStep, formDocument } from '../addStep.ts';
import { readCalendar, readSettings } from '../clocks/readCalendar.ts';
import { pauseClock, startClock } from '../clocks/stageClock.ts';
import type { AskingContext } from '../context.ts';
import type { ApprovalMode, Terms } from '../model.ts';
import type { ApplicationRow } from '../row.ts';
import { changeApplication } from '../takeApplication.ts';
import { areSameRules, rulesToJson } from '../terms/buildRules.ts';
import { makeAgreement, rulesOf } from './makeAgreement.ts';
import { signDecision } from './signDecision.ts';

export interface ApproveParameters {
  mode: ApprovalMode;
  terms: Terms;
  words: Words;
  /** Why less is given than was asked for; null when it is not. */
  narrowed: string | null;
  by: string | null;
}

/**
 * Approves: the offer on the table is agreed to when it says the same as the decision; otherwise the decision goes out as a
 * counter-offer, which the consumer takes or disputes. Gives the next step of the negotiation.
 */
export async function approveRow(
  context: AskingContext,
  tx: Tx,
  row: ApplicationRow,
  negotiation: Negotiation,
  { mode, terms, words, narrowed, by }: ApproveParameters,
): Promise<Verdict> {
  const rules = rulesOf(row, terms);
  const same = areSameRules(parsePolicy(negotiation.offer), rules);
  const outcome = same && narrowed === null ? 'approved' : 'narrowed';
  const decision = await signDecision(context, row, { outcome, mode, words, terms, by });
  const documents = { application: formDocument(row.form), decision: decision.signed ?? '' };
  if (outcome === 'narrowed') {
    const changed = await changeApplication(context, tx, row, {
      state: 'narrowed',
      terms,
      decision,
      note: narrowed,
      ...pauseClock(await readCalendar(tx, row.participant), context.house.now(), row),
    });
    await addStep(context, tx, changed, { step: 'narrowed', kind: 'decision', words, actor: by, documents });
    return {
      do: 'offer',
      policy: { '@type': 'Offer', target: row.dataset, ...rulesToJson(rules) },
      extension: { 'xy:narrowed': { reason: narrowed ?? words.zh, terms: terms as never } },
    };
  }
  return agreeRow(context, tx, row, negotiation, { terms, decision, documents, words });
}

/** The agreement of what was approved, and the clock of its provision. */
export async function agreeRow(
  context: AskingContext,
  tx: Tx,
  row: ApplicationRow,
  negotiation: Negotiation,
  given: {
    terms: Terms;
    decision: ApplicationRow['decision'];
    documents: Record<string, string>;
    words: Words;
  },
): Promise<Verdict> {
  const { terms, decision, documents, words } = given;
  const { agreement, policy } = await makeAgreement(context, tx, { row, negotiation, terms });
  const [calendar, settings] = await Promise.all([
    readCalendar(tx, row.participant),
    readSettings(tx, row.participant),
  ]);
  const emergency = decision?.mode === 'emergency';
  const clock = emergency
    ? startClock(calendar, context.house.now(), 'review', settings.reviewDays)
    : startClock(calendar, context.house.now(), 'provision', settings.provisionDays);
  const changed = await changeApplication(context, tx, row, {
    state: 'approved',
    terms,
    decision,
    agreement,
    note: null,
    ...clock,
  });
  await addStep(context, tx, changed, {
    step: 'approved',
    kind: 'decision',
    words,
    actor: decision?.by ?? null,
    detail: { mode: decision?.mode ?? 'person', emergency },
    documents,
  });
  return { do: 'agree', policy };
}
