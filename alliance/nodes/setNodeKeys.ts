import { encodeFunctionData, type Hex, zeroAddress } from 'viem';
import { memberRegistryAbi } from '../../contracts/generated/MemberRegistry.ts';
import { nodeKeysData } from '../chain/typedData.ts';
import { carry } from '../votes/actions/carry.ts';
import { readNonce, readSigningMember, readSigningPlace } from '../votes/askChain.ts';
import { checkSignature, type MakeTypedData } from '../votes/checkSignature.ts';
import type { ActionView, TypedData } from '../votes/sharedSchemas.ts';
import { requireContracts } from '../votes/votesContext.ts';
import type { NodesContext } from './openNodes.ts';
import { readRegisteredKeys } from './readAlliance.ts';

/** The keys of a member's node and witness in the registry; null takes one out. */
export interface NodeKeys {
  /** Network key of its node, 64 bytes. */
  nodeKey: Hex | null;
  /** Account with which its witness signs for the chain. */
  witness: Hex | null;
}

const makeTypedData =
  (member: Hex, { nodeKey, witness }: NodeKeys): MakeTypedData =>
  (place, { nonce }) =>
    nodeKeysData(place, { member, nodeKey: nodeKey ?? '0x', witness: witness ?? zeroAddress, nonce });

/**
 * Gives what a member signs to change the keys of its node and its witness; what is not given stays as it is.
 * @throws VOTES_NO_ALLIANCE, VOTES_MEMBER_UNKNOWN, VOTES_KEYLESS, LEDGER_NODE_UNAVAILABLE (retryable)
 */
export async function prepareNodeKeys(
  { ledger, votes }: NodesContext,
  { member: slug, ...wanted }: { member: string } & Partial<NodeKeys>,
): Promise<TypedData> {
  const contracts = await requireContracts(votes);
  const { id, key } = await readSigningMember(ledger.reads, contracts, slug);
  const { nodeKey, witness } = await readRegisteredKeys(ledger, contracts.registry, slug);
  const nonce = await readNonce(ledger.reads, contracts.registry, key);
  const make = makeTypedData(id, { nodeKey, witness, ...wanted });
  return make(await readSigningPlace(ledger.reads, contracts, 'registry'), { key, nonce });
}

/** Carries a change of these keys to the chain. @throws what `prepareNodeKeys`, `checkSignature` and `carry` throw */
export async function setNodeKeys(
  { ledger, votes }: NodesContext,
  { member: slug, nodeKey, witness, signature }: { member: string; signature: Hex } & NodeKeys,
): Promise<ActionView> {
  const contracts = await requireContracts(votes);
  const member = await readSigningMember(ledger.reads, contracts, slug);
  const make = makeTypedData(member.id, { nodeKey, witness });
  await checkSignature(votes, { contracts, contract: 'registry', member, make, signature });
  const args = [member.id, nodeKey ?? '0x', witness ?? zeroAddress, signature] as const;
  return carry(votes, {
    kind: 'nodeKeys',
    member,
    body: { nodeKey, witness, signature },
    to: contracts.registry,
    data: encodeFunctionData({ abi: memberRegistryAbi, functionName: 'setNodeKeys', args }),
  });
}
