import {
  type Abi,
  decodeErrorResult,
  encodeFunctionData,
  type Hex,
  keccak256,
  parseEventLogs,
  stringToHex,
  zeroAddress,
} from 'viem';
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';
import { beforeAll, expect, inject, test, vi } from 'vitest';
import { allianceGovernorAbi } from '../../contracts/generated/AllianceGovernor.ts';
import { allianceRecordAbi } from '../../contracts/generated/AllianceRecord.ts';
import { memberRegistryAbi } from '../../contracts/generated/MemberRegistry.ts';
import { compileForTest } from '../../contracts/testing.ts';
import { enrolments, hashCharter } from '../founding/charter.ts';
import { allianceErrorAbi } from './explainRefusal.ts';
import { type Entry, encodeKinds, memberAccount, memberId } from './members.ts';
import { type AllianceContracts, type Decision, describeProposal, encodeDecision, hashProposal } from './proposals.ts';
import {
  createRelayer,
  createTestCharter,
  deployTestAlliance,
  encodeEnrol,
  type Relayer,
  signData,
  testChainId,
} from './testing.ts';
import {
  applicationData,
  ballotData,
  delegationData,
  foundingData,
  keyRotationData,
  leavingData,
  nodeKeysData,
  type ProposalCalls,
  profileData,
  proposalData,
} from './typedData.ts';
import { openHistoryReader, type TimedLog } from './verify/chainReader.ts';
import type { ChainEvent } from './verify/history.ts';
import { verifyAlliance } from './verify/verifyAlliance.ts';

const periodSeconds = 10;
const { charter, founders } = createTestCharter(5, { votingPeriodSeconds: periodSeconds });
const endingLike = (address: Hex): Hex => `0x${'5a'.repeat(12)}${address.slice(2).toLowerCase()}`;
const newAccount = () => privateKeyToAccount(generatePrivateKey());
const account = (index: number) => founders[index]?.account as PrivateKeyAccount;
const newcomer = newAccount();
const newcomerEntry: Entry = {
  id: memberId('newcomer'),
  profileHash: keccak256('0x01'),
  did: 'did:web:newcomer.example',
  kinds: encodeKinds(['research', 'witness']),
  key: newcomer.address,
  nodeKey: `0x${'ab'.repeat(64)}`,
  witness: newAccount().address,
};

let relayer: Relayer;
let contracts: AllianceContracts;
let other: AllianceContracts;
const nonces = new Map<string, bigint>();
/** Nonces of keys, counted here so that many signatures are made ahead; a contract has its own. */
function nextNonce(contract: Hex, key: Hex): bigint {
  const name = `${contract}${key}`.toLowerCase();
  const nonce = nonces.get(name) ?? 0n;
  nonces.set(name, nonce + 1n);
  return nonce;
}
const registryPlace = () => ({ chainId: testChainId, contract: contracts.registry });
const governorPlace = () => ({ chainId: testChainId, contract: contracts.governor });
const onRegistry = (functionName: string, args: readonly unknown[], by: Hex = relayer.account.address) =>
  relayer.reader.simulateContract({
    abi: memberRegistryAbi as Abi,
    address: contracts.registry,
    account: by,
    functionName,
    args,
  });
const onGovernor = (functionName: string, args: readonly unknown[], by: Hex = relayer.account.address) =>
  relayer.reader.simulateContract({
    abi: [...allianceGovernorAbi, ...allianceErrorAbi] as Abi,
    address: contracts.governor,
    account: by,
    functionName,
    args,
  });
const sendTo = async (abi: Abi, to: Hex, functionName: string, args: readonly unknown[], value = 0n) => {
  const receipt = await relayer.send(to, encodeFunctionData({ abi, functionName, args }), value);
  expect(receipt.status).toBe('success');
  return receipt;
};
const sendToRegistry = (functionName: string, args: readonly unknown[]) =>
  sendTo(memberRegistryAbi as Abi, contracts.registry, functionName, args);
