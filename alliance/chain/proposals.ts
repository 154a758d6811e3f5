import { encodeAbiParameters, encodeFunctionData, type Hex, keccak256, stringToHex } from 'viem';
import { allianceGovernorAbi } from '../../contracts/generated/AllianceGovernor.ts';
import { allianceRecordAbi } from '../../contracts/generated/AllianceRecord.ts';
import { evidenceLogAbi } from '../../contracts/generated/EvidenceLog.ts';
import { memberRegistryAbi } from '../../contracts/generated/MemberRegistry.ts';
import { type Entry, type MemberKind, memberKinds } from './members.ts';
import type { ProposalCalls } from './typedData.ts';

/** The contracts of an alliance. */
export interface AllianceContracts {
  governor: Hex;
  registry: Hex;
  record: Hex;
}

/** Rules that are one number, with the function of the governor that a vote calls. */
export const ruleSetters = {
  votingDelaySeconds: 'setVotingDelay',
  votingPeriodSeconds: 'setVotingPeriod',
  proposalThreshold: 'setProposalThreshold',
  quorumPercent: 'updateQuorumNumerator',
  passPercent: 'setPassPercent',
} as const;

/** What a proposal has done when it passes. */
export type Decision =
  | { type: 'admit'; entry: Entry }
  | { type: 'suspend' | 'reinstate' | 'expel'; member: Hex }
  | { type: 'replaceKey'; member: Hex; key: Hex }
  | { type: 'changeRule'; rule: keyof typeof ruleSetters; value: number }
  | { type: 'changeRule'; rule: 'kindWeight'; kind: MemberKind; value: number }
  | { type: 'setWitnesses'; log: Hex; witnesses: readonly Hex[]; threshold: number }
  /** @param id keccak256 of its slug. @param digest SHA-256 of its document. */
  | { type: 'publishScenario'; id: Hex; uri: string; digest: Hex }
  | { type: 'spend'; to: Hex; amountWei: bigint }
  /** @param digest SHA-256 of what is resolved. */
  | { type: 'free'; digest: Hex };

const call = (target: Hex, data: Hex, value = 0n): ProposalCalls => ({
  targets: [target],
  values: [value],
  calldatas: [data],
});

/** The calls that carry a decision out. */
export function encodeDecision({ governor, registry, record }: AllianceContracts, decision: Decision): ProposalCalls {
  const onRegistry = { abi: memberRegistryAbi };
  switch (decision.type) {
    case 'admit': {
      const args = [decision.entry] as const;
      return call(registry, encodeFunctionData({ ...onRegistry, functionName: 'admit', args }));
    }
    case 'suspend':
    case 'reinstate':
    case 'expel': {
      const args = [decision.member] as const;
      return call(registry, encodeFunctionData({ ...onRegistry, functionName: decision.type, args }));
    }
    case 'replaceKey': {
      const args = [decision.member, decision.key] as const;
      return call(registry, encodeFunctionData({ ...onRegistry, functionName: 'replaceKey', args }));
    }
    case 'changeRule': {
      if (decision.rule === 'kindWeight') {
        const args = [memberKinds.indexOf(decision.kind), decision.value] as const;
        return call(registry, encodeFunctionData({ ...onRegistry, functionName: 'setKindWeight', args }));
      }
      const functionName = ruleSetters[decision.rule];
      const data = encodeFunctionData({
        abi: allianceGovernorAbi,
        functionName,
        args: [
          functionName === 'setVotingDelay' || functionName === 'setVotingPeriod'
            ? decision.value
            : BigInt(decision.value),
        ],
      } as Parameters<typeof encodeFunctionData>[0]);
      return call(governor, data);
    }
    case 'setWitnesses': {
      // The contract wants them in ascending order.
      const witnesses = decision.witnesses.map((address) => address.toLowerCase() as Hex).sort();
      const args = [witnesses, decision.threshold] as const;
      return call(decision.log, encodeFunctionData({ abi: evidenceLogAbi, functionName: 'setWitnesses', args }));
    }
    case 'publishScenario': {
      const args = [decision.id, decision.uri, decision.digest] as const;
      return call(record, encodeFunctionData({ abi: allianceRecordAbi, functionName: 'publishScenario', args }));
    }
    case 'spend':
      return call(decision.to, '0x', decision.amountWei);
    case 'free': {
      const args = [decision.digest] as const;
      return call(record, encodeFunctionData({ abi: allianceRecordAbi, functionName: 'resolve', args }));
    }
  }
}

/** The description of a proposal on the chain. @param digest SHA-256 of the RFC 8785 form of its document, in hexadecimal. */
export const describeProposal = (digest: string): string => `xiangyu-proposal:1:${digest.replace(/^0x/, '')}`;

/** The id of a proposal, as the governor makes it. */
export function hashProposal({ targets, values, calldatas }: ProposalCalls, description: string): bigint {
  const types = [{ type: 'address[]' }, { type: 'uint256[]' }, { type: 'bytes[]' }, { type: 'bytes32' }] as const;
  const descriptionHash = keccak256(stringToHex(description));
  return BigInt(keccak256(encodeAbiParameters(types, [targets, values, calldatas, descriptionHash])));
}
