import { type Abi, decodeFunctionResult, encodeFunctionData, type Hex } from 'viem';
import { allianceGovernorAbi } from '../../../contracts/generated/AllianceGovernor.ts';
import { memberRegistryAbi } from '../../../contracts/generated/MemberRegistry.ts';
import { chainStatuses } from '../members.ts';
import type { AllianceContracts } from '../proposals.ts';
import type { HistoryReader } from './chainReader.ts';
import { lower } from './history.ts';
import { tallyOf } from './replayGovernor.ts';
import type { ReplayState } from './replayState.ts';

interface MemberOnChain {
  status: number;
  key: Hex;
  weight: number;
  kinds: number;
}

/** Compares the contracts' own state with what follows from their history, and notes each difference. */
export async function compareWithState(
  reader: HistoryReader,
  { governor, registry }: AllianceContracts,
  state: ReplayState,
): Promise<void> {
  const complain = (problem: string) => void state.findings.push({ block: 0, transaction: null, problem });
  async function ask(to: Hex, functionName: string, args: readonly unknown[] = []): Promise<unknown> {
    const abi = (to === governor ? allianceGovernorAbi : memberRegistryAbi) as Abi;
    const data = await reader.call(to, encodeFunctionData({ abi, functionName, args }));
    return decodeFunctionResult({ abi, functionName, data });
  }
  await Promise.all(
    [...state.members.values()].map(async ({ id, status, key, weight, kinds }) => {
      const now = (await ask(registry, 'memberOf', [id])) as MemberOnChain;
      const present = chainStatuses[now.status];
      // One that left may have applied again, which changes nothing else.
      if (present !== status) complain(`member ${id} is ${present} in the contract and ${status} by its history`);
      if (lower(now.key) !== key) complain(`member ${id} has another key in the contract than by its history`);
      if (BigInt(now.weight) !== weight || now.kinds !== kinds)
        complain(`member ${id} weighs otherwise than by its history`);
    }),
  );
  await Promise.all(
    [...state.proposals.values()].map(async (proposal) => {
      const [against, inFavour, abstain] = (await ask(governor, 'proposalVotes', [proposal.id])) as bigint[];
      const tally = tallyOf(proposal);
      if (against !== tally.against || inFavour !== tally.for || abstain !== tally.abstain) {
        complain(`the votes on proposal ${proposal.id} are counted otherwise than they were cast`);
      }
    }),
  );
  const rules: [string, bigint][] = [
    ['votingDelay', state.votingDelay],
    ['votingPeriod', state.votingPeriod],
    ['quorumNumerator', state.quorum.latest],
    ['passPercent', state.pass.latest],
    ['proposalThreshold', state.threshold],
  ];
  await Promise.all(
    rules.map(async ([name, value]) => {
      if (BigInt(String(await ask(governor, name))) !== value) complain(`the rule ${name} is not what was decided`);
    }),
  );
}