const sendToGovernor = (functionName: string, args: readonly unknown[]) =>
  sendTo(allianceGovernorAbi as Abi, contracts.governor, functionName, args);

interface Proposed {
  id: bigint;
  calls: ProposalCalls;
  description: string;
}
const toProposed = (calls: ProposalCalls, text: string): Proposed => {
  const description = describeProposal(keccak256(stringToHex(text)));
  return { id: hashProposal(calls, description), calls, description };
};

async function proposeArguments(by: PrivateKeyAccount, { calls, description }: Proposed, nonce: bigint) {
  const data = proposalData(governorPlace(), { proposer: by.address, calls, description, nonce });
  return [by.address, calls.targets, calls.values, calls.calldatas, description, await signData(by, data)];
}
async function propose(by: PrivateKeyAccount, calls: ProposalCalls, text: string): Promise<Proposed> {
  const proposed = toProposed(calls, text);
  await sendToGovernor('proposeBySig', await proposeArguments(by, proposed, nextNonce(contracts.governor, by.address)));
  return proposed;
}
const decide = (by: PrivateKeyAccount, decision: Decision, text: string) =>
  propose(by, encodeDecision(contracts, decision), text);
async function ballot(by: PrivateKeyAccount, { id }: Proposed, support = 1, nonce?: bigint) {
  const used = nonce ?? nextNonce(contracts.governor, by.address);
  const data = ballotData(governorPlace(), { proposalId: id, support, voter: by.address, nonce: used });
  return [id, support, by.address, await signData(by, data)];
}
const vote = async (by: PrivateKeyAccount, proposed: Proposed, support = 1) =>
  sendToGovernor('castVoteBySig', await ballot(by, proposed, support));
const stateOf = (id: bigint) =>
  relayer.reader.readContract({
    abi: allianceGovernorAbi,
    address: contracts.governor,
    functionName: 'state',
    args: [id],
  });
const untilState = (id: bigint, state: number) =>
  vi.waitFor(async () => expect(await stateOf(id)).toBe(state), { timeout: 40_000, interval: 200 });
const execute = ({ calls, description }: Proposed) =>
  sendToGovernor('execute', [calls.targets, calls.values, calls.calldatas, keccak256(stringToHex(description))]);
const memberOf = (slug: string) =>
  relayer.reader.readContract({
    abi: memberRegistryAbi,
    address: contracts.registry,
    functionName: 'memberOf',
    args: [memberId(slug)],
  });

beforeAll(async () => {
  relayer = await createRelayer();
  [contracts, other] = await Promise.all([deployTestAlliance(relayer, charter), deployTestAlliance(relayer, charter)]);
}, 120_000);

