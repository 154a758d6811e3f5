import { type Abi, decodeFunctionData, type Hex } from 'viem';
import { allianceGovernorAbi } from '../../../contracts/generated/AllianceGovernor.ts';
import { allianceRecordAbi } from '../../../contracts/generated/AllianceRecord.ts';
import { evidenceLogAbi } from '../../../contracts/generated/EvidenceLog.ts';
import { memberRegistryAbi } from '../../../contracts/generated/MemberRegistry.ts';
import { decodeKinds, type Entry, memberKinds } from '../members.ts';
import type { AllianceContracts } from '../proposals.ts';
import { type ChainEvent, lower } from './history.ts';
import { hasPassed, tallyOf } from './replayGovernor.ts';
import type { ReplayState } from './replayState.ts';

export interface DescribeEventParameters {
  state: ReplayState;
  contracts: AllianceContracts;
  /** The slug behind an id, where it is known. */
  nameOf: (id: Hex) => string | null;
}

const abis: Abi = [
  ...allianceGovernorAbi,
  ...memberRegistryAbi,
  ...allianceRecordAbi,
  ...evidenceLogAbi.filter((item) => item.type === 'function' && item.name === 'setWitnesses'),
];

/** What a proposal would have done, as calls of functions that are known, and payments. */
function describeCalls({ targets, values, calldatas }: Record<string, unknown>): string {
  const shown = (targets as Hex[]).map((target, index) => {
    const value = (values as bigint[])[index] ?? 0n;
    const paid = value > 0n ? `${value} wei to ${lower(target)}` : '';
    try {
      const { functionName, args = [] } = decodeFunctionData({ abi: abis, data: (calldatas as Hex[])[index] ?? '0x' });
      const written = JSON.stringify(args, (_, item: unknown) => (typeof item === 'bigint' ? item.toString() : item));
      return `${functionName}(${written.slice(1, -1)})${paid && ` with ${paid}`}`;
    } catch {
      return paid || `a call of ${lower(target)}`;
    }
  });
  return shown.join(', ');
}

const votes = ['against', 'for', 'abstain'];
const rules: Record<string, [name: string, field: string]> = {
  VotingDelaySet: ['voting delay in seconds', 'newVotingDelay'],
  VotingPeriodSet: ['voting period in seconds', 'newVotingPeriod'],
  ProposalThresholdSet: ['weight that a proposal needs', 'newProposalThreshold'],
  QuorumNumeratorUpdated: ['quorum in percent', 'newQuorumNumerator'],
  PassPercentSet: ['share to pass in percent', 'newPercent'],
};

/** An event in a sentence; null for those that only follow from others. */
export function describeEvent(event: ChainEvent, { state, nameOf }: DescribeEventParameters): string | null {
  const { name, args } = event;
  const member = (id: unknown) => {
    const known = nameOf(id as Hex);
    const did = state.members.get(id as Hex)?.entry.did;
    return known ?? (did ? `${String(id).slice(0, 10)} (${did})` : String(id).slice(0, 10));
  };
  const ofAccount = (account: unknown) => member(state.memberOfAccount.get(lower(account)) ?? String(account));
  const proposal = (id: unknown) => `0x${(id as bigint).toString(16).padStart(64, '0')}`;
  const rule = rules[name];
  if (rule) return `rule: ${rule[0]} is ${String(args[rule[1]])}`;
  switch (name) {
    case 'Enrolled':
      return `${member(args.id)} took its place as founder ${String(args.enrolled)} of ${String(args.founders)}`;
    case 'Founded':
      return `the alliance is founded by ${String(args.founders)} founders`;
    case 'Applied':
      return `${member(args.id)} applies, with key ${lower((args.entry as Entry).key)}`;
    case 'Admitted': {
      const { kinds, key } = args.entry as Entry;
      return `${member(args.id)} is admitted as ${decodeKinds(kinds).join(', ')}, with key ${lower(key)}`;
    }
    case 'Suspended':
      return `${member(args.id)} is suspended`;
    case 'Reinstated':
      return `${member(args.id)} is reinstated`;
    case 'Expelled':
      return `${member(args.id)} is expelled`;
    case 'MemberLeft':
      return `${member(args.id)} left`;
    case 'KeyChanged':
      return `${member(args.id)} signs with ${lower(args.newKey)}${args.byVote ? ', by vote' : ''}`;
    case 'NodeKeysChanged':
      return `${member(args.id)} has other keys of its node and witness`;
    case 'ProfileChanged':
      return `${member(args.id)} describes itself anew`;
    case 'KindsChanged':
      return `${member(args.id)} is now ${decodeKinds(Number(args.kinds)).join(', ')}`;
    case 'KindWeightSet':
      return `rule: weight of ${memberKinds[Number(args.kind)]} is ${String(args.newWeight)}`;
    case 'WeightChanged':
      // From and to nothing it follows from an admission or its end.
      if (!args.oldWeight || !args.newWeight) return null;
      return `${member(args.id)} weighs ${String(args.newWeight)}`;
    case 'DelegateChanged':
      return lower(args.delegator) === lower(args.toDelegate)
        ? null
        : `${ofAccount(args.toDelegate)} votes for ${ofAccount(args.delegator)}`;
    case 'ProposalCreated':
      return `${ofAccount(args.proposer)} proposes ${proposal(args.proposalId)} "${String(args.description)}": ${describeCalls(args)}`;
    case 'VoteCast':
    case 'VoteCastWithParams':
      return `${ofAccount(args.voter)} votes ${votes[Number(args.support)]} with ${String(args.weight)} on ${proposal(args.proposalId).slice(0, 10)}…`;
    case 'ProposalExecuted': {
      const decided = state.proposals.get(args.proposalId as bigint);
      const { for: inFavour = 0n, against = 0n, abstain = 0n } = decided ? tallyOf(decided) : {};
      const verdict = decided && hasPassed(state, decided) ? 'passed' : 'not passed';
      return `${proposal(args.proposalId).slice(0, 10)}… is carried out: ${verdict} with ${inFavour} for, ${against} against, ${abstain} abstaining`;
    }
    case 'ScenarioPublished':
      return `scenario ${String(args.id).slice(0, 10)} version ${String(args.version)} is published at ${String(args.uri)}`;
    case 'Resolved':
      return `resolved: the document with SHA-256 ${String(args.digest)}`;
    case 'LogAccepted':
      return `the evidence log ${lower(args.log)} belongs to the alliance`;
    default:
      return null;
  }
}
