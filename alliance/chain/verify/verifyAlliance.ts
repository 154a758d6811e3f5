import { type Abi, decodeFunctionData, decodeFunctionResult, encodeFunctionData, type Hex } from 'viem';
import { allianceGovernorAbi } from '../../../contracts/generated/AllianceGovernor.ts';
import { allianceRecordAbi } from '../../../contracts/generated/AllianceRecord.ts';
import { memberRegistryAbi } from '../../../contracts/generated/MemberRegistry.ts';
import { hashLeaf } from '../members.ts';
import { buildLeafTree } from '../merkleTree.ts';
import type { AllianceContracts } from '../proposals.ts';
import type { HistoryReader } from './chainReader.ts';
import { compareWithState } from './compareWithState.ts';
import { verifyErrors } from './errors.ts';
import { createSignatureFinder, isFoundingSigned } from './findSignature.ts';
import { type ChainEvent, decodeLogs, lower } from './history.ts';
import { type Creation, readCreation } from './readCreation.ts';
import { replayGovernor } from './replayGovernor.ts';
import { replayRegistry } from './replayRegistry.ts';
import { checkVotes, createReplayState, expectThat, type Governed, type ReplayState } from './replayState.ts';

/** What the chain alone says of an alliance, and whether it adds up. */
export interface VerifiedAlliance {
  chainId: number;
  contracts: AllianceContracts;
  creation: Creation;
  events: ChainEvent[];
  state: ReplayState;
  /** How many ballots, proposals and enrolments show their signature in the transaction itself. */
  signatures: { shown: number; hidden: number };
}

const abis: Record<keyof AllianceContracts, Abi> = {
  governor: allianceGovernorAbi as Abi,
  registry: memberRegistryAbi as Abi,
  record: allianceRecordAbi as Abi,
};

/** The contracts of an alliance by its governor. @throws VERIFY_NO_ALLIANCE */
export async function readContracts(reader: HistoryReader, governor: Hex): Promise<AllianceContracts> {
  const read = async (functionName: string) => {
    const data = await reader.call(governor, encodeFunctionData({ abi: abis.governor, functionName }));
    if (data === '0x') throw verifyErrors.noAlliance({ governor, chainId: reader.chainId });
    return lower(decodeFunctionResult({ abi: abis.governor, functionName, data }));
  };
  const [registry, record] = await Promise.all([read('registry'), read('record')]);
  return { governor, registry, record };
}

/** Makes the demand that what happens in a transaction is what proposals decided that were carried out in it. */
function createGoverned(state: ReplayState, contracts: AllianceContracts, together: readonly ChainEvent[]): Governed {
  return (event, { functionName, matches }) => {
    const decided = together
      .filter(({ name, by }) => by === 'governor' && name === 'ProposalExecuted')
      .flatMap(({ args }) => state.proposals.get(args.proposalId as bigint) ?? []);
    const isDecided = decided.some(({ targets, calldatas }) =>
      targets.some((target, index) => {
        if (target !== contracts[event.by]) return false;
        try {
          const call = decodeFunctionData({ abi: abis[event.by], data: calldatas[index] ?? '0x' });
          return call.functionName === functionName && matches(call.args ?? []);
        } catch {
          return false;
        }
      }),
    );
    expectThat(state, event, isDecided, `${event.name} without a proposal that was passed and carried out`);
  };
}

function checkFounders(state: ReplayState, event: ChainEvent): void {
  const { founders, foundersRoot } = state.creation;
  const { root } = buildLeafTree(state.enrolled.map(hashLeaf));
  expectThat(
    state,
    event,
    BigInt(state.enrolled.length) === founders,
    'not as many founders as the contract was created for',
  );
  expectThat(state, event, root === foundersRoot, 'the founders are not those that the contract was created for');
}

const isOfRecord: Record<string, string> = { ScenarioPublished: 'publishScenario', Resolved: 'resolve' };

/**
 * Reads the whole history of an alliance from a node and follows it step by step: that the contracts are this project's, that every
 * founder signed the charter, that each change of members, keys, weights and rules was decided by a proposal that passed, that each
 * ballot was a member's own, in time, once, and with its weight, and that the state of the contracts now is what all of it gives.
 * @throws VERIFY_NODE_UNREACHABLE, VERIFY_NO_ALLIANCE
 */
export async function verifyAlliance(reader: HistoryReader, governor: Hex): Promise<VerifiedAlliance> {
  const contracts = await readContracts(reader, lower(governor));
  const { logs, head } = await reader.readLogs([contracts.governor, contracts.registry, contracts.record]);
  const creation = await readCreation(reader, contracts.governor, logs);
  if (!creation) throw verifyErrors.noAlliance({ governor: contracts.governor, chainId: reader.chainId });
  const state = createReplayState(creation);
  const decoded = decodeLogs(contracts, logs);
  const events = decoded.filter((event) => event !== null);
  const signatures = { shown: 0, hidden: 0 };
  const note = (signed: boolean | null) => void (signed ? signatures.shown++ : signatures.hidden++);
  const findSignature = createSignatureFinder(reader, { chainId: reader.chainId, contract: contracts.governor });
  const registryPlace = { chainId: reader.chainId, contract: contracts.registry };

  for (const [index, event] of events.entries()) {
    const { transactionHash } = event.log;
    const together = events.filter(({ log }) => log.transactionHash === transactionHash);
    const governed = createGoverned(state, contracts, together);
    const isCreation = transactionHash === creation.transaction;
    if (event.by === 'registry') {
      const isFounder = event.name === 'Admitted' && !state.founded;
      replayRegistry(state, event, governed);
      if (isFounder) {
        const signed = await isFoundingSigned(reader, registryPlace, event, creation.charterHash);
        expectThat(state, event, signed !== false, 'a founder took its place without its own signature');
        note(signed);
      }
      if (event.name === 'Founded') checkFounders(state, event);
    } else if (event.by === 'governor') {
      await replayGovernor(state, event, {
        findSignature: async (...given) => {
          const signed = await findSignature(...given);
          note(signed);
          return signed;
        },
        isCreation,
        governed,
      });
    } else {
      const functionName = isOfRecord[event.name];
      const digest = event.args.digest;
      if (functionName) governed(event, { functionName, matches: (args) => args.includes(digest) });
    }
    if (events[index + 1]?.log.transactionHash !== transactionHash) checkVotes(state, event);
  }
  if (decoded.length !== events.length) {
    state.findings.push({ block: 0, transaction: null, problem: 'a log cannot be read as one of these contracts' });
  }
  await compareWithState({ ...reader, call: (to, data) => reader.call(to, data, head) }, contracts, state);
  return { chainId: reader.chainId, contracts, creation, events, state, signatures };
}