test('before the founding nothing but enrolment works, and that only with the founder’s own signature', async () => {
  const { entry, proof } = enrolments(charter)('founder-0') as { entry: Entry; proof: Hex[] };
  const consent = (place = registryPlace(), member = entry.id, hash = hashCharter(charter)) =>
    signData(account(0), foundingData(place, { charter: hash, member }));
  const signature = await consent();
  const refused: [string, readonly unknown[], string][] = [
    ['applyFor', [newcomerEntry, '0x'], 'NotFounded'],
    ['rotateKey', [entry.id, newcomer.address, '0x', '0x'], 'NotFounded'],
    ['resign', [entry.id, '0x'], 'NotFounded'],
    ['delegate', [memberAccount(entry.id)], 'NotFounded'],
    [
      'enrol',
      [
        entry,
        proof,
        await signData(newcomer, foundingData(registryPlace(), { charter: hashCharter(charter), member: entry.id })),
      ],
      'WrongSignature',
    ],
    // Of another chain, of another contract with the same charter, for another founder, to another charter.
    ['enrol', [entry, proof, await consent({ ...registryPlace(), chainId: 1_030 })], 'WrongSignature'],
    ['enrol', [entry, proof, await consent({ ...registryPlace(), contract: other.registry })], 'WrongSignature'],
    ['enrol', [entry, proof, await consent(registryPlace(), memberId('founder-1'))], 'WrongSignature'],
    ['enrol', [entry, proof, await consent(registryPlace(), entry.id, keccak256('0x'))], 'WrongSignature'],
    ['enrol', [{ ...entry, key: newcomer.address }, proof, signature], 'NotFounder'],
    ['enrol', [{ ...entry, kinds: 3 }, proof, signature], 'NotFounder'],
    ['enrol', [newcomerEntry, proof, signature], 'NotFounder'],
  ];
  await Promise.all(refused.map(([name, args, error]) => expect(onRegistry(name, args), name).rejects.toThrow(error)));
  const proposed = toProposed(encodeDecision(contracts, { type: 'suspend', member: entry.id }), 'too early');
  await expect(onGovernor('proposeBySig', await proposeArguments(account(0), proposed, 0n))).rejects.toThrow(
    'NotFounded',
  );
  await expect(
    onGovernor(
      'propose',
      [proposed.calls.targets, proposed.calls.values, proposed.calls.calldatas, 'x'],
      account(0).address,
    ),
  ).rejects.toThrow('NotFounded');
}, 60_000);

test('the alliance is founded when the last founder took its place, whoever sends it', async () => {
  const calls = await Promise.all(founders.map((founder) => encodeEnrol(registryPlace(), charter, founder)));
  const receipts = await Promise.all(calls.map((data) => relayer.send(contracts.registry, data)));
  const events = receipts.flatMap(({ logs }) => parseEventLogs({ abi: memberRegistryAbi, logs }));
  expect(events.filter(({ eventName }) => eventName === 'Admitted')).toHaveLength(5);
  expect(events.filter(({ eventName }) => eventName === 'Founded')).toHaveLength(1);
  const { entry, proof } = enrolments(charter)('founder-3') as { entry: Entry; proof: Hex[] };
  await expect(onRegistry('enrol', [entry, proof, '0x'])).rejects.toThrow('AlreadyEnrolled');
  expect(await memberOf('founder-3')).toMatchObject({ status: 2, weight: 1, did: 'did:web:founder-3.example' });
}, 60_000);

test('who deployed and pays, and every stranger, has no right at all', async () => {
  const id = memberId('founder-0');
  const only: [typeof onRegistry, string, readonly unknown[], string][] = [
    [onRegistry, 'admit', [newcomerEntry], 'NotGovernor'],
    [onRegistry, 'suspend', [id], 'NotGovernor'],
    [onRegistry, 'reinstate', [id], 'NotGovernor'],
    [onRegistry, 'expel', [id], 'NotGovernor'],
    [onRegistry, 'replaceKey', [id, newcomer.address], 'NotGovernor'],
    [onRegistry, 'setKinds', [id, 2], 'NotGovernor'],
    [onRegistry, 'setKindWeight', [0, 9], 'NotGovernor'],
    [onRegistry, 'reweigh', [9n], 'NothingToWeigh'],
    [onRegistry, 'delegate', [memberAccount(id)], 'UnknownKey'],
    [onRegistry, 'resign', [id, '0x'], 'WrongSignature'],
    [onRegistry, 'setProfile', [id, id, '', '0x'], 'WrongSignature'],
    [onRegistry, 'setNodeKeys', [id, '0x', zeroAddress, '0x'], 'WrongSignature'],
    [onGovernor, 'setVotingDelay', [1], 'GovernorOnlyExecutor'],
    [onGovernor, 'setVotingPeriod', [1], 'GovernorOnlyExecutor'],
    [onGovernor, 'setProposalThreshold', [1n], 'GovernorOnlyExecutor'],
    [onGovernor, 'updateQuorumNumerator', [1n], 'GovernorOnlyExecutor'],
    [onGovernor, 'setPassPercent', [1n], 'GovernorOnlyExecutor'],
    [onGovernor, 'relay', [newcomer.address, 1n, '0x'], 'GovernorOnlyExecutor'],
    [onGovernor, 'propose', [[contracts.record], [0n], ['0x'], 'x'], 'UnknownKey'],
    [onGovernor, 'acceptLog', [contracts.registry], 'revert'],
  ];
  await Promise.all(
    only.flatMap(([call, name, args, error]) =>
      [relayer.account.address, newcomer.address].map((by) =>
        expect(call(name, args, by), name).rejects.toThrow(error),
      ),
    ),
  );
  const onRecord = { abi: allianceRecordAbi, address: contracts.record, account: relayer.account.address } as const;
  await expect(
    relayer.reader.simulateContract({ ...onRecord, functionName: 'publishScenario', args: [id, 'x', id] }),
  ).rejects.toThrow('NotGovernor');
  await expect(relayer.reader.simulateContract({ ...onRecord, functionName: 'resolve', args: [id] })).rejects.toThrow(
    'NotGovernor',
  );
}, 60_000);

