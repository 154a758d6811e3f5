import { type Abi, decodeFunctionData, type Hex } from 'viem';
import { allianceGovernorAbi } from '../../contracts/generated/AllianceGovernor.ts';
import { allianceRecordAbi } from '../../contracts/generated/AllianceRecord.ts';
import { evidenceLogAbi } from '../../contracts/generated/EvidenceLog.ts';
import { memberRegistryAbi } from '../../contracts/generated/MemberRegistry.ts';
import { type AllianceContracts, ruleSetters } from '../chain/proposals.ts';
import type { ProposalCalls } from '../chain/typedData.ts';
import type { ProposalType } from './proposalTypes.ts';

/** A call in the words of its contract. */
export interface ReadCall {
  /** Name of the contract; null for one that is not of the alliance. */
  contract: string | null;
  functionName: string | null;
  args: readonly unknown[];
}

const ruleFunctions: readonly string[] = [...Object.values(ruleSetters), 'setKindWeight'];
const typeOfFunction: Readonly<Record<string, ProposalType>> = {
  'MemberRegistry.admit': 'admit',
  'MemberRegistry.suspend': 'suspend',
  'MemberRegistry.reinstate': 'reinstate',
  'MemberRegistry.expel': 'expel',
  'MemberRegistry.replaceKey': 'replaceKey',
  'AllianceRecord.publishScenario': 'publishScenario',
  'AllianceRecord.resolve': 'free',
};

/** Reads a call of a proposal. Of a foreign contract only `setWitnesses` is known, whose log may be any. */
export function readCall({ governor, registry, record }: AllianceContracts, target: Hex, data: Hex): ReadCall {
  const known: Readonly<Record<string, [name: string, abi: Abi]>> = {
    [governor]: ['AllianceGovernor', allianceGovernorAbi],
    [registry]: ['MemberRegistry', memberRegistryAbi],
    [record]: ['AllianceRecord', allianceRecordAbi],
  };
  const [contract, abi] = known[target.toLowerCase()] ?? [null, evidenceLogAbi as Abi];
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi, data });
    return { contract, functionName, args };
  } catch {
    return { contract, functionName: null, args: [] };
  }
}

/** Which type of proposal makes these calls; null when none of them does. */
export function recogniseType(
  contracts: AllianceContracts,
  { targets, values, calldatas }: ProposalCalls,
): ProposalType | null {
  const [target, value = 0n, data] = [targets[0], values[0], calldatas[0]];
  if (targets.length !== 1 || !target || !data) return null;
  if (data === '0x' && value > 0n) return 'spend';
  if (value > 0n) return null;
  const { contract, functionName } = readCall(contracts, target, data);
  if (!functionName) return null;
  if (contract === null) return functionName === 'setWitnesses' ? 'setWitnesses' : null;
  if (contract !== 'AllianceRecord' && ruleFunctions.includes(functionName)) return 'changeRule';
  return typeOfFunction[`${contract}.${functionName}`] ?? null;
}
