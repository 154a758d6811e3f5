import type { TransferState } from '../dsp/dsp.ts';
import { evaluatePolicy, placeOfUse } from '../policy/policy.ts';
import type { ConnectorEntry } from '../registry/registry.ts';
import type { Grant } from './grants.ts';

/** What the policy monitor does about a transfer. */
export type TransferJudgement = { do: 'continue' } | { do: 'suspend' | 'terminate'; code: string; reason: string };

export interface JudgeTransferParameters {
  grant: Grant;
  state: TransferState;
  /** What the transfer does with the data: answers and matches are permitted by themselves, everything else is `use`. */
  format?: string;
  /** Of the other side; null when the registry did not answer, which stops nothing that runs: new requests are refused anyway. */
  counterparty: ConnectorEntry['state'] | null;
  at: Date;
}

const ended: Readonly<Partial<Record<Grant['state'], string>>> = {
  revoked: 'The grant was revoked.',
  renounced: 'The consumer gave the grant up.',
  expired: 'The time of the grant is over.',
  refused: 'The chain did not take the grant.',
};

/** Whether a transfer may go on: the grant, the other side's standing, and the policy as it is now. Without an input but these. */
export function judgeTransfer({ grant, state, format, counterparty, at }: JudgeTransferParameters): TransferJudgement {
  const over = ended[grant.state] ?? (at >= grant.notAfter ? ended.expired : undefined);
  if (over)
    return {
      do: 'terminate',
      code: `GRANT_${grant.state === 'active' ? 'EXPIRED' : grant.state.toUpperCase()}`,
      reason: over,
    };
  if (counterparty === 'withdrawn')
    return { do: 'terminate', code: 'CONNECTOR_WITHDRAWN', reason: 'The other side withdrew its connector.' };
  // What has not begun has nothing to suspend; it does not begin either.
  if (state === 'REQUESTED') return { do: 'continue' };
  // A consumer may see the chain a moment later than the provider that began: for it, pending is no reason to stop.
  if (grant.state === 'suspended' || (grant.state === 'pending' && grant.role === 'provider'))
    return { do: 'suspend', code: `GRANT_${grant.state.toUpperCase()}`, reason: `The grant is ${grant.state}.` };
  if (counterparty === 'suspended')
    return { do: 'suspend', code: 'MEMBER_SUSPENDED', reason: 'The other side is suspended from the alliance.' };
  if (grant.role !== 'provider') return { do: 'continue' };
  const { allowed, reasons } = evaluatePolicy(grant.policy, {
    stage: 'running',
    action: format === 'xy:answer' || format === 'xy:match' ? format : 'use',
    target: grant.dataset,
    assignee: grant.consumer,
    purpose: grant.purpose,
    caseNumber: null,
    at,
    count: Math.max(1, grant.used),
    recipient: grant.consumerSlug,
    place: placeOfUse(grant.policy),
    items: grant.items,
    since: grant.notBefore,
  });
  if (allowed) return { do: 'continue' };
  const reason = reasons.find(({ ok }) => !ok)?.words.en ?? 'No rule permits it any more.';
  return { do: 'terminate', code: 'POLICY_NOT_SATISFIED', reason };
}