/** What is under way in the first round of votes. */
interface Round {
  admission: Proposed;
  suspension: Proposed;
  payment: Proposed;
  weights: Proposed;
  opposed: Proposed;
  lonely: Proposed;
}
let round: Round;
let payee: Hex;
const payeeCode = compileForTest('Reentrant', new URL('Reentrant.sol', import.meta.url));
const readPayee = (functionName: string) =>
  relayer.reader.readContract({ abi: payeeCode.abi as Abi, address: payee, functionName });
const newKeyOf2 = newAccount();
const executionOf = ({ calls, description }: Proposed) =>
  encodeFunctionData({
    abi: allianceGovernorAbi,
    functionName: 'execute',
    args: [calls.targets, calls.values, calls.calldatas, keccak256(stringToHex(description))],
  });

test('an application is signed by its own key, once, and is complete', async () => {
  const apply = async (entry: Entry, by: PrivateKeyAccount = newcomer, nonce = 0n, place = registryPlace()) =>
    [entry, await signData(by, applicationData(place, { entry, nonce }))] as const;
  const refused: [readonly [Entry, Hex], string][] = [
    [await apply(newcomerEntry, account(0)), 'WrongSignature'],
    [await apply(newcomerEntry, newcomer, 1n), 'WrongSignature'],
    [await apply(newcomerEntry, newcomer, 0n, { ...registryPlace(), contract: other.registry }), 'WrongSignature'],
    [await apply({ ...newcomerEntry, key: account(0).address }, account(0)), 'KeyTaken'],
    [await apply({ ...newcomerEntry, kinds: 0 }), 'BadEntry'],
    [await apply({ ...newcomerEntry, kinds: 64 }), 'BadEntry'],
    [await apply({ ...newcomerEntry, nodeKey: '0xab' }), 'BadEntry'],
    [await apply({ ...newcomerEntry, did: 'x'.repeat(257) }), 'BadEntry'],
    [await apply({ ...newcomerEntry, id: memberId('founder-1') }), 'WrongStatus'],
    // Whoever had such an id would vote through another member's account, or with its weight.
    [await apply({ ...newcomerEntry, id: endingLike(memberAccount(memberId('founder-1'))) }), 'BadEntry'],
    [await apply({ ...newcomerEntry, id: endingLike(account(1).address) }), 'BadEntry'],
    [await apply({ ...newcomerEntry, key: memberAccount(memberId('founder-1')) }), 'KeyTaken'],
  ];
  await Promise.all(refused.map(([args, error]) => expect(onRegistry('applyFor', args)).rejects.toThrow(error)));
  const squatter = newAccount();
  const [sent] = await Promise.all([
    sendToRegistry('applyFor', await apply(newcomerEntry)),
    // Somebody else under the same slug does not keep the right one out.
    sendToRegistry('applyFor', await apply({ ...newcomerEntry, key: squatter.address }, squatter)),
  ]);
  expect(parseEventLogs({ abi: memberRegistryAbi, logs: sent.logs })).toMatchObject([
    { eventName: 'Applied', args: { id: newcomerEntry.id, entry: { did: newcomerEntry.did } } },
  ]);
  await expect(onRegistry('applyFor', await apply(newcomerEntry, newcomer, 1n))).rejects.toThrow('AlreadyApplied');
  expect(await memberOf('newcomer')).toMatchObject({ status: 1, weight: 0 });
}, 60_000);

