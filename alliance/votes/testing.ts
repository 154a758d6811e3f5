import { type Abi, encodeFunctionData, type Hex } from 'viem';
import type { PrivateKeyAccount } from 'viem/accounts';
import { allianceGovernorAbi } from '../../contracts/generated/AllianceGovernor.ts';
import { allianceRecordAbi } from '../../contracts/generated/AllianceRecord.ts';
import { memberRegistryAbi } from '../../contracts/generated/MemberRegistry.ts';
import { chainStatuses, encodeKinds, memberKinds } from '../chain/members.ts';
import type { AllianceContracts } from '../chain/proposals.ts';
import { type Relayer, signData, testChainId } from '../chain/testing.ts';
import { ballotData, type ProposalCalls, proposalData } from '../chain/typedData.ts';
import type { Votes } from './openVotes.ts';
import { supports } from './sharedSchemas.ts';

const stateNames = ['pending', 'active', 'cancelled', 'defeated', 'succeeded', 'queued', 'expired', 'executed'];

interface RegistryMember {
  status: number;
  weight: number;
  key: Hex;
  kinds: number;
  did: string;
  profileHash: Hex;
  witness: Hex;
  nodeKey: Hex;
}

/** What a view function answers. */
async function ask<T>(
  relayer: Relayer,
  address: Hex,
  abi: Abi,
  functionName: string,
  args: unknown[] = [],
): Promise<T> {
  return (await relayer.reader.readContract({ address, abi, functionName, args })) as T;
}

/** The alliance as its contracts have it now, asked function by function, in the form of `readProjected`. */
export async function readFresh(
  relayer: Relayer,
  contracts: AllianceContracts,
  projected: Projected,
): Promise<Projected> {
  const { governor, registry, record } = contracts;
  const onRegistry = <T>(name: string, args?: unknown[]) =>
    ask<T>(relayer, registry, memberRegistryAbi as Abi, name, args);
  const onGovernor = <T>(name: string, args?: unknown[]) =>
    ask<T>(relayer, governor, allianceGovernorAbi as Abi, name, args);
  const members = await Promise.all(
    projected.members.map(async ({ id }) => {
      const account = await onRegistry<Hex>('accountOf', [id]);
      const [member, votes, delegate] = await Promise.all([
        onRegistry<RegistryMember>('memberOf', [id]),
        onRegistry<bigint>('getVotes', [account]),
        onRegistry<Hex>('delegates', [account]),
      ]);
      const status = chainStatuses[member.status] ?? 'none';
      const applied = status === 'applied';
      return {
        id,
        account: account.toLowerCase(),
        status,
        weight: String(member.weight),
        votes: String(votes),
        delegate: BigInt(delegate) === 0n ? account.toLowerCase() : delegate.toLowerCase(),
        // The registry keeps nothing of an organisation that only applied.
        ...(applied
          ? { key: null, kinds: 0, did: '', profileHash: '', witness: null, nodeKey: null }
          : {
              key: member.key.toLowerCase(),
              kinds: member.kinds,
              did: member.did,
              profileHash: member.profileHash.slice(2),
              witness: BigInt(member.witness) === 0n ? null : member.witness.toLowerCase(),
              nodeKey: member.nodeKey === '0x' ? null : member.nodeKey,
            }),
      };
    }),
  );
  const proposals = await Promise.all(
    projected.proposals.map(async ({ id, voters }) => {
      const [state, [against, inFavour, abstain], snapshot, deadline, proposer] = await Promise.all([
        onGovernor<number>('state', [id]),
        onGovernor<[bigint, bigint, bigint]>('proposalVotes', [id]),
        onGovernor<bigint>('proposalSnapshot', [id]),
        onGovernor<bigint>('proposalDeadline', [id]),
        onGovernor<Hex>('proposalProposer', [id]),
      ]);
      const voted = await Promise.all(voters.map(([voter]) => onGovernor<boolean>('hasVoted', [id, voter])));
      const quorum = await onGovernor<bigint>('quorum', [snapshot]);
      return {
        id,
        state: stateNames[state] ?? '',
        tally: [against, inFavour, abstain].map(String),
        voteStart: Number(snapshot),
        voteEnd: Number(deadline),
        proposer: proposer.toLowerCase(),
        quorum: String(quorum),
        voters: voters.map(([voter], index) => [voter, voted[index] ?? false] as [string, boolean]),
      };
    }),
  );
  const names = ['votingDelay', 'votingPeriod', 'proposalThreshold', 'quorumNumerator', 'passPercent'];
  const [delay, period, threshold, quorum, pass] = await Promise.all(names.map((name) => onGovernor<bigint>(name)));
  const weights = await onRegistry<number[]>('kindWeights');
  const scenarios = await Promise.all(
    projected.scenarios.map(async ({ id, version }) => {
      const versions = await ask<{ digest: Hex; uri: string }[]>(
        relayer,
        record,
        allianceRecordAbi as Abi,
        'scenarioOf',
        [id],
      );
      const published = versions[version - 1];
      return { id, version, uri: published?.uri ?? '', digest: published?.digest.slice(2) ?? '' };
    }),
  );
  return {
    members,
    proposals,
    scenarios,
    rules: {
      votingDelaySeconds: String(delay),
      votingPeriodSeconds: String(period),
      proposalThreshold: String(threshold),
      quorumPercent: String(quorum),
      passPercent: String(pass),
      ...Object.fromEntries(memberKinds.map((kind, index) => [`kindWeight.${kind}`, String(weights[index])])),
    },
  };
}

