import type { Hex } from 'viem';
import type { Sql, Tx } from '../../store/index.ts';
import { type CallRow, reasonDigest } from './callRow.ts';
import { findSigner } from './findSigner.ts';
import type { GrantsContext } from './grantsContext.ts';
import { actData, encodeAct, encodeIssue, issueData } from './typedData.ts';

/** Signs a message with the department's chain key of the grant and gives the call that carries it. @throws GRANT_UNKNOWN */
export async function signCall(
  { identity, chain }: Pick<GrantsContext, 'identity' | 'chain'>,
  sql: Sql | Tx,
  { call, contract }: { call: CallRow; contract: Hex },
): Promise<{ contract: Hex; data: Hex }> {
  const { participant, grant_id: grant, kind } = call;
  const place = { evmChainId: chain.evmChainId, contract };
  const { signer, terms } = await findSigner(sql, { participant, grant });
  if (kind === 'issue') {
    const signature = await identity.signTyped(participant, issueData(place, terms), signer);
    return { contract, data: encodeIssue(terms, signature) };
  }
  const message = { grant, sequence: Number(call.sequence), reason: reasonDigest(call) };
  const signature = await identity.signTyped(participant, actData(place, kind, message), signer);
  return { contract, data: encodeAct(kind, message, signature) };
}
