import type { Hex } from 'viem';
import type { Tx } from '../../../store/index.ts';
import type { AllianceContracts } from '../../chain/proposals.ts';
import { recogniseType } from '../recogniseType.ts';
import type { Changes } from './changes.ts';
import { type AllianceLog, lower } from './decodeLog.ts';
import { addRule } from './rules.ts';

type GovernorLog = Extract<AllianceLog, { contract: 'governor' }>;

/** A ballot that was cast; many are written at once. */
export interface CastBallot {
  proposal: Hex;
  voter: Hex;
  support: number;
  weight: string;
  reason: string;
  time: string;
  epoch: number;
  log_index: number;
  transaction: Hex;
}

/** Proposal ids as the tables and URLs have them. */
export const toProposalId = (id: bigint): Hex => `0x${id.toString(16).padStart(64, '0')}`;

const description = /^xiangyu-proposal:1:([0-9a-f]{64})$/;

/** Digest of the document that a description names; null for one of another form. */
const digestOf = (text: string): string | null => description.exec(text)?.[1] ?? null;

/** Takes in a log of the governor; ballots are only collected. */
export async function applyGovernorLog(
  tx: Tx,
  contracts: AllianceContracts,
  { event, place }: GovernorLog,
  { changes, ballots }: { changes: Changes; ballots: CastBallot[] },
): Promise<void> {
  const { epoch, index, transaction, time } = place;
  const rule = async (name: string, value: bigint | number) => {
    changes.other = true;
    await addRule(tx, { rule: name, value: BigInt(value), place });
  };
  switch (event.eventName) {
    case 'ProposalCreated': {
      const { args } = event;
      const id = toProposalId(args.proposalId);
      const calls = {
        targets: args.targets.map(lower),
        values: [...args.values],
        calldatas: args.calldatas.map(lower),
      };
      changes.proposals.add(id);
      await tx`
        insert into alliance.proposal (id, type, proposer, targets, amounts, calldatas, description, digest, created_at,
          vote_start, vote_end, spends, epoch, log_index, transaction)
        values (${id}, ${recogniseType(contracts, calls)}, ${lower(args.proposer)}, ${calls.targets}::text[],
          ${calls.values.map(String)}::text[]::numeric[], ${calls.calldatas}::text[], ${args.description},
          ${digestOf(args.description)}, ${time}, ${new Date(Number(args.voteStart) * 1_000)},
          ${new Date(Number(args.voteEnd) * 1_000)}, ${calls.values.some((value) => value > 0n)},
          ${epoch}, ${index}, ${transaction})
        on conflict do nothing`;
      await tx`update alliance.action set hidden = true where kind = 'proposal' and proposal = ${id}`;
      return;
    }
    case 'VoteCast':
    case 'VoteCastWithParams': {
      const { voter, proposalId, support, weight, reason } = event.args;
      const proposal = toProposalId(proposalId);
      changes.proposals.add(proposal);
      ballots.push({
        proposal,
        voter: lower(voter),
        support,
        weight: weight.toString(),
        // PostgreSQL has no zero character in texts.
        reason: reason.replaceAll('\0', ''),
        time: time.toISOString(),
        epoch,
        log_index: index,
        transaction,
      });
      return;
    }
    case 'ProposalExecuted': {
      const id = toProposalId(event.args.proposalId);
      changes.proposals.add(id);
      await tx`
        update alliance.proposal
        set executed_epoch = ${epoch}, executed_index = ${index}, executed_transaction = ${transaction} where id = ${id}`;
      return;
    }
    case 'ProposalCanceled': {
      const id = toProposalId(event.args.proposalId);
      changes.proposals.add(id);
      await tx`update alliance.proposal set cancelled_epoch = ${epoch} where id = ${id}`;
      return;
    }
    case 'VotingDelaySet':
      return rule('votingDelaySeconds', event.args.newVotingDelay);
    case 'VotingPeriodSet':
      return rule('votingPeriodSeconds', event.args.newVotingPeriod);
    case 'ProposalThresholdSet':
      return rule('proposalThreshold', event.args.newProposalThreshold);
    case 'QuorumNumeratorUpdated':
      return rule('quorumPercent', event.args.newQuorumNumerator);
    case 'PassPercentSet':
      return rule('passPercent', event.args.newPercent);
  }
}
