import type { Hex } from 'viem';
import { holds as heldBy, stages } from './grantRow.ts';
import type { GrantEvent } from './readEvents.ts';
import type { ChainTerms } from './terms.ts';

/** A grant as its events leave it. */
export interface FoldedGrant {
  terms: ChainTerms;
  stage: number;
  holds: number;
  blockNumber: number;
  /** Of the issuance. */
  transaction: Hex;
}

type Foldable = Pick<GrantEvent, 'kind' | 'by' | 'terms' | 'blockNumber' | 'transaction'>;

/** Goes through a grant's events in the order of the chain, by the rules of the contract; null without an issuance. */
export function foldEvents(events: readonly Foldable[]): FoldedGrant | null {
  let grant: FoldedGrant | null = null;
  for (const { kind, by, terms, blockNumber, transaction } of events) {
    if (kind === 'issue' && terms) grant = { terms, stage: stages.issued, holds: 0, blockNumber, transaction };
    if (!grant) continue;
    const bit = by === grant.terms.provider ? heldBy.provider : heldBy.arbiter;
    if (kind === 'suspend') grant.holds |= bit;
    if (kind === 'resume') grant.holds &= ~bit;
    if (kind === 'revoke') grant.stage = stages.revoked;
    if (kind === 'renounce') grant.stage = stages.renounced;
    grant.blockNumber = blockNumber;
  }
  return grant;
}
