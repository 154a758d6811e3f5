import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/index.ts';
import type { JsonObject } from '../../house.ts';
import { checkAgreement } from '../checks/checkAgreement.ts';
import { checkOffer } from '../checks/checkOffer.ts';
import type { DspContext } from '../context.ts';
import type { NegotiationState, Verdict } from '../dsp.ts';
import { negotiationMachine, negotiationWire } from '../machines/negotiationMachine.ts';
import { makeAgreement } from '../messages/makeAgreement.ts';
import { ownMembers } from '../messages/ownMembers.ts';
import { type NegotiationRow, toNegotiation } from '../store/rows.ts';
import type { Kind, Next } from './kind.ts';

/** Puts a policy on the table as an offer of this negotiation. */
function toOffer(row: Pick<NegotiationRow, 'dataset'>, policy: JsonObject, id: string): JsonObject {
  return { ...policy, '@id': policy['@id'] ?? id, '@type': 'Offer', target: row.dataset };
}

/** What a verdict says, as a step. */
export async function toStep(context: DspContext, row: NegotiationRow, verdict: Verdict): Promise<Next> {
  switch (verdict.do) {
    case 'wait':
      return { wait: verdict.for };
    case 'agree': {
      const { did } = await context.identity.ensure(row.participant);
      return {
        step: 'agree',
        payload: { agreement: makeAgreement(row, verdict.policy, { did, at: context.house.now() }) },
      };
    }
    case 'offer': {
      const offer = toOffer(row, verdict.policy, `urn:uuid:${randomUUID()}`);
      return { step: 'offer', payload: { offer, ...verdict.extension } };
    }
    case 'request': {
      // A counter-offer names the offer that it answers.
      const offer = toOffer(row, verdict.policy, String(row.offer['@id']));
      return { step: 'request', payload: { offer, ...verdict.extension } };
    }
    case 'terminate':
      return { step: 'terminate', payload: { code: verdict.code, reason: verdict.reason } };
    default:
      return { step: verdict.do, payload: {} };
  }
}

/** What both sides do when no hook says otherwise. */
function habitOf({ role, state }: NegotiationRow): Verdict | null {
  if (role === 'provider' && state === 'ACCEPTED') return { do: 'agree' };
  if (role === 'consumer' && state === 'AGREED') return { do: 'verify' };
  return null;
}

async function decideNext(
  context: DspContext,
  tx: Tx,
  { row, taken }: Parameters<Kind<NegotiationRow>['decideNext']>[2],
): Promise<Next | null> {
  const what = String(row.state).toLowerCase() as Lowercase<NegotiationState>;
  const event = { what, by: taken.by, message: taken.message };
  let decided: Verdict | null = null;
  // Every hook hears of every step; the first one with a verdict decides.
  for (const hook of context.hooks) {
    const verdict = (await hook.onNegotiation?.(tx, toNegotiation(row), event)) ?? null;
    decided ??= verdict;
  }
  decided ??= habitOf(row);
  return decided && toStep(context, row, decided);
}

/** Contract negotiations. */
export const negotiationKind: Kind<NegotiationRow> = {
  name: 'negotiation',
  machine: negotiationMachine,
  wire: negotiationWire,
  path: 'negotiations',
  answerType: 'ContractNegotiation',
  errorType: 'ContractNegotiationError',
  factsOf(row, { step, by, message }) {
    if (step === 'request' || step === 'offer') {
      const offer = message.offer as JsonObject;
      const offer_ids = [...new Set([...row.offer_ids, String(offer['@id'])])];
      return { offer, offered_by: by, offer_ids, extension: ownMembers(message) };
    }
    if (step === 'agree') {
      const agreement = message.agreement as JsonObject;
      return { agreement, agreement_id: String(agreement['@id']) };
    }
    return {};
  },
  async checkContent(context, tx, { row, taken: { step, message }, offered }) {
    if (step === 'request' || step === 'offer') checkOffer(row, { step, message, offered });
    if (step === 'agree') await checkAgreement(context, tx, { row, message });
  },
  decideNext,
  restingAt: ({ role, state }) => {
    if (role === 'provider') {
      if (state === 'REQUESTED') return 'person';
      return state === 'VERIFIED' ? 'chain' : 'counterparty';
    }
    return state === 'OFFERED' ? 'person' : 'counterparty';
  },
};
