import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer, testOperator } from './testing.ts';

const masterKey = '0b'.repeat(32);
let server: TestServer;
let cookie: string;
let key: string;
beforeAll(async () => {
  process.env.XIANGYU_MASTER_KEY = masterKey;
  server = await startTestServer({ masterKey: { kind: 'environment' } });
  cookie = await server.setUp();
  await server.alliance.createMember({ slug: 'farm', name: { zh: '农场', en: 'Farm' }, kind: 'farm' });
  key = (await server.alliance.createKey({ name: 'ERP', member: 'farm', scopes: ['transact'] })).key;
});
afterAll(async () => {
  delete process.env.XIANGYU_MASTER_KEY;
  await server.stop();
});

const words = 'test test test test test test test test test test test junk';
const first = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';

it('makes wallets, brings one back by its words and lists their accounts', async () => {
  const made = await server.ask('/api/wallets', { key, body: { name: 'main', language: 'simplifiedChinese' } });
  expect(made.status).toBe(201);
  expect(made.headers.get('cache-control')).toBe('no-store');
  const wallet = (await made.json()) as { id: string; mnemonic: string };
  expect(wallet.mnemonic.split(/\s/u)).toHaveLength(24);
  const known = await server.ask('/api/wallets/import', { key, body: { name: 'known', mnemonic: words } });
  expect(known.status).toBe(201);
  const { id } = (await known.json()) as { id: string };
  const account = await server.ask(`/api/wallets/${id}/accounts`, { key, body: {} });
  expect(await account.json()).toMatchObject({ address: first, tenant: 'farm', kind: 'derived' });
  expect(await (await server.ask('/api/wallets', { key })).json()).toMatchObject({
    items: [{ name: 'main' }, { name: 'known', accounts: 1 }],
  });
  const { items } = (await (await server.ask('/api/wallets/keys?limit=1', { key })).json()) as { items: object[] };
  expect(items).toMatchObject([{ address: first }]);
  expect(JSON.stringify(items)).not.toContain('ciphertext');
  expect(server.log()).not.toContain(wallet.mnemonic.slice(0, 10));
  expect(server.log()).not.toContain(words);
  expect(server.log()).not.toContain(masterKey);
});

it('shows the keys of one member to no other', async () => {
  expect((await server.ask(`/api/wallets/keys/${first}`, { cookie })).status).toBe(404);
  expect(await (await server.ask('/api/wallets/keys', { cookie })).json()).toMatchObject({ items: [] });
  expect((await server.ask(`/api/wallets/keys/${first}`, { cookie, method: 'DELETE' })).status).toBe(404);
  expect((await server.ask('/api/wallets/keys')).status).toBe(401);
  const reader = await server.alliance.createKey({ name: 'r', member: 'farm', scopes: ['read', 'capture'] });
  expect((await server.ask('/api/wallets/keys', { key: reader.key })).status).toBe(403);
});

it('gives a key out only to a person who shows the password', async () => {
  const made = await server.ask('/api/wallets/keys', { cookie, body: { name: 'mine' } });
  const { address } = (await made.json()) as { address: string };
  const ask = (accountPassword: string) =>
    server.ask(`/api/wallets/keys/${address}/export`, { cookie, body: { password: 'long enough', accountPassword } });
  const refused = await ask('not mine at all');
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: 'ALLIANCE_PASSWORD_WRONG' });
  const exported = await ask(testOperator.password);
  expect(exported.status).toBe(200);
  const keystore = await exported.json();
  expect(keystore).toMatchObject({ version: 3, address: address.slice(2), crypto: { cipher: 'aes-128-ctr' } });
  const byKey = await server.ask(`/api/wallets/keys/${first}/export`, {
    key,
    body: { password: 'long enough', accountPassword: testOperator.password },
  });
  expect(await byKey.json()).toMatchObject({ status: 403, code: 'RIGHTS_REFUSED' });
  const wrong = { name: 'again', keystore, password: 'something else' };
  expect(await (await server.ask('/api/wallets/keys/import', { cookie, body: wrong })).json()).toMatchObject({
    code: 'KEYS_PASSWORD_WRONG',
  });
  const archived = await server.ask(`/api/wallets/keys/${address}`, { cookie, method: 'DELETE' });
  expect(await archived.json()).toMatchObject({ address, archivedAt: expect.any(String) });
});