/** The alliance as it is compared. */
export interface Projected {
  members: {
    id: Hex;
    account: string;
    status: string;
    weight: string;
    votes: string;
    delegate: string;
    key: string | null;
    kinds: number;
    did: string;
    profileHash: string;
    witness: string | null;
    nodeKey: string | null;
  }[];
  proposals: {
    id: Hex;
    state: string;
    tally: string[];
    voteStart: number;
    voteEnd: number;
    proposer: string;
    quorum: string;
    voters: [string, boolean][];
  }[];
  rules: Record<string, string>;
  scenarios: { id: Hex; version: number; uri: string; digest: string }[];
}

const accountOf = (id: Hex) => `0x${id.slice(26)}`;
const seconds = (time: string | null) => Date.parse(time ?? '') / 1_000;

/** The alliance as the lists tell it. */
export async function readProjected(votes: Votes): Promise<Projected> {
  const [members, proposals, rules, scenarios] = await Promise.all([
    votes.listMembers({ perPage: 200 }),
    votes.listProposals({ perPage: 200 }),
    votes.listRules(),
    votes.listScenarios({ perPage: 200 }),
  ]);
  const placed = proposals.items.filter(({ place }) => place !== null);
  const ballots = await Promise.all(placed.map(({ id }) => votes.listBallots({ proposal: id, perPage: 200 })));
  return {
    members: members.items.map(({ status, kinds, did, profileHash, ...member }) => ({
      id: member.id,
      account: member.account,
      status,
      weight: member.weight,
      votes: member.votes,
      delegate: member.delegate ? accountOf(member.delegate.id) : member.account,
      ...(status === 'applied'
        ? { key: null, kinds: 0, did: '', profileHash: '', witness: null, nodeKey: null }
        : {
            key: member.key,
            kinds: encodeKinds(kinds),
            did,
            profileHash,
            witness: member.witness,
            nodeKey: member.nodeKey,
          }),
    })),
    proposals: placed.map((proposal, index) => ({
      id: proposal.id,
      state: proposal.state,
      tally: [proposal.tally.against, proposal.tally.for, proposal.tally.abstain],
      voteStart: seconds(proposal.voteStart),
      voteEnd: seconds(proposal.voteEnd),
      proposer: accountOf(proposal.proposer?.id ?? '0x'),
      quorum: proposal.quorum ?? '',
      voters: (ballots[index]?.items ?? [])
        .filter(({ state }) => state === 'counted')
        .map(({ voter }) => [accountOf(voter.id), true]),
    })),
    rules: Object.fromEntries(rules.map(({ rule, value }) => [rule, value])),
    scenarios: scenarios.items.map(({ idHash, version, uri, digest }) => ({ id: idHash, version, uri, digest })),
  };
}

/** Calls of the governor signed ahead, without the platform; a key's nonces are counted by the caller. */
export function signDirectly({ governor }: AllianceContracts) {
  const place = { chainId: testChainId, contract: governor };
  const encode = (functionName: string, args: readonly unknown[]) =>
    encodeFunctionData({ abi: allianceGovernorAbi as Abi, functionName, args });
  return {
    async proposal(by: PrivateKeyAccount, calls: ProposalCalls, description: string, nonce: bigint): Promise<Hex> {
      const data = proposalData(place, { proposer: by.address, calls, description, nonce });
      const { targets, values, calldatas } = calls;
      const signature = await signData(by, data);
      return encode('proposeBySig', [by.address, targets, values, calldatas, description, signature]);
    },
    async ballot(by: PrivateKeyAccount, id: Hex, support: (typeof supports)[number], nonce: bigint): Promise<Hex> {
      const choice = supports.indexOf(support);
      const data = ballotData(place, { proposalId: BigInt(id), support: choice, voter: by.address, nonce });
      return encode('castVoteBySig', [BigInt(id), choice, by.address, await signData(by, data)]);
    },
  };
}