test('members propose and vote, each once, by its own present key, on this contract', async () => {
  payee = await relayer.deploy(payeeCode.bytecode);
  const deposit = relayer.send(contracts.governor, '0x', 3n);
  const [admission, suspension, payment, weights, opposed, lonely] = await Promise.all([
    decide(account(0), { type: 'admit', entry: newcomerEntry }, 'admit'),
    decide(account(1), { type: 'suspend', member: memberId('founder-4') }, 'suspend'),
    decide(account(2), { type: 'spend', to: payee, amountWei: 1n }, 'pay'),
    decide(account(0), { type: 'changeRule', rule: 'kindWeight', kind: 'enterprise', value: 3 }, 'weights'),
    decide(account(1), { type: 'changeRule', rule: 'passPercent', value: 1 }, 'opposed'),
    decide(account(2), { type: 'expel', member: memberId('founder-3') }, 'lonely'),
    deposit,
  ]);
  round = { admission, suspension, payment, weights, opposed, lonely };
  await expect(onGovernor('proposeBySig', await proposeArguments(account(3), admission, 0n))).rejects.toThrow(
    'GovernorUnexpectedProposalState',
  );
  await untilState(lonely.id, 1);
  const first = await ballot(account(0), admission);
  await Promise.all([
    sendToGovernor('castVoteBySig', first),
    ...[1, 2, 3].map((index) => vote(account(index), admission)),
    ...[0, 1, 2].map((index) => vote(account(index), suspension)),
    vote(account(4), suspension, 0),
    ...[0, 1, 2].map((index) => vote(account(index), payment)),
    ...[0, 1, 2].map((index) => vote(account(index), weights)),
    ...[0, 1].map((index) => vote(account(index), opposed, 0)),
    vote(account(2), opposed),
    vote(account(3), lonely),
    sendTo(payeeCode.abi as Abi, payee, 'arm', [contracts.governor, executionOf(payment)]),
  ]);
  const nonceOf0 = nonces.get(`${contracts.governor}${account(0).address}`.toLowerCase()) ?? 0n;
  const elsewhere = async (place: { chainId: number; contract: Hex }) => [
    lonely.id,
    1,
    account(0).address,
    await signData(
      account(0),
      ballotData(place, { proposalId: lonely.id, support: 1, voter: account(0).address, nonce: nonceOf0 }),
    ),
  ];
  const refused: [readonly unknown[], string][] = [
    [first, 'GovernorInvalidSignature'],
    [await ballot(account(0), admission, 1, nonceOf0), 'GovernorAlreadyCastVote'],
    [await elsewhere({ ...governorPlace(), contract: other.governor }), 'GovernorInvalidSignature'],
    [await elsewhere({ ...governorPlace(), chainId: 1 }), 'GovernorInvalidSignature'],
    [await ballot(newcomer, lonely, 1, 0n), 'UnknownKey'],
    [await ballot(account(0), lonely, 3, nonceOf0), 'GovernorInvalidVoteType'],
    [await ballot(account(0), { ...lonely, id: 7n }, 1, nonceOf0), 'GovernorNonexistentProposal'],
  ];
  await Promise.all(
    refused.map(([args, error]) => expect(onGovernor('castVoteBySig', args), error).rejects.toThrow(error)),
  );
  await expect(onGovernor('castVote', [lonely.id, 1])).rejects.toThrow('UnknownKey');
  await expect(onGovernor('cancel', [[], [], [], keccak256('0x')], account(0).address)).rejects.toThrow(
    'GovernorUnableToCancel',
  );
}, 60_000);

