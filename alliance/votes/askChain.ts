import { type Abi, decodeFunctionResult, encodeFunctionData, type Hex } from 'viem';
import { allianceGovernorAbi } from '../../contracts/generated/AllianceGovernor.ts';
import { memberRegistryAbi } from '../../contracts/generated/MemberRegistry.ts';
import type { ChainReads } from '../../ledger/index.ts';
import { type ChainStatus, chainStatuses, memberId } from '../chain/members.ts';
import type { AllianceContracts } from '../chain/proposals.ts';
import type { SigningPlace } from '../chain/typedData.ts';
import { votesErrors } from './errors.ts';

/** A member as the registry answers now, with its key. */
export interface SigningMember {
  id: Hex;
  slug: string;
  key: Hex;
  status: ChainStatus;
}

async function ask(
  reads: ChainReads,
  to: Hex,
  abi: Abi,
  functionName: string,
  args: readonly unknown[],
): Promise<unknown> {
  const data = encodeFunctionData({ abi, functionName, args });
  return decodeFunctionResult({ abi, functionName, data: await reads.call(to, data) });
}

const chainIds = new Map<Hex, number>();

/** Where a signature for one of the contracts counts (EIP-5267). @throws LEDGER_NODE_UNAVAILABLE */
export async function readSigningPlace(
  reads: ChainReads,
  contracts: AllianceContracts,
  contract: 'governor' | 'registry',
): Promise<SigningPlace> {
  const { governor } = contracts;
  const known = chainIds.get(governor);
  const domain =
    known ?? ((await ask(reads, governor, allianceGovernorAbi, 'eip712Domain', [])) as readonly unknown[])[3];
  const chainId = Number(domain);
  chainIds.set(governor, chainId);
  return { chainId, contract: contracts[contract] };
}

/** The next nonce of a key at one of the contracts. @throws LEDGER_NODE_UNAVAILABLE */
export async function readNonce(reads: ChainReads, contract: Hex, key: Hex): Promise<bigint> {
  return (await ask(reads, contract, memberRegistryAbi, 'nonces', [key])) as bigint;
}

/** A member with its present key. @throws VOTES_MEMBER_UNKNOWN, VOTES_KEYLESS, LEDGER_NODE_UNAVAILABLE */
export async function readSigningMember(
  reads: ChainReads,
  { registry }: AllianceContracts,
  slug: string,
): Promise<SigningMember> {
  const id = memberId(slug);
  const member = (await ask(reads, registry, memberRegistryAbi, 'memberOf', [id])) as { key: Hex; status: number };
  const status = chainStatuses[member.status] ?? 'none';
  if (status === 'none') throw votesErrors.memberUnknown({ slug });
  if (status === 'applied') throw votesErrors.keyless({ slug, status }, { zh: { status: '已申请，尚未接纳' } });
  return { id, slug, key: member.key.toLowerCase() as Hex, status };
}
