import type { Transfer } from '../dsp/dsp.ts';
import type { Grant } from '../grants/grants.ts';
import type { Caller } from '../identity/identity.ts';
import { evaluatePolicy, type PolicyDecision, placeOfUse, rowsOf } from '../policy/policy.ts';
import { answerErrors } from './errors.ts';
import { itemsRead } from './parseQuestion.ts';
import { type AnswersParts, answerFormats } from './parts.ts';
import { grantedAs, type Question } from './question.ts';

/** One HTTP message to the data plane. */
export interface PlaneCall {
  participant: string;
  /** Id of the provider's own row of the transfer, as its address names it. */
  transfer: string;
  authorization: string | undefined;
  method: string;
  path: string;
  body: string;
}

/** Who calls, under which transfer and grant. */
export interface Admitted {
  caller: Caller;
  transfer: Transfer;
  grant: Grant;
}

export const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Lets a message in: records are anchored in time, the caller is a connector of the alliance, it is the consumer of a started
 * transfer for answers, and the grant is active. Unknown and foreign transfers are one answer.
 * @throws AUDIT_ANCHORING_LATE, CONNECTOR_…, ANSWER_TRANSFER_UNKNOWN, ANSWER_GRANT_NOT_ACTIVE
 */
export async function admit(parts: AnswersParts, call: PlaneCall): Promise<Admitted> {
  const { audit, identity, dsp, grants } = parts;
  const { participant, method, path, body, authorization } = call;
  audit.assertAccepting(participant);
  const caller = await identity.checkToken({ slug: participant, authorization, method, path, body });
  const transfer = uuidPattern.test(call.transfer) ? await dsp.readTransfer(participant, call.transfer) : null;
  // The consumer may have the start message and ask before its acknowledgement is written down here.
  const started = transfer?.state === 'STARTED' || (transfer?.state === 'REQUESTED' && transfer.inner === 'sending');
  if (
    transfer?.role !== 'provider' ||
    !started ||
    transfer.counterparty.slug !== caller.slug ||
    !answerFormats.some((format) => format === transfer.format)
  )
    throw answerErrors.transferUnknown({ id: call.transfer.slice(0, 100) });
  const grant = await grants.readByAgreement(participant, transfer.agreementId);
  if (grant?.state !== 'active') throw answerErrors.grantNotActive({ state: grant?.state ?? 'not there' });
  return { caller, transfer, grant };
}

/** Whether a grant allows a question: it names the question, or all the items that the question reads. */
export function allowsQuestion({ items }: Pick<Grant, 'items'>, question: Question, subject: string | null): boolean {
  if (items.includes(grantedAs(question.id))) return true;
  const read = itemsRead(question, subject);
  return read.length > 0 && read.every((item) => items.includes(item));
}

interface JudgeParameters {
  grant: Grant;
  question: Question;
  subject: string | null;
  purpose: string;
  caseNumber: string | null;
  /** Where the asker says it uses the answer; the region that was agreed when it says nothing. */
  place: string | undefined;
  at: Date;
}

/** Evaluates the agreement for one question. @throws ANSWER_POLICY_REFUSES with the first reason */
export function judge(p: JudgeParameters): PolicyDecision {
  const { grant, question, subject, purpose, caseNumber, place, at } = p;
  const named = grant.items.includes(grantedAs(question.id));
  const decision = evaluatePolicy(grant.policy, {
    stage: 'request',
    action: question.kind === 'match' ? 'xy:match' : 'xy:answer',
    target: grant.dataset,
    assignee: grant.consumer,
    purpose,
    caseNumber,
    at,
    count: grant.used + 1,
    recipient: grant.consumerSlug,
    place: place ?? placeOfUse(grant.policy),
    items: named ? [grantedAs(question.id)] : itemsRead(question, subject),
    // Applied to whatever is read, see `computeAnswer` and `prepareMatch`.
    rows: rowsOf(grant.policy),
    since: grant.notBefore,
  });
  if (!decision.allowed) {
    const words = decision.reasons.find(({ ok }) => !ok)?.words ?? { en: 'no rule permits it', zh: '没有规则允许' };
    throw answerErrors.policyRefuses({ reason: words.en }, { zh: { reason: words.zh } });
  }
  return decision;
}