test('neither another key nor a delegation gives a member a second vote', async () => {
  const { lonely, payment } = round;
  const rotation = keyRotationData(registryPlace(), {
    member: memberId('founder-2'),
    newKey: newKeyOf2.address,
    nonce: 0n,
  });
  const byOld = await signData(account(2), rotation);
  const byNew = await signData(newKeyOf2, rotation);
  const id = memberId('founder-2');
  await expect(onRegistry('rotateKey', [id, newKeyOf2.address, byOld, byOld])).rejects.toThrow('WrongSignature');
  await expect(onRegistry('rotateKey', [id, newKeyOf2.address, byNew, byNew])).rejects.toThrow('WrongSignature');
  await expect(onRegistry('rotateKey', [memberId('founder-3'), newKeyOf2.address, byOld, byNew])).rejects.toThrow(
    'WrongSignature',
  );
  const expiry = Math.floor(Date.now() / 1_000) + 3_600;
  const delegation = (delegatee: Hex, at = expiry, nonce = 0n, place = registryPlace()) =>
    signData(account(1), delegationData(place, { delegatee, nonce, expiry: at }));
  const split = (signature: Hex) =>
    [
      Number.parseInt(signature.slice(130), 16),
      `0x${signature.slice(2, 66)}`,
      `0x${signature.slice(66, 130)}`,
    ] as const;
  const to3 = memberAccount(memberId('founder-3'));
  const good = [to3, 0n, expiry, ...split(await delegation(to3))];
  const refusedDelegations: [readonly unknown[], string][] = [
    [[to3, 0n, 1, ...split(await delegation(to3, 1))], 'VotesExpiredSignature'],
    [[to3, 1n, expiry, ...split(await delegation(to3, expiry, 1n))], 'InvalidAccountNonce'],
    [[newcomer.address, 0n, expiry, ...split(await delegation(newcomer.address))], 'UnknownMember'],
  ];
  await Promise.all(
    refusedDelegations.map(([args, error]) => expect(onRegistry('delegateBySig', args)).rejects.toThrow(error)),
  );
  const [, , cast] = await Promise.all([
    sendToRegistry('rotateKey', [id, newKeyOf2.address, byOld, byNew]),
    sendToRegistry('delegateBySig', good),
    vote(account(3), payment),
  ]);
  // What founder-1 gave to founder-3 after the vote began, founder-3 does not have in it.
  const [counted] = parseEventLogs({ abi: allianceGovernorAbi, logs: cast.logs, eventName: 'VoteCast' });
  expect(counted?.args).toMatchObject({ weight: 1n, voter: expect.stringMatching(new RegExp(to3, 'i')) });
  await expect(onGovernor('castVoteBySig', await ballot(newKeyOf2, payment, 1, 0n))).rejects.toThrow(
    'GovernorAlreadyCastVote',
  );
  await expect(
    onGovernor(
      'castVoteBySig',
      await ballot(account(2), lonely, 1, nonces.get(`${contracts.governor}${account(2).address}`.toLowerCase())),
    ),
  ).rejects.toThrow('KeyRemoved');
  await expect(onRegistry('rotateKey', [id, newKeyOf2.address, byOld, byNew])).rejects.toThrow('WrongSignature');
  await expect(onRegistry('delegateBySig', good)).rejects.toThrow('InvalidAccountNonce');
}, 60_000);

let second: Proposed;

