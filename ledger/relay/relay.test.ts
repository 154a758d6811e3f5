import { type Abi, encodeFunctionData, type Hex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { compileForTest } from '../../contracts/testing.ts';
import type { TestDatabase } from '../../store/testing.ts';
import { type ContractUser, createContractUser } from '../log/contractTesting.ts';
import { type Ledger, openLedger } from '../openLedger.ts';
import { createLedgerDatabase, ledgerParameters, randomKey } from '../testing.ts';
import type { PreparedRelay } from './openRelay.ts';

const { abi, bytecode } = compileForTest('RelayTarget', new URL('RelayTarget.sol', import.meta.url));
const member = privateKeyToAccount(randomKey());
const stop = new AbortController();
let database: TestDatabase;
let ledger: Ledger;
let running: Promise<void>;
let user: ContractUser;
let target: Hex;

const note = (number: bigint) => encodeFunctionData({ abi: abi as Abi, functionName: 'note', args: [number] });
const prepare = (number: bigint, to = target) => ledger.relay.prepare({ from: member.address, to, data: note(number) });
const sign = ({ domain, types, primaryType, message }: PreparedRelay, by = member) =>
  by.signTypedData({
    domain,
    types,
    primaryType,
    message: {
      ...message,
      value: BigInt(message.value),
      gas: BigInt(message.gas),
      nonce: BigInt(message.nonce),
    },
  });
const submit = async (prepared: PreparedRelay, changes: Partial<PreparedRelay['message']> = {}, tenant = 'farm') =>
  ledger.relay.submit({ tenant, request: { ...prepared.message, ...changes }, signature: await sign(prepared) });
const settle = (id: string) =>
  vi.waitFor(
    async () => {
      const state = await ledger.relay.read({ tenant: 'farm', id });
      if (state.success === null) throw new Error(`still ${state.state}`);
      return state;
    },
    { timeout: 60_000, interval: 200 },
  );
const readTarget = (functionName: string) =>
  user.reader.readContract({ address: target, abi: abi as Abi, functionName });

beforeAll(async () => {
  database = await createLedgerDatabase();
  ledger = await openLedger(ledgerParameters(database));
  running = ledger.run(stop.signal);
  user = await createContractUser();
  // Whoever asks first has the forwarder deployed.
  const forwarder = await vi.waitFor(
    () =>
      ledger.relay
        .prepare({ from: member.address, to: user.account.address, data: '0x' })
        .then(({ domain }) => domain.verifyingContract),
    { timeout: 90_000, interval: 300 },
  );
  target = await user.deploy({ abi: abi as Abi, bytecode, args: [forwarder] });
}, 120_000);
afterAll(async () => {
  stop.abort();
  await running;
  await database.drop();
});

test('an account without any funds calls a contract, which sees it as the sender', async () => {
  const prepared = await prepare(42n);
  // Made before, so that the chain has no time to be done with the first one.
  const next = await prepare(43n);
  expect(prepared.message).toMatchObject({ nonce: '0', value: '0' });
  const submitted = await submit(prepared);
  await expect(submit(next)).rejects.toMatchObject({ code: 'RELAY_BUSY', retryable: true });
  expect(submitted.created).toBe(true);
  expect(await submit(prepared)).toEqual({ ...submitted, created: false });
  expect(await settle(submitted.id)).toMatchObject({ success: true, from: member.address.toLowerCase() });
  expect(await readTarget('lastSender')).toBe(member.address);
  expect(await readTarget('lastNumber')).toBe(42n);
  expect(await user.reader.getBalance({ address: member.address })).toBe(0n);
  // Its nonce is used: the same request is the same transaction, and another with that nonce none.
  expect(await submit(prepared)).toEqual({ ...submitted, created: false });
  const old = { ...prepared, message: { ...prepared.message, data: note(44n) } };
  await expect(submit(old)).rejects.toMatchObject({ code: 'RELAY_NONCE_WRONG' });
  await expect(ledger.relay.read({ tenant: 'shop', id: submitted.id })).rejects.toMatchObject({
    code: 'RELAY_UNKNOWN',
  });
});

test('what the forwarder would refuse is refused before anything is paid', async () => {
  const prepared = await prepare(1n);
  const refused = (promise: Promise<unknown>, code: string) => expect(promise).rejects.toMatchObject({ code });
  await refused(submit(prepared, { data: note(2n) }), 'RELAY_SIGNATURE_WRONG');
  await refused(submit(prepared, { nonce: '7' }), 'RELAY_SIGNATURE_WRONG');
  await refused(submit(prepared, { to: member.address }), 'RELAY_SIGNATURE_WRONG');
  const foreign = await sign(prepared, privateKeyToAccount(randomKey()));
  const request = prepared.message;
  await refused(ledger.relay.submit({ tenant: 'farm', request, signature: foreign }), 'RELAY_SIGNATURE_WRONG');
  await refused(ledger.relay.submit({ tenant: 'farm', request, signature: '0x12' }), 'RELAY_SIGNATURE_WRONG');
  const signed = (changes: object) => submit({ ...prepared, message: { ...request, ...changes } });
  await refused(signed({ deadline: Math.floor(Date.now() / 1_000) - 1 }), 'RELAY_REQUEST_INVALID');
  await refused(signed({ deadline: Math.floor(Date.now() / 1_000) + 86_400 }), 'RELAY_REQUEST_INVALID');
  await refused(signed({ value: '1' }), 'RELAY_REQUEST_INVALID');
  await refused(signed({ gas: '50000000' }), 'RELAY_REQUEST_INVALID');
  await refused(signed({ data: note(13n) }), 'RELAY_WOULD_REVERT');
  await refused(signed({ gas: '100' }), 'RELAY_WOULD_REVERT');
  await refused(signed({ to: user.account.address }), 'RELAY_TARGET_UNTRUSTING');
  await refused(prepare(13n), 'RELAY_WOULD_REVERT');
  const rows = await database.store.sql`SELECT FROM ledger.relays`;
  expect(rows).toHaveLength(1);
});

test('a member spends up to its cap', async () => {
  const prepared = await prepare(5n);
  await ledger.relay.setCap('farm', 1n);
  await expect(submit(prepared)).rejects.toMatchObject({ code: 'RELAY_CAP_REACHED' });
  await ledger.relay.setCap('farm', null);
  const results = await Promise.all([submit(prepared), submit(prepared), submit(prepared)]);
  expect(results.filter(({ created }) => created)).toHaveLength(1);
  const [first] = results;
  expect(await settle(first?.id ?? '')).toMatchObject({ success: true, nonce: '1' });
  expect(await readTarget('lastNumber')).toBe(5n);
});
