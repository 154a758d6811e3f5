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

const ofVoting = 1n << 1n;

/** The contract says which states it expected, a bit each: that of voting, that of carrying out, or none for a new proposal. */
function explainState([, current, expected]: string[]): XiangyuError {
  const state = proposalStates[Number(current)] ?? 'unknown';
  const wanted = BigInt(expected ?? 0);
  if (wanted === 0n) return chainErrors.proposalExists();
  if (wanted !== ofVoting) return chainErrors.notPassed({ state });
  return state === 'pending' ? chainErrors.votingNotBegun() : chainErrors.votingOver({ state });
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
  WrongStatus: ([, status]) => chainErrors.wrongStatus({ status: chainStatuses[Number(status)] ?? 'unknown' }),
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