test('after the deadline nobody votes; what passed anyone carries out, once, and nothing else', async () => {
  const { admission, suspension, payment, weights, opposed, lonely } = round;
  await Promise.all([opposed, lonely].map(({ id }) => untilState(id, 3)));
  await untilState(weights.id, 4);
  expect(await Promise.all([admission, suspension, payment, weights, lonely].map(({ id }) => stateOf(id)))).toEqual([
    4, 4, 4, 4, 3,
  ]);
  const late = await ballot(
    account(0),
    lonely,
    1,
    nonces.get(`${contracts.governor}${account(0).address}`.toLowerCase()),
  );
  await expect(onGovernor('castVoteBySig', late)).rejects.toThrow('GovernorUnexpectedProposalState');
  for (const defeated of [opposed, lonely]) {
    const call = relayer.reader.call({ to: contracts.governor, data: executionOf(defeated), account: relayer.account });
    await expect(call).rejects.toThrow();
  }
  // Its vote begins while founder-4 still has a weight, and the newcomer none.
  second = await decide(account(0), { type: 'reinstate', member: memberId('founder-4') }, 'reinstate');
  await untilState(second.id, 1);
  await Promise.all([admission, suspension, payment, weights].map(execute));
  expect(await readPayee('payments')).toBe(1n);
  const refusal = (await readPayee('refusal')) as Hex;
  expect(decodeErrorResult({ abi: allianceGovernorAbi, data: refusal }).errorName).toBe(
    'GovernorUnexpectedProposalState',
  );
  expect(await memberOf('newcomer')).toMatchObject({ status: 2, weight: 1, kinds: 36 });
  expect(await memberOf('founder-4')).toMatchObject({ status: 3, weight: 0 });
  expect(await memberOf('founder-0')).toMatchObject({ weight: 3 });
  const weight = (name: 'getVotes', slug: string) =>
    relayer.reader.readContract({
      abi: memberRegistryAbi,
      address: contracts.registry,
      functionName: name,
      args: [memberAccount(memberId(slug))],
    });
  // founder-1 gave its vote to founder-3, and founder-4 has none.
  expect(
    await Promise.all(['founder-0', 'founder-1', 'founder-3', 'founder-4'].map((slug) => weight('getVotes', slug))),
  ).toEqual([3n, 0n, 6n, 0n]);
  await expect(
    relayer.reader.call({ to: contracts.governor, data: executionOf(payment), account: relayer.account }),
  ).rejects.toThrow();
}, 60_000);

test('a suspended member has no vote even where it had a weight; one admitted later or represented by another has none', async () => {
  const refused: [PrivateKeyAccount, string][] = [
    [account(4), 'WrongStatus'],
    [newcomer, 'NoWeight'],
    [account(1), 'NoWeight'],
    [account(2), 'KeyRemoved'],
  ];
  await Promise.all(
    refused.map(async ([by, error]) => {
      const nonce = nonces.get(`${contracts.governor}${by.address}`.toLowerCase()) ?? 0n;
      await expect(onGovernor('castVoteBySig', await ballot(by, second, 1, nonce)), error).rejects.toThrow(error);
    }),
  );
  const proposal = toProposed(second.calls, 'by a suspended one');
  const nonce = nonces.get(`${contracts.governor}${account(4).address}`.toLowerCase()) ?? 0n;
  await expect(onGovernor('proposeBySig', await proposeArguments(account(4), proposal, nonce))).rejects.toThrow(
    'WrongStatus',
  );
  const [cast] = await Promise.all([vote(account(3), second), vote(account(0), second), vote(newKeyOf2, second)]);
  const [counted] = parseEventLogs({ abi: allianceGovernorAbi, logs: cast.logs, eventName: 'VoteCast' });
  expect(counted?.args.weight).toBe(2n);
}, 60_000);

