import { decodeFunctionResult, encodeFunctionData } from 'viem';
import { memberRegistryAbi } from '../../../contracts/generated/MemberRegistry.ts';
import type { ChainReads } from '../../../ledger/index.ts';
import type { AllianceContracts } from '../../chain/proposals.ts';

/** What each kind weighs now: the weights that an alliance begins with are in no log. @throws LEDGER_NODE_UNAVAILABLE */
export async function readKindWeights(
  { call }: ChainReads,
  { registry }: AllianceContracts,
): Promise<readonly number[]> {
  const question = { abi: memberRegistryAbi, functionName: 'kindWeights' } as const;
  return decodeFunctionResult({ ...question, data: await call(registry, encodeFunctionData(question)) });
}
