import { type Abi, decodeErrorResult, type Hex } from 'viem';
import { allianceGovernorAbi } from '../../contracts/generated/AllianceGovernor.ts';
import { allianceRecordAbi } from '../../contracts/generated/AllianceRecord.ts';
import { evidenceLogAbi } from '../../contracts/generated/EvidenceLog.ts';
import { memberRegistryAbi } from '../../contracts/generated/MemberRegistry.ts';
import type { XiangyuError } from '../../errors.ts';
import { chainErrors } from './errors.ts';
import { chainStatuses } from './members.ts';

/** Why a call reverts, as `Transactions.simulate` and the rows of the lanes say it. */
export interface Refusal {
  /** The custom error with its values, such as `KeyTaken(0x…)`. */
  reason: string;
  data?: Hex | null;
}

/** Every custom error of the alliance's contracts, for `Transactions.simulate`. */
export const allianceErrorAbi: Abi = [
  ...memberRegistryAbi,
  ...allianceGovernorAbi,
  ...allianceRecordAbi,
  ...evidenceLogAbi,
].filter(({ type }) => type === 'error');

/** Of `IGovernor.ProposalState`. */
const proposalStates = [
  'pending',
  'active',
  'canceled',
  'defeated',
  'succeeded',
  'queued',
  'expired',
  'executed',
] as const;

const statesZh: Record<string, string> = {
  pending: '等待开始投票',
  active: '投票进行中',
  canceled: '已撤销',
  defeated: '未通过',
  succeeded: '已通过，待执行',
  queued: '排队待执行',
  expired: '已过期',
  executed: '已执行',
  unknown: '未知',
};
const statusesZh: Record<string, string> = {
  none: '未登记',
  applied: '已申请',
  admitted: '正式成员',
  suspended: '已暂停',
  left: '已退出',
  unknown: '未知',
};

const ofVoting = 1n << 1n;

/** The contract says which states it expected, a bit each: that of voting, that of carrying out, or none for a new proposal. */
function explainState([, current, expected]: string[]): XiangyuError {
  const state = proposalStates[Number(current)] ?? 'unknown';
  const wanted = BigInt(expected ?? 0);
  if (wanted === 0n) return chainErrors.proposalExists();
  const extras = { zh: { state: statesZh[state] ?? state } };
  if (wanted !== ofVoting) return chainErrors.notPassed({ state }, extras);
  return state === 'pending' ? chainErrors.votingNotBegun() : chainErrors.votingOver({ state }, extras);
}

const explanations: Record<string, (values: string[]) => XiangyuError> = {
  NotFounded: ([enrolled = '', founders = '']) => chainErrors.notFounded({ enrolled, founders }),
  AlreadyEnrolled: () => chainErrors.alreadyEnrolled(),
  NotFounder: () => chainErrors.notFounder(),
  NotGovernor: ([sender = '']) => chainErrors.onlyByVote({ sender }),
  GovernorOnlyExecutor: ([sender = '']) => chainErrors.onlyByVote({ sender }),
  OwnableUnauthorizedAccount: ([sender = '']) => chainErrors.onlyByVote({ sender }),
  UnknownMember: () => chainErrors.memberUnknown(),
  UnknownKey: ([key = '']) => chainErrors.keyUnknown({ key }),
  KeyRemoved: ([, key = '']) => chainErrors.keyRemoved({ key }),
  KeyTaken: ([key = '']) => chainErrors.keyTaken({ key }),
  WrongStatus([, value]) {
    const status = chainStatuses[Number(value)] ?? 'unknown';
    return chainErrors.wrongStatus({ status }, { zh: { status: statusesZh[status] ?? status } });
  },
  WrongSignature: ([key = '']) => chainErrors.wrongSignature({ key }),
  GovernorInvalidSignature: ([key = '']) => chainErrors.wrongSignature({ key }),
  InvalidAccountNonce: () => chainErrors.signatureUsed(),
  VotesExpiredSignature: () => chainErrors.signatureExpired(),
  NotApplied: () => chainErrors.notApplied(),
  AlreadyApplied: () => chainErrors.alreadyApplied(),
  BadEntry: () => chainErrors.badEntry(),
  BadKind: () => chainErrors.badKind(),
  NoVotesLeft: () => chainErrors.noVotesLeft(),
  NothingToWeigh: () => chainErrors.nothingToWeigh(),
  NoWeight: () => chainErrors.noWeight(),
  GovernorAlreadyCastVote: () => chainErrors.alreadyVoted(),
  GovernorUnexpectedProposalState: explainState,
  GovernorNonexistentProposal: () => chainErrors.proposalUnknown(),
  GovernorInvalidVoteType: () => chainErrors.supportUnknown(),
  GovernorInsufficientProposerVotes: ([, weight = '', needed = '']) => chainErrors.tooLittleWeight({ weight, needed }),
  GovernorRestrictedProposer: () => chainErrors.proposerReserved(),
  RuleOutOfBounds: ([value = '', most = '']) => chainErrors.ruleOutOfBounds({ value, most }),
  GovernorInvalidQuorumFraction: ([value = '', most = '']) => chainErrors.ruleOutOfBounds({ value, most }),
  GovernorUnableToCancel: () => chainErrors.notWithdrawable(),
  LogNotOwned: ([contract = '']) => chainErrors.notOwned({ contract }),
  InsufficientBalance: ([balance = '', needed = '']) => chainErrors.treasuryShort({ balance, needed }),
};

function decode({ reason, data }: Refusal): { name: string; values: string[] } {
  if (data) {
    try {
      const { errorName, args } = decodeErrorResult({ abi: allianceErrorAbi, data });
      return { name: errorName, values: (args ?? []).map(String) };
    } catch {
      // An error of another contract that a proposal calls; its own words are all there is.
    }
  }
  const [, name = '', values = ''] = /^(\w+)\((.*)\)$/s.exec(reason.trim()) ?? [];
  return { name, values: values.split(', ') };
}

/** Puts what the alliance's contracts refuse into an error of the catalogue, with the reason and the next step. */
export function explainRefusal(refusal: Refusal): XiangyuError {
  const { name, values } = decode(refusal);
  const explain = Object.hasOwn(explanations, name) ? explanations[name] : undefined;
  return explain?.(values) ?? chainErrors.refused({ reason: refusal.reason.replace(/\.$/, '') });
}