test('a member changes its profile and its node keys, leaves, and may come back by a vote only', async () => {
  const id = memberId('founder-3');
  const profileHash = keccak256('0x77');
  const profile = profileData(registryPlace(), { member: id, profileHash, did: 'did:web:new.example', nonce: 0n });
  const nodeKey: Hex = `0x${'cd'.repeat(64)}`;
  const keys = nodeKeysData(registryPlace(), { member: id, nodeKey, witness: newcomer.address, nonce: 1n });
  const leaving = await signData(account(3), leavingData(registryPlace(), { member: id, nonce: 2n }));
  const [profileSignature, keysSignature] = [await signData(account(3), profile), await signData(account(3), keys)];
  await Promise.all([
    sendToRegistry('setProfile', [id, profileHash, 'did:web:new.example', profileSignature]),
    sendToRegistry('setNodeKeys', [id, nodeKey, newcomer.address, keysSignature]),
  ]);
  expect(await memberOf('founder-3')).toMatchObject({ did: 'did:web:new.example', nodeKey, profileHash });
  await untilState(second.id, 4);
  await Promise.all([execute(second), sendToRegistry('resign', [id, leaving])]);
  expect(await memberOf('founder-4')).toMatchObject({ status: 2, weight: 3 });
  expect(await memberOf('founder-3')).toMatchObject({ status: 4, weight: 0 });
  await expect(onRegistry('resign', [id, leaving])).rejects.toThrow('WrongStatus');
  const entry = { ...newcomerEntry, id, key: account(3).address };
  const signature = await signData(account(3), applicationData(registryPlace(), { entry, nonce: 3n }));
  await onRegistry('applyFor', [entry, signature]);
  const stolen = { ...entry, key: newKeyOf2.address };
  const byThief = await signData(newKeyOf2, applicationData(registryPlace(), { entry: stolen, nonce: 0n }));
  await expect(onRegistry('applyFor', [stolen, byThief])).rejects.toThrow('KeyTaken');
}, 60_000);

test('all of it follows from the chain alone, and a forged history does not', async () => {
  const reader = await openHistoryReader(inject('espaceUrl'));
  const verified = await verifyAlliance(reader, contracts.governor);
  expect(verified.state.findings).toEqual([]);
  expect(verified.signatures.hidden).toBe(0);
  expect(verified.creation.charterHash).toBe(hashCharter(charter));
  const names = verified.events.map(({ name }) => name);
  for (const name of ['Founded', 'Applied', 'Suspended', 'KeyChanged', 'Reinstated', 'KindWeightSet', 'MemberLeft']) {
    expect(names).toContain(name);
  }
  // A node that lies: it hides a vote, claims another weight, or brings a member in that nobody decided on.
  const forge = (change: (logs: TimedLog[]) => TimedLog[]) =>
    verifyAlliance(
      {
        ...reader,
        readLogs: async (addresses) => {
          const { logs, head } = await reader.readLogs(addresses);
          return { logs: change(logs), head };
        },
      },
      contracts.governor,
    );
  const isCast = ({ log, name }: ChainEvent) => name === 'VoteCast' && log;
  const cast = verified.events.findLast(isCast)?.log as TimedLog;
  const hidden = await forge((logs) =>
    logs.filter(({ logIndex, blockNumber }) => logIndex !== cast.logIndex || blockNumber !== cast.blockNumber),
  );
  expect(hidden.state.findings.map(({ problem }) => problem).join()).toContain('counted otherwise');
  const suspended = verified.events.find(({ name }) => name === 'Suspended')?.log as TimedLog;
  const moved = await forge((logs) =>
    logs.map((log) =>
      log.transactionHash === suspended.transactionHash && log.logIndex === suspended.logIndex
        ? { ...log, transactionHash: cast.transactionHash }
        : log,
    ),
  );
  expect(moved.state.findings.map(({ problem }) => problem).join()).toContain('Suspended without a proposal');
  const twice = await forge((logs) =>
    logs.flatMap((log) =>
      log.logIndex === cast.logIndex && log.blockNumber === cast.blockNumber ? [log, log] : [log],
    ),
  );
  expect(twice.state.findings.map(({ problem }) => problem).join()).toContain('voted twice');
}, 60_000);
