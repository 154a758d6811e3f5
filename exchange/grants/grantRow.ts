import type { Hex } from 'viem';
import type { Policy } from '../policy/policy.ts';
import type { Grant, GrantState } from './grants.ts';
import type { ChainTerms } from './terms.ts';

/** A row of exchange.grants. */
export interface GrantRow {
  participant: string;
  id: Hex;
  role: 'provider' | 'consumer';
  agreement: string;
  provider: string;
  consumer: string;
  provider_slug: string;
  consumer_slug: string;
  dataset: string;
  version: number;
  purpose: string;
  items: string[];
  not_before: Date;
  not_after: Date;
  max_count: string | null;
  used: string;
  policy: Policy;
  policy_digest: string;
  salt: Hex;
  terms: ChainTerms;
  state: GrantState;
  held_here: boolean;
  ended_here: 'revoked' | 'renounced' | 'refused' | null;
  chain_stage: number;
  chain_holds: number;
  difference: string | null;
  transaction: Hex | null;
  reason: string | null;
  created_at: Date;
  changed_at: Date;
}

/** Stages of the contract (`Stage`), and who holds a grant. */
export const stages = { unknown: 0, issued: 1, revoked: 2, renounced: 3 } as const;
export const holds = { provider: 1, arbiter: 2 } as const;

/** States in which something can still change by itself. */
export const openStates: readonly GrantState[] = ['pending', 'active', 'suspended'];

type Facts = Pick<
  GrantRow,
  'ended_here' | 'held_here' | 'chain_stage' | 'chain_holds' | 'difference' | 'not_after' | 'state'
>;

/**
 * The state that follows from what this side wants, what the chain shows and the time. What stops data counts as soon as one of
 * them says so; what lets them flow, only when the chain does. What is over stays over.
 */
export function stateOf(row: Facts, now: Date): GrantState {
  if (row.state === 'expired') return 'expired';
  if (row.ended_here) return row.ended_here;
  if (row.chain_stage === stages.revoked) return 'revoked';
  if (row.chain_stage === stages.renounced) return 'renounced';
  if (now >= row.not_after) return 'expired';
  if (row.chain_stage === stages.unknown || row.difference !== null) return 'pending';
  return row.held_here || row.chain_holds !== 0 ? 'suspended' : 'active';
}

/** A row as others see it. */
export const toGrant = (row: GrantRow): Grant => ({
  id: row.id,
  participant: row.participant,
  role: row.role,
  agreement: row.agreement,
  provider: row.provider,
  consumer: row.consumer,
  providerSlug: row.provider_slug,
  consumerSlug: row.consumer_slug,
  dataset: row.dataset,
  version: row.version,
  purpose: row.purpose,
  items: row.items,
  notBefore: row.not_before,
  notAfter: row.not_after,
  maxCount: row.max_count === null ? null : Number(row.max_count),
  used: Number(row.used),
  policy: row.policy,
  policyDigest: row.policy_digest,
  state: row.state,
  transaction: row.transaction,
  reason: row.difference ?? row.reason,
  createdAt: row.created_at,
  changedAt: row.changed_at,
});
