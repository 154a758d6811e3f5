import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openKeys } from '../ledger/index.ts';
import { startTestServer, type TestServer } from './testing.ts';

const receiver = `0x${'42'.repeat(20)}`;
const masterKey = 'cd'.repeat(32);
let server: TestServer;
let key = '';
let signer = '';

beforeAll(async () => {
  server = await startTestServer({
    masterKey: { kind: 'command', command: `echo ${masterKey}` },
    allowPrivateUrls: true,
  });
  const cookie = await server.setUp();
  const made = await server.ask('/api/keys', { cookie, body: { name: 'lanes', scopes: ['transact', 'read'] } });
  key = ((await made.json()) as { key: string }).key;
  const member = ((await (await server.ask('/api/session', { cookie })).json()) as { principal: { member: string } })
    .principal.member;
  const wallet = await openKeys({ store: server.store, masterKey }).create({ tenant: member, name: 'till' });
  signer = wallet.address;
  const funded = await server.ask(`/api/funded-accounts/${signer}`, {
    method: 'PUT',
    cookie,
    body: { target: (10n ** 18n).toString(), floor: (10n ** 17n).toString() },
  });
  expect(funded.status).toBe(204);
});
afterAll(() => server.stop());

interface Shown {
  id: string;
  state: string;
  success: boolean | null;
  reason: string | null;
  lastError: string | null;
  times: Record<string, string>;
}
const submit = (body: object, headers = {}) =>
  server.ask('/transactions', { key, body: { signer: 'till', ...body }, headers });
const read = async (id: string) => (await (await server.ask(`/transactions/${id}`, { key })).json()) as Shown;
const idOf = async (answer: Response) => ((await answer.json()) as { transactionId: string }).transactionId;

test('a transfer by a named key is executed, and every change is told to the webhook and the stream', async () => {
  const told: { id: string; type: string }[] = [];
  const hook = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    told.push({ id: String(request.headers['webhook-id']), type: (JSON.parse(body) as { type: string }).type });
    response.end();
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
  expect((await server.ask('/api/webhooks', { key, body: { url } })).status).toBe(201);
  const stream = await server.ask('/transactions/events', { key });
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader();

  const answer = await submit({ kind: 'transfer', to: receiver, value: '1000' }, { 'idempotency-key': 'rent-1' });
  expect(answer.status).toBe(202);
  const id = await idOf(answer);
  await vi.waitFor(async () => expect(await read(id)).toMatchObject({ state: 'executed', success: true }), 40_000);
  const again = await submit({ kind: 'transfer', to: receiver, value: '1000' }, { 'idempotency-key': 'rent-1' });
  expect([again.status, await idOf(again)]).toEqual([200, id]);
  const other = await submit({ kind: 'transfer', to: receiver, value: '1001' }, { 'idempotency-key': 'rent-1' });
  expect(other.status).toBe(409);

  const wanted = ['queued', 'signed', 'broadcast', 'executed'].map((state) => `transaction.${state}`);
  await vi.waitFor(() => expect(told.map(({ type }) => type)).toEqual(expect.arrayContaining(wanted)), 10_000);
  expect(new Set(told.map((message) => message.id)).size).toBe(told.length);
  let text = '';
  while (!text.includes('"executed"')) text += new TextDecoder().decode((await reader.read()).value);
  expect(text.indexOf('"queued"')).toBeLessThan(text.indexOf('"executed"'));
  const lastId = /id: (\S+)\nevent: transaction\ndata: [^\n]*"queued"/.exec(text)?.[1] ?? '';
  await reader.cancel();
  const resumed = await server.ask('/transactions/events', { key, headers: { 'last-event-id': lastId } });
  const resumedReader = (resumed.body as ReadableStream<Uint8Array>).getReader();
  let rest = '';
  while (!rest.includes('"executed"')) rest += new TextDecoder().decode((await resumedReader.read()).value);
  expect(rest).not.toContain('"queued"');
  await resumedReader.cancel();
  hook.closeAllConnections();
  hook.close();
}, 60_000);

test('a call that would revert costs no nonce and says why', async () => {
  // Reverts with Error("no").
  const reason = `08c379a0${'20'.padStart(64, '0')}${'2'.padStart(64, '0')}${'6e6f'.padEnd(64, '0')}`;
  const bytecode = `0x7f${reason.slice(0, 64)}5f527f${reason.slice(64, 128)}6020527f${reason.slice(128, 192)}6040527f${reason.slice(192).padEnd(64, '0')}60605260645ffd`;
  const simulated = await server.ask('/transactions/simulate', { key, body: { signer, kind: 'deploy', bytecode } });
  expect(await simulated.json()).toMatchObject({ ok: false, reason: expect.stringContaining('no') });
  const id = await idOf(await submit({ kind: 'deploy', bytecode }));
  await vi.waitFor(async () => expect(await read(id)).toMatchObject({ state: 'failed', reason: 'reverted' }), 30_000);
  expect(await read(id)).toMatchObject({ nonce: null, lastError: expect.stringContaining('no') });
}, 60_000);

test('a batch is taken as a whole or not at all, and the list is paginated', async () => {
  const transfer = (value: string) => ({ kind: 'transfer', signer: 'till', to: receiver, value });
  const batch = (transactions: object[]) => server.ask('/transactions/batch', { key, body: { transactions } });
  const before = ((await (await server.ask('/transactions', { key })).json()) as { items: Shown[] }).items.length;
  expect((await batch([transfer('1'), { ...transfer('2'), signer: 'nobody' }])).status).toBe(404);
  expect((await batch([transfer('1'), transfer('2'), transfer('3')])).status).toBe(202);
  const first = (await (await server.ask('/transactions?limit=2', { key })).json()) as {
    items: Shown[];
    nextCursor: string;
  };
  expect(first.items).toHaveLength(2);
  const all = (await (await server.ask('/transactions', { key })).json()) as { items: Shown[] };
  expect(all.items).toHaveLength(before + 3);
  const next = (await (await server.ask(`/transactions?limit=2&cursor=${first.nextCursor}`, { key })).json()) as {
    items: Shown[];
  };
  expect(next.items[0]?.id).toBe(all.items[2]?.id);
});

test.each([
  [{ kind: 'transfer', to: '0x12', value: '1' }, 400],
  [{ kind: 'transfer', to: receiver, value: '-1' }, 400],
  [{ kind: 'call', to: receiver, function: 'pay(', args: [] }, 400],
  [{ kind: 'gift', to: receiver, value: '1' }, 400],
  [{ kind: 'transfer', to: receiver, value: '1', signer: receiver }, 404],
])('%j is refused with %i and nothing is taken', async (body, status) => {
  const answer = await submit(body);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code: expect.any(String), nextStep: expect.any(String) });
});

test('without the right to send transactions nothing is sent', async () => {
  expect((await server.ask('/transactions', { body: {} })).status).toBe(401);
});
