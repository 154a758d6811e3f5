import type { Hex } from 'viem';
import { hashProposal } from '../proposals.ts';
import type { FindSignature } from './findSignature.ts';
import { type ChainEvent, lower } from './history.ts';
import { expectThat, type Governed, type ReplayedProposal, type ReplayState, votesOf } from './replayState.ts';

/** For and against and abstain, by the numbers of a ballot. */
export function tallyOf({ ballots }: ReplayedProposal): { against: bigint; for: bigint; abstain: bigint } {
  const sum = (support: number) =>
    ballots.reduce((votes, ballot) => votes + (ballot.support === support ? ballot.weight : 0n), 0n);
  return { against: sum(0), for: sum(1), abstain: sum(2) };
}

/** Whether a proposal has passed by the rules that held when its vote began. */
export function hasPassed(state: ReplayState, proposal: ReplayedProposal): boolean {
  const { against, for: inFavour, abstain } = tallyOf(proposal);
  const quorum = (state.total.at(proposal.start) * state.quorum.at(proposal.start)) / 100n;
  return (
    inFavour + abstain >= quorum &&
    inFavour > against &&
    inFavour * 100n >= (inFavour + against) * state.pass.at(proposal.start)
  );
}

async function create(state: ReplayState, event: ChainEvent, findSignature: FindSignature): Promise<void> {
  const { args, log } = event;
  const proposal: ReplayedProposal = {
    id: args.proposalId as bigint,
    proposer: lower(args.proposer),
    targets: (args.targets as Hex[]).map(lower),
    values: [...(args.values as bigint[])],
    calldatas: [...(args.calldatas as Hex[])],
    description: String(args.description),
    signed: null,
    start: args.voteStart as bigint,
    end: args.voteEnd as bigint,
    ballots: [],
    executed: false,
  };
  const { id, proposer, description, start, end } = proposal;
  const member = state.members.get(state.memberOfAccount.get(proposer) ?? '0x');
  expectThat(state, event, state.founded, 'something was proposed before the founding');
  expectThat(state, event, !state.proposals.has(id), 'a proposal was made twice');
  expectThat(
    state,
    event,
    hashProposal(proposal, description) === id,
    'a proposal does not have the id that its content gives',
  );
  expectThat(state, event, member?.status === 'admitted', 'a proposal was made by one that was no admitted member');
  expectThat(state, event, start === log.time + state.votingDelay, 'a vote does not begin when the rules say');
  expectThat(state, event, end === start + state.votingPeriod, 'a vote does not last as long as the rules say');
  if (member) proposal.signed = await findSignature(state, event, member.key);
  expectThat(state, event, proposal.signed !== false, "a proposal is not signed by its member's key");
  state.proposals.set(id, proposal);
}

async function count(state: ReplayState, event: ChainEvent, findSignature: FindSignature): Promise<void> {
  const { args, log } = event;
  const proposal = state.proposals.get(args.proposalId as bigint);
  const account = lower(args.voter);
  const id = state.memberOfAccount.get(account);
  const member = id && state.members.get(id);
  expectThat(state, event, proposal !== undefined, 'a vote on a proposal that was never made');
  expectThat(state, event, Boolean(member), 'a vote by one that is no member');
  if (!proposal || !member) return;
  const weight = args.weight as bigint;
  const due = votesOf(state, account).at(proposal.start);
  expectThat(state, event, member.status === 'admitted', `a vote by a member that was ${member.status}`);
  expectThat(state, event, log.time > proposal.start && log.time <= proposal.end, 'a vote outside its time');
  expectThat(state, event, weight === due, `a vote with weight ${weight} instead of ${due}`);
  expectThat(state, event, !proposal.ballots.some((ballot) => ballot.member === member.id), 'a member voted twice');
  const signed = await findSignature(state, event, member.key);
  expectThat(state, event, signed !== false, "a ballot is not signed by its member's key");
  proposal.ballots.push({ member: member.id, support: Number(args.support), weight, signed });
}

/** Applies one event of the governor. */
export async function replayGovernor(
  state: ReplayState,
  event: ChainEvent,
  { findSignature, isCreation, governed }: { findSignature: FindSignature; isCreation: boolean; governed: Governed },
): Promise<void> {
  const { name, args, log } = event;
  const set = (functionName: string, value: unknown) => {
    if (!isCreation)
      governed(event, { functionName, matches: ([given]) => BigInt(String(given)) === BigInt(String(value)) });
    return BigInt(String(value));
  };
  switch (name) {
    case 'VotingDelaySet':
      state.votingDelay = set('setVotingDelay', args.newVotingDelay);
      return;
    case 'VotingPeriodSet':
      state.votingPeriod = set('setVotingPeriod', args.newVotingPeriod);
      return;
    case 'ProposalThresholdSet':
      state.threshold = set('setProposalThreshold', args.newProposalThreshold);
      return;
    case 'QuorumNumeratorUpdated':
      state.quorum.set(log.time, set('updateQuorumNumerator', args.newQuorumNumerator));
      return;
    case 'PassPercentSet':
      state.pass.set(log.time, set('setPassPercent', args.newPercent));
      return;
    case 'LogAccepted':
      state.logs.push(lower(args.log));
      return;
    case 'ProposalCreated':
      await create(state, event, findSignature);
      return;
    case 'VoteCast':
    case 'VoteCastWithParams':
      await count(state, event, findSignature);
      return;
    case 'ProposalExecuted': {
      const proposal = state.proposals.get(args.proposalId as bigint);
      expectThat(state, event, proposal !== undefined, 'something was carried out that was never proposed');
      if (!proposal) return;
      expectThat(state, event, !proposal.executed, 'a proposal was carried out twice');
      expectThat(state, event, log.time > proposal.end, 'a proposal was carried out before its vote was over');
      expectThat(state, event, hasPassed(state, proposal), 'a proposal was carried out that had not passed');
      proposal.executed = true;
      return;
    }
    default:
  }
}
