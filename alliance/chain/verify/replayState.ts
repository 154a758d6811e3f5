import type { Hex } from 'viem';
import { type Entry, memberAccount } from '../members.ts';
import { type ChainEvent, Timeline } from './history.ts';
import type { Creation } from './readCreation.ts';

/** A member as the history alone says. */
export interface ReplayedMember {
  id: Hex;
  entry: Entry;
  status: 'admitted' | 'suspended' | 'left';
  key: Hex;
  kinds: number;
  weight: bigint;
  /** Account that votes for it. */
  delegate: Hex;
}

export interface ReplayedBallot {
  member: Hex;
  support: number;
  weight: bigint;
  /** Whether the transaction itself shows the signature of the member's key at that time; null when it was sent in another way. */
  signed: boolean | null;
}

export interface ReplayedProposal {
  id: bigint;
  proposer: Hex;
  targets: Hex[];
  values: bigint[];
  calldatas: Hex[];
  description: string;
  signed: boolean | null;
  start: bigint;
  end: bigint;
  ballots: ReplayedBallot[];
  executed: boolean;
}

/** One thing that does not add up. */
export interface Finding {
  block: number;
  transaction: Hex | null;
  problem: string;
}

/** Everything that follows from the events so far. */
export interface ReplayState {
  creation: Creation;
  members: Map<Hex, ReplayedMember>;
  memberOfAccount: Map<Hex, Hex>;
  /** Votes by account, and of all. */
  votes: Map<Hex, Timeline>;
  total: Timeline;
  quorum: Timeline;
  pass: Timeline;
  votingDelay: bigint;
  votingPeriod: bigint;
  threshold: bigint;
  kindWeights: bigint[];
  applied: Set<Hex>;
  founded: boolean;
  enrolled: Entry[];
  proposals: Map<bigint, ReplayedProposal>;
  /** Next nonce of each key in the governor. */
  nonces: Map<Hex, bigint>;
  logs: Hex[];
  findings: Finding[];
}

/** The state before anything happened. */
export function createReplayState(creation: Creation): ReplayState {
  return {
    creation,
    members: new Map(),
    memberOfAccount: new Map(),
    votes: new Map(),
    total: new Timeline(),
    quorum: new Timeline(),
    pass: new Timeline(),
    votingDelay: 0n,
    votingPeriod: 0n,
    threshold: 0n,
    kindWeights: creation.rules.kindWeights.map(BigInt),
    applied: new Set(),
    founded: false,
    enrolled: [],
    proposals: new Map(),
    nonces: new Map(),
    logs: [],
    findings: [],
  };
}

/** Notes what does not add up, unless the claim holds. */
export function expectThat(state: ReplayState, { log }: ChainEvent, claim: boolean, problem: string): void {
  if (!claim) state.findings.push({ block: Number(log.blockNumber), transaction: log.transactionHash, problem });
}

/** The votes of an account over time. */
export function votesOf(state: ReplayState, account: Hex): Timeline {
  const known = state.votes.get(account);
  if (known) return known;
  const made = new Timeline();
  state.votes.set(account, made);
  return made;
}

/** The heaviest of a member's kinds. */
export const heaviest = (state: ReplayState, kinds: number): bigint =>
  state.kindWeights.reduce((most, weight, kind) => (kinds & (1 << kind) && weight > most ? weight : most), 0n);

/** Compares, after a whole transaction, every account's votes with the weights of the members that it votes for. */
export function checkVotes(state: ReplayState, last: ChainEvent): void {
  const sums = new Map<Hex, bigint>();
  let total = 0n;
  for (const { weight, delegate } of state.members.values()) {
    sums.set(delegate, (sums.get(delegate) ?? 0n) + weight);
    total += weight;
  }
  for (const account of new Set([...sums.keys(), ...state.votes.keys()])) {
    const votes = votesOf(state, account).latest;
    expectThat(
      state,
      last,
      votes === (sums.get(account) ?? 0n),
      `account ${account} has ${votes} votes, its members weigh ${sums.get(account) ?? 0n}`,
    );
  }
  if (total !== state.total.latest) state.total.set(last.log.time, total);
}

/** The account of a member. */
export const accountOf = memberAccount;

/** Demands that an event carries out what a proposal decided which passed: a call of this function, in the same transaction. */
export type Governed = (
  event: ChainEvent,
  call: { functionName: string; matches: (args: readonly unknown[]) => boolean },
) => void;