it('lets operators alone name external signers and caps', async () => {
  const { address } = privateKeyToAccount(`0x${'0c'.repeat(32)}`);
  const body = { member: 'farm', name: 'hsm', address, url: 'http://127.0.0.1:1/', token: 'secret-token' };
  expect((await server.ask('/api/wallets/keys/external', { key, body })).status).toBe(403);
  const made = await server.ask('/api/wallets/keys/external', { cookie, body });
  expect(await made.json()).toMatchObject({ kind: 'external', tenant: 'farm', address: address.toLowerCase() });
  expect(server.log()).not.toContain('secret-token');
  const unknown = await server.ask('/api/wallets/keys/external', { cookie, body: { ...body, member: 'nobody' } });
  expect(unknown.status).toBe(404);
  const cap = { method: 'PUT', body: { capWei: '5' } };
  expect((await server.ask('/api/relay/caps/farm', { key, ...cap })).status).toBe(403);
  expect((await server.ask('/api/relay/caps/farm', { cookie, ...cap })).status).toBe(204);
});

it('keeps the name of the platform’s own keys for itself', async () => {
  const body = { slug: 'ledger', name: { zh: '账', en: 'L' }, kind: 'farm' };
  expect(await (await server.ask('/api/members', { cookie, body })).json()).toMatchObject({
    status: 409,
    code: 'ALLIANCE_MEMBER_RESERVED',
  });
  const { ledger } = server;
  expect((await server.ask(`/api/wallets/keys/${ledger.treasuryAddress}`, { cookie })).status).toBe(404);
});

it('says what is wrong with a call that is to be relayed', async () => {
  const prepared = await server.ask('/api/relay/prepare', { key, body: { from: first, to: first, data: '0x' } });
  // 503 while the forwarder is being deployed for whoever asks first.
  expect([200, 503]).toContain(prepared.status);
  const request = { from: first, to: first, value: '0', gas: '1', nonce: '0', deadline: 1, data: '0x' };
  const submitted = await server.ask('/api/relay', { key, body: { request, signature: '0x12' } });
  expect([400, 503]).toContain(submitted.status);
  expect(
    (await server.ask('/api/relay', { key, body: { request: { ...request, value: '-1' }, signature: '0x' } })).status,
  ).toBe(400);
  expect((await server.ask('/api/relay/no-such-one', { key })).status).toBe(404);
});

it('takes transactions of Core Space', async () => {
  const body = { kind: 'transfer', signer: first, to: `0x1${'0'.repeat(39)}`, value: '1', space: 'core' };
  const submitted = await server.ask('/transactions', { key, body });
  expect(submitted.status).toBe(202);
  const { transactionId } = (await submitted.json()) as { transactionId: string };
  const read = await server.ask(`/transactions/${transactionId}`, { key });
  expect(await read.json()).toMatchObject({ chain: expect.stringMatching(/^core:7001:0x/), tenant: 'farm' });
  const wrong = await server.ask('/transactions', { key, body: { ...body, to: `0x9${'0'.repeat(39)}` } });
  expect(await wrong.json()).toMatchObject({ status: 400, code: 'LANES_INVALID_REQUEST' });
});

it('sponsors a contract of Core Space with transactions of the own key', async () => {
  const contract = `0x8${'a'.repeat(39)}`;
  const gas = { pay: '1000000', most: '1000' };
  const body = { signer: first, contract, gas, storage: { pay: '5' }, users: 'everybody', idempotencyKey: 'once' };
  const sponsored = await server.ask('/api/sponsorships', { key, body });
  expect(sponsored.status).toBe(202);
  const { transactionIds } = (await sponsored.json()) as { transactionIds: string[] };
  expect(transactionIds).toHaveLength(3);
  expect(await (await server.ask('/api/sponsorships', { key, body })).json()).toEqual({ transactionIds });
  const read = await server.ask(`/transactions/${transactionIds[0]}`, { key });
  expect(await read.json()).toMatchObject({ to: '0x0888000000000000000000000000000000000001', value: '1000000' });
  expect((await server.ask('/api/sponsorships', { cookie, body })).status).toBe(404);
  const none = await server.ask('/api/sponsorships', { key, body: { signer: first, contract } });
  expect(await none.json()).toMatchObject({ code: 'DEVELOPER_NOTHING_TO_SPONSOR' });
});
