import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Hex, hexToBytes, keccak256, parseTransaction, recoverAddress, serializeTransaction } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { silentLogger, type TestDatabase } from '../../../store/testing.ts';
import { createLedgerDatabase, randomKey } from '../../testing.ts';
import { type KeyStore, openKeyStore } from '../keyStore.ts';
import { type Keys, openKeys } from '../openKeys.ts';
import { judgeRequest } from './judgeRequest.ts';
import { type RunningSigner, serveSigner } from './serveSigner.ts';

const masterKey = '01'.repeat(32);
const privateKey = randomKey();
const address = privateKeyToAccount(privateKey).address.toLowerCase() as Hex;
const target = `0x${'ab'.repeat(20)}` as const;
const policy = { chains: [7002], to: [target], maxValue: 5n };
const transaction = { type: 'eip1559', chainId: 7002, to: target, value: 5n, nonce: 1, gas: 21_000n } as const;
const preimage: Hex = serializeTransaction(transaction);

let database: TestDatabase;
let store: KeyStore;
let keys: Keys;
let signer: RunningSigner;
const stops: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  database = await createLedgerDatabase();
  store = openKeyStore({ store: database.store, masterKey });
  keys = openKeys({ store: database.store, masterKey });
  signer = await serveSigner({
    host: '127.0.0.1',
    port: 0,
    privateKeys: [hexToBytes(privateKey)],
    token: 'kiwi',
    policy,
    logger: silentLogger,
  });
});
afterEach(async () => {
  await database.store.sql`DELETE FROM ledger.keys`;
  for (const stop of stops.splice(0)) await stop();
});
afterAll(async () => {
  await signer.stop();
  await database.drop();
});

const add = (changes: { url?: string; token?: string; address?: Hex; identifier?: string } = {}) =>
  keys.addExternal({ tenant: 'farm', name: 'remote', address, url: signer.url, token: 'kiwi', ...changes });
const sign = (data = preimage) => store.sign(address, keccak256(data), data);

