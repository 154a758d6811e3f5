import { type Hex, zeroAddress } from 'viem';
import { holds, stages } from '../grantRow.ts';
import { type ChainTerms, grantIdOfDigest } from '../terms.ts';
import type { ActKind } from '../typedData.ts';

/** A grant as the rules say it is. */
export interface ModelGrant {
  terms: ChainTerms;
  stage: number;
  holds: number;
  sequences: Map<Hex, number>;
}

/** A message, and the account whose signature it carries. */
export type ModelMessage =
  | { kind: 'issue'; terms: ChainTerms; signer: Hex }
  | { kind: ActKind; grant: Hex; sequence: number; signer: Hex };

/** The rules of DataGrants, written a second time and from their description: gives the name of the error, or null for success. */
export function applyMessage(grants: Map<Hex, ModelGrant>, message: ModelMessage): string | null {
  const { signer } = message;
  if (message.kind === 'issue') {
    const { terms } = message;
    const parties = [terms.provider, terms.consumer];
    if (parties.includes(zeroAddress) || terms.provider === terms.consumer || parties.includes(terms.arbiter))
      return 'PartiesWrong';
    if (terms.notBefore >= terms.notAfter) return 'PeriodWrong';
    if (signer !== terms.provider) return 'WrongSigner';
    const id = grantIdOfDigest(terms.provider, terms.agreement);
    if (grants.has(id)) return 'AlreadyIssued';
    grants.set(id, { terms, stage: stages.issued, holds: 0, sequences: new Map() });
    return null;
  }
  const grant = grants.get(message.grant);
  if (!grant) return 'UnknownGrant';
  const { provider, consumer, arbiter } = grant.terms;
  const entitled = {
    suspend: [provider, arbiter],
    resume: [provider, arbiter],
    revoke: [provider],
    renounce: [consumer],
  };
  if (signer === zeroAddress || !entitled[message.kind].includes(signer)) return 'WrongSigner';
  if (message.sequence <= (grant.sequences.get(signer) ?? 0)) return 'StaleSequence';
  if (grant.stage !== stages.issued) return 'GrantEnded';
  const own = signer === provider ? holds.provider : holds.arbiter;
  if (message.kind === 'resume' && (grant.holds & own) === 0) return 'NotHeld';
  grant.sequences.set(signer, message.sequence);
  if (message.kind === 'suspend') grant.holds |= own;
  if (message.kind === 'resume') grant.holds &= ~own;
  if (message.kind === 'revoke') grant.stage = stages.revoked;
  if (message.kind === 'renounce') grant.stage = stages.renounced;
  return null;
}
