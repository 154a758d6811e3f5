import type { Tx } from '../../../store/index.ts';
import type { Negotiation, NegotiationEvent, Verdict } from '../../dsp/dsp.ts';
import { addStep, formDocument } from '../addStep.ts';
import { noClock } from '../clocks/stageClock.ts';
import type { AskingContext } from '../context.ts';
import { changeApplication, takeByNegotiation } from '../takeApplication.ts';
import { agreeRow } from './approveRow.ts';
import { bringIntoForce } from './bringIntoForce.ts';
import { receiveRequest } from './receiveRequest.ts';

const openStates = ['inReview', 'returned', 'narrowed', 'approved'];

/** What a provider does at each step of a negotiation. */
export async function followProvider(
  context: AskingContext,
  tx: Tx,
  negotiation: Negotiation,
  { what, by, message }: NegotiationEvent,
): Promise<Verdict | null> {
  if (what === 'requested' && by === 'consumer') return receiveRequest(context, tx, negotiation);
  if (what === 'verified') return bringIntoForce(context, tx, negotiation);
  const row = await takeByNegotiation(tx, negotiation.participant, negotiation.id);
  if (!row) return null;
  if (what === 'accepted' && row.state === 'narrowed' && row.terms && row.decision) {
    const words = { zh: '申请方接受缩小后的范围', en: 'the department takes what was narrowed' };
    const documents = { application: formDocument(row.form), decision: row.decision.signed ?? '' };
    return agreeRow(context, tx, row, negotiation, { terms: row.terms, decision: row.decision, documents, words });
  }
  if (what === 'finalized') {
    const review = row.stage === 'review';
    const changed = await changeApplication(context, tx, row, { state: 'granted', ...(review ? {} : noClock) });
    const words = { zh: '协议生效，数据可用', en: 'the agreement is in force, and data can be got' };
    await addStep(context, tx, changed, { step: 'granted', words });
  }
  if (what === 'terminated' && openStates.includes(row.state)) {
    const code = typeof message.code === 'string' ? message.code.slice(0, 200) : '';
    const changed = await changeApplication(context, tx, row, { state: 'withdrawn', note: code, ...noClock });
    const words =
      by === 'consumer'
        ? { zh: '申请方撤回', en: 'the department withdrew it' }
        : { zh: `协商终止：${code}`, en: `the negotiation ended: ${code}` };
    await addStep(context, tx, changed, { step: 'withdrawn', words });
    await dropGrant(context, tx, changed.participant, changed.agreement);
  }
  return null;
}

/** An agreement that never came into force leaves no grant. */
async function dropGrant(
  { grants }: AskingContext,
  tx: Tx,
  participant: string,
  agreement: string | null,
): Promise<void> {
  const grant = agreement ? await grants.readByAgreement(participant, agreement, tx) : null;
  if (grant && ['pending', 'active', 'suspended'].includes(grant.state))
    await grants.revoke({ participant, id: grant.id, reason: 'the negotiation was terminated' }, tx);
}
