import type { Hex } from 'viem';
import { type CallRow, reasonDigest } from './callRow.ts';
import { grantErrors } from './errors.ts';
import type { GrantsContext } from './grantsContext.ts';
import type { ChainTerms } from './terms.ts';
import { actData, encodeAct, encodeIssue, issueData } from './typedData.ts';

export interface SignCallParameters {
  call: CallRow;
  contract: Hex;
  /** Of an issuance. */
  terms: ChainTerms | null;
}

/** Signs a message with the department's chain key and gives the call that carries it. */
export async function signCall(
  { identity, chain }: Pick<GrantsContext, 'identity' | 'chain'>,
  { call, contract, terms }: SignCallParameters,
): Promise<{ contract: Hex; data: Hex }> {
  const place = { evmChainId: chain.evmChainId, contract };
  if (call.kind === 'issue') {
    if (!terms) throw grantErrors.unknown({ id: call.grant_id });
    const signature = await identity.signTyped(call.participant, issueData(place, terms));
    return { contract, data: encodeIssue(terms, signature) };
  }
  const message = { grant: call.grant_id, sequence: Number(call.sequence), reason: reasonDigest(call) };
  const signature = await identity.signTyped(call.participant, actData(place, call.kind, message));
  return { contract, data: encodeAct(call.kind, message, signature) };
}
