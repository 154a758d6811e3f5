import type { DspHooks } from '../dsp/dsp.ts';
import { evaluatePolicy, parsePolicy } from '../policy/policy.ts';
import { type AnswersParts, answerFormats } from './parts.ts';

/**
 * Provider: begins a transfer of format `xy:answer` or `xy:match` when its grant is active and its policy may still be
 * satisfied. Its data address is the data plane below the department's own address; the message tokens are the credentials, so
 * that no secret travels in it.
 */
export function transferHooks({ house, grants }: Pick<AnswersParts, 'house' | 'grants'>): DspHooks {
  return {
    async onTransfer(tx, transfer, { what, by }) {
      const ours = answerFormats.some((format) => format === transfer.format);
      if (!ours || transfer.role !== 'provider' || what !== 'requested' || by !== 'consumer') return null;
      const grant = await grants.readByAgreement(transfer.participant, transfer.agreementId, tx);
      if (grant?.state === 'pending') return { do: 'wait', for: 'chain' };
      if (grant?.state !== 'active')
        return { do: 'terminate', code: 'GRANT_NOT_ACTIVE', reason: [`The grant is ${grant?.state ?? 'not there'}.`] };
      const decision = evaluatePolicy(parsePolicy(grant.policy), {
        stage: 'start',
        action: transfer.format,
        target: grant.dataset,
        assignee: grant.consumer,
        purpose: grant.purpose,
        caseNumber: null,
        at: house.now(),
        count: grant.used + 1,
        recipient: grant.consumerSlug,
        place: null,
        items: null,
        since: grant.notBefore,
      });
      if (!decision.allowed) {
        const reason = decision.reasons.filter(({ ok }) => !ok).map(({ words }) => words.en);
        return { do: 'terminate', code: 'POLICY_REFUSES', reason: reason.slice(0, 5) };
      }
      return {
        do: 'begin',
        dataAddress: {
          '@type': 'DataAddress',
          endpointType: 'https://ns.xiangyu.example/exchange/answers',
          endpoint: `${house.addressOf(transfer.participant)}/data/${transfer.id}`,
        },
      };
    },
  };
}
