import { rm } from 'node:fs/promises';
import { pino } from 'pino';
import { type Abi, encodeFunctionData, parseAbi } from 'viem';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { evidenceLogAbi as abi } from '../../contracts/generated/EvidenceLog.ts';
import { compileForTest } from '../../contracts/testing.ts';
import type { Hex } from '../../proof/index.ts';
import type { TestDatabase } from '../../store/testing.ts';
import { type RunningWitness, startWitness } from '../../witness/index.ts';
import { temporaryFolder } from '../../witness/testing.ts';
import { openCoreSender } from '../chainIndex/testing.ts';
import { coreAddressOf } from '../lanes/core/coreAddress.ts';
import { type Ledger, openLedger } from '../openLedger.ts';
import { createLedgerDatabase, ledgerParameters, randomKey } from '../testing.ts';
import { type ContractUser, createContractUser } from './contractTesting.ts';

const logger = pino({ level: 'silent' });
const cfx = 10n ** 18n;
const keeperAbi = parseAbi(['function prepare()', 'function execute(address target, bytes data)']);
const genesisKey = randomKey();
const folders: string[] = [];
const witnesses: RunningWitness[] = [];
let database: TestDatabase;
let user: ContractUser;
let keeper: Hex;
let ledger: Ledger;
let stop = new AbortController();
let roles: Promise<void> = Promise.resolve();

const open = () => openLedger(ledgerParameters(database, { genesisKey, allowPrivateUrls: true }));

/** As after kill -9: another process with the same database takes over. */
async function restart(): Promise<void> {
  stop.abort();
  await roles;
  stop = new AbortController();
  ledger = await open();
  roles = ledger.run(stop.signal);
}

async function startMember(name: string): Promise<RunningWitness> {
  const dataDir = await temporaryFolder();
  folders.push(dataDir);
  const logs = [ledger.logKey];
  const witness = await startWitness({ dataDir, host: '127.0.0.1', port: 0, name, logs, logger });
  witnesses.push(witness);
  return witness;
}

beforeAll(async () => {
  database = await createLedgerDatabase();
  user = await createContractUser();
  // An account of this test is the genesis of its ledger: the run's own one belongs to every test.
  ledger = await open();
  const { bytecode, abi: compiled } = compileForTest('LogKeeper', new URL('LogKeeper.sol', import.meta.url));
  keeper = (await user.deploy({ abi: compiled as Abi, bytecode })).toLowerCase() as Hex;
  const genesis = ledger.genesis?.address ?? '0x';
  await vi.waitFor(
    async () => {
      const core = await openCoreSender(inject('coreUrl'), inject('genesisCoreKey'));
      await core.send([{ to: coreAddressOf(genesis), value: 3n * cfx }]);
      await core.send(fundEspace(genesis, 2n * cfx));
    },
    { timeout: 30_000, interval: 300 },
  );
  await vi.waitFor(async () => expect((await ledger.genesis?.readHoldings())?.espaceWei).toBe(2n * cfx), 30_000);
}, 60_000);

/** From Core Space, because the treasury must not get its hundred CFX: that would hide what a sweep moves. */
function fundEspace(to: Hex, value: bigint) {
  const data = encodeFunctionData({
    abi: parseAbi(['function transferEVM(bytes20 to) payable returns (bytes)']),
    args: [to],
  });
  return [{ to: '0x0888000000000000000000000000000000000006' as Hex, data, value, gas: 2_000_000n }];
}

afterAll(async () => {
  stop.abort();
  await roles;
  await Promise.all(witnesses.map((witness) => witness.stop()));
  await database.drop();
  for (const folder of folders) await rm(folder, { recursive: true });
});

let count = 0;
async function append(): Promise<void> {
  count += 1;
  const statement = { kind: 'note', subject: `urn:example:${count}`, member: 'green-valley', payload: { count } };
  await database.store.transaction((tx) => ledger.appendStatement(tx, { ...statement, time: '2026-05-01T08:00:00Z' }));
}
const waitFor = <T>(look: () => Promise<T>) => vi.waitFor(look, { timeout: 60_000, interval: 100 });
const anchored = (size: number) =>
  waitFor(async () => expect((await ledger.readLogState()).checkpoint).toMatchObject({ size, level: 'executed' }));
const read = (functionName: 'owner' | 'publisher') =>
  user.reader.readContract({ address: ledger.contract() ?? '0x', abi, functionName });
const vote = (voted: RunningWitness[], threshold: number) => {
  const addresses = voted.map(({ address }) => address).sort();
  const data = encodeFunctionData({ abi, functionName: 'setWitnesses', args: [addresses, threshold] });
  const args = [ledger.contract() ?? '0x', data] as const;
  return user.send(keeper, encodeFunctionData({ abi: keeperAbi, functionName: 'execute', args }));
};
const names = async () => (await ledger.witnesses.read()).witnesses.map(({ name, url }) => [name, url !== null]);