/** A signer that answers as told, one answer a request. */
async function startFake(
  answers: (() => { status: number; text: string })[],
): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((_request, response) => {
    const { status, text } = answers[Math.min(asked, answers.length - 1)]?.() ?? { status: 500, text: '' };
    asked += 1;
    response.writeHead(status).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

test('an external signer signs a transaction for its address', async () => {
  expect(await add()).toMatchObject({ kind: 'external', address });
  const { r, s, yParity } = await sign();
  const recovered = await recoverAddress({ hash: keccak256(preimage), signature: { r, s, yParity } });
  expect(recovered.toLowerCase()).toBe(address);
  expect(parseTransaction(serializeTransaction(transaction, { r, s, yParity }))).toMatchObject({ to: target });
});

test('its token is not in the database in clear, and its key cannot be exported', async () => {
  await add({ token: 'kiwi' });
  const [row] = await database.store.sql<{ text: string }[]>`SELECT keys::text FROM ledger.keys`;
  expect(JSON.stringify(row)).not.toContain(Buffer.from('kiwi').toString('hex'));
  await expect(keys.exportKeystore({ tenant: 'farm', address, password: 'long enough' })).rejects.toMatchObject({
    code: 'KEYS_NOT_EXPORTABLE',
  });
  // Whoever can write to the database cannot have the token sent elsewhere.
  await database.store.sql`UPDATE ledger.keys SET url = 'http://127.0.0.1:1'`;
  await expect(sign()).rejects.toMatchObject({ code: 'LEDGER_WRONG_MASTER_KEY' });
});

test('a wrong token and what the policy forbids are refused for good', async () => {
  await add();
  const refused = (data: Hex) =>
    expect(sign(data)).rejects.toMatchObject({ code: 'KEYS_SIGNER_REFUSED', retryable: false });
  await refused(serializeTransaction({ ...transaction, value: 6n }));
  await refused(serializeTransaction({ ...transaction, chainId: 1 }));
  await expect(store.sign(address, keccak256(preimage))).rejects.toMatchObject({ code: 'KEYS_SIGNER_REFUSED' });
  await database.store.sql`DELETE FROM ledger.keys`;
  await add({ token: 'wrong' });
  await refused(preimage);
  await database.store.sql`DELETE FROM ledger.keys`;
  await add({ identifier: `0x${'00'.repeat(20)}` });
  await refused(preimage);
});

test('a public key names the key too, as with Web3Signer', async () => {
  await add({ identifier: `0x${privateKeyToAccount(privateKey).publicKey.slice(4)}` });
  expect(await sign()).toMatchObject({ r: expect.any(String) });
});

test('a signer that fails for a moment is asked again, one that is away can be later', async () => {
  const good = async () => {
    const { r, s, v } = await sign();
    return `${r}${s.slice(2)}${v.toString(16)}`;
  };
  await add();
  const text = await good();
  await database.store.sql`DELETE FROM ledger.keys`;
  const fake = await startFake([() => ({ status: 503, text: '' }), () => ({ status: 200, text })]);
  await add({ url: fake.url });
  expect(await good()).toBe(text);
  expect(fake.asked()).toBe(2);
  await database.store.sql`DELETE FROM ledger.keys`;
  const away = await startFake([() => ({ status: 503, text: '' })]);
  await add({ url: away.url });
  await expect(sign()).rejects.toMatchObject({ code: 'KEYS_SIGNER_UNAVAILABLE', retryable: true });
});

test.each([
  ['of another key', async () => privateKeyToAccount(randomKey()).sign({ hash: keccak256(preimage) })],
  ['of something else', async () => privateKeyToAccount(privateKey).sign({ hash: keccak256('0x01') })],
  ['that is none', async () => 'yes'],
  ['of zeros', async () => `0x${'00'.repeat(65)}`],
])('a signature %s is not believed', async (_, make) => {
  const text = await make();
  const fake = await startFake([() => ({ status: 200, text })]);
  await add({ url: fake.url });
  await expect(sign()).rejects.toMatchObject({ code: 'KEYS_SIGNER_WRONG' });
});

test('the large s becomes the small one', async () => {
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  const signature = await privateKeyToAccount(privateKey).sign({ hash: keccak256(preimage) });
  const large = (order - BigInt(`0x${signature.slice(66, 130)}`)).toString(16).padStart(64, '0');
  const flipped = `${signature.slice(0, 66)}${large}${signature.endsWith('1b') ? '1c' : '1b'}`;
  const fake = await startFake([() => ({ status: 200, text: flipped })]);
  await add({ url: fake.url });
  expect(await sign()).toMatchObject({ s: `0x${signature.slice(66, 130)}` });
});

test('the policy lets through what it names and nothing else', async () => {
  const judge =
    (data: Hex, changes: object = {}) =>
    () =>
      judgeRequest({ ...policy, ...changes }, data);
  const refused = expect.objectContaining({ code: 'KEYS_POLICY_REFUSED' });
  expect(judge(preimage)()).toBe(preimage);
  expect(judge(serializeTransaction({ type: 'legacy', chainId: 7002, to: target, gasPrice: 1n }))()).toMatch(/^0x/);
  expect(judge(serializeTransaction({ type: 'legacy', to: target, gasPrice: 1n }))).toThrow(refused);
  expect(judge(serializeTransaction({ ...transaction, to: null }))).toThrow(refused);
  expect(judge(serializeTransaction({ ...transaction, to: null }), { to: undefined })()).toMatch(/^0x/);
  expect(judge(serializeTransaction({ ...transaction, to: address }))).toThrow(refused);
  expect(judge(await privateKeyToAccount(privateKey).signTransaction(transaction))).toThrow(refused);
  for (const data of ['0x', '0x02', '0xc0', keccak256('0x')] as Hex[]) expect(judge(data)).toThrow(refused);
  const typed = `0x1901${'00'.repeat(64)}` as const;
  expect(judge(typed)).toThrow(refused);
  expect(judge(typed, { typedData: true })()).toBe(typed);
});