test('the genesis account is emptied in both spaces, also when the process dies on the way', async () => {
  const before = await ledger.genesis?.readHoldings();
  expect(before).toMatchObject({ espaceWei: 2n * cfx, coreWei: 3n * cfx, boundWei: 0n, empty: false });
  await ledger.genesis?.sweep();
  await ledger.genesis?.sweep();
  roles = ledger.run(stop.signal);
  const sent = async () =>
    (await database.store.sql`SELECT FROM ledger.transactions WHERE idempotency_key LIKE 'sweep:%'`).count;
  await waitFor(async () => expect(await sent()).toBe(2));
  await restart();
  await waitFor(async () => expect(await ledger.genesis?.readHoldings()).toMatchObject({ empty: true }));
  // The treasury pays for everything from here on, with what it got.
  await waitFor(async () =>
    expect(BigInt((await ledger.readLogState()).treasury.balanceWei)).toBeGreaterThan(49n * (cfx / 10n)),
  );
  expect(await sent()).toBe(2);
});

test('the log goes to the new owner when that one is ready; the operator no longer decides and still publishes', async () => {
  const first = await startMember('w1.example');
  const entry = { vkeys: first.verifierKeys, url: first.url };
  await ledger.witnesses.add(entry);
  await ledger.witnesses.setThreshold(1);
  await append();
  await anchored(1);
  expect(await ledger.readHandOver()).toBe(null);
  expect((await read('owner')).toLowerCase()).toBe(ledger.treasuryAddress);
  expect(await ledger.handOverLog(keeper)).toMatchObject({ newOwner: keeper, doneAt: null });
  await expect(ledger.handOverLog(user.account.address)).rejects.toMatchObject({ code: 'LOG_HANDED_OVER' });
  await waitFor(async () => expect((await read('publisher')).toLowerCase()).toBe(ledger.treasuryAddress));
  await restart();
  await user.send(keeper, encodeFunctionData({ abi: keeperAbi, functionName: 'prepare' }));
  await waitFor(async () => expect((await ledger.readHandOver())?.doneAt).not.toBe(null));
  expect((await read('owner')).toLowerCase()).toBe(keeper);
  await ledger.handOverLog(keeper);

  const voted = expect.objectContaining({ code: 'LOG_WITNESSES_VOTED' });
  await expect(ledger.witnesses.add(entry)).rejects.toEqual(voted);
  await expect(ledger.witnesses.remove('w1.example')).rejects.toEqual(voted);
  await expect(ledger.witnesses.setThreshold(0)).rejects.toEqual(voted);
  // Nobody published a profile yet: the witness is asked where the operator had it.
  await append();
  await anchored(2);
  expect(await names()).toEqual([['w1.example', true]]);
  expect((await ledger.listCheckpoints({ limit: 1, below: null }))[0]?.witnesses).toEqual(['w1.example']);
});

test('a vote changes who vouches: those with a profile are asked, and anchoring goes on while the set changes', async () => {
  const [first] = witnesses;
  if (!first) throw new Error('no witness');
  const second = await startMember('w2.example');
  const third = await startMember('w3.example');
  const publish = (member: string, { verifierKeys: vkeys, url }: RunningWitness) =>
    database.store.transaction((tx) => ledger.witnesses.publish(tx, { member, vkeys, url }));
  await publish('green-valley', first);
  await publish('bureau', second);
  await expect(publish('green-valley', second)).rejects.toMatchObject({ code: 'LOG_WITNESS_FOREIGN' });
  expect((await ledger.witnesses.readProfiles()).map(({ member }) => member)).toEqual(['green-valley', 'bureau']);

  expect((await vote([first, second], 2)).status).toBe('success');
  await append();
  await anchored(3);
  expect(await ledger.witnesses.read()).toMatchObject({ threshold: 2, decidedBy: 'alliance' });
  const [listed] = await ledger.listCheckpoints({ limit: 1, below: null });
  expect(listed).toMatchObject({ size: 3, witnesses: ['w1.example', 'w2.example'] });
  expect(listed?.cosignedAt).toHaveLength(2);

  // The third is elected in place of the first before it says where it is.
  await append();
  expect((await vote([second, third], 2)).status).toBe('success');
  await waitFor(async () =>
    expect(await names()).toEqual(
      [
        [third.address, false],
        ['w2.example', true],
      ].sort(),
    ),
  );
  await append();
  await publish('university', third);
  await anchored(5);
  expect(await names()).toEqual([
    ['w2.example', true],
    ['w3.example', true],
  ]);
  const policy = await ledger.readPolicy();
  expect(policy).toContain('group quorum-of-witnesses 2 w1 w2');
  expect(policy).not.toContain('w1.example');
});
