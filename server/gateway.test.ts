import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from './testing.ts';

let server: TestServer;
let key = '';
let readingKey = '';

beforeAll(async () => {
  server = await startTestServer();
  const cookie = await server.setUp();
  const make = async (scopes: string[]) => {
    const made = await server.ask('/api/keys', { cookie, body: { name: scopes.join(), scopes } });
    return ((await made.json()) as { key: string }).key;
  };
  key = await make(['transact', 'read']);
  readingKey = await make(['read']);
});
afterAll(() => server.stop());

interface Answer {
  result?: string;
  error?: { code: number; message: string };
}
async function call(method: string, params: unknown[], apiKey?: string): Promise<Answer> {
  const body = { jsonrpc: '2.0', id: 1, method, params };
  const answer = await server.ask('/rpc/espace', { body, ...(apiKey === undefined ? {} : { key: apiKey }) });
  return (await answer.json()) as Answer;
}

test('what is signed elsewhere is handed on with the right key only', async () => {
  const account = privateKeyToAccount(inject('genesisKey'));
  const nonce = Number((await call('eth_getTransactionCount', [account.address, 'pending'], key)).result ?? 0);
  // So far ahead that it stays in the pool: others use this account too.
  const raw = await account.signTransaction({
    chainId: 7002,
    nonce: nonce + 1_500,
    gas: 21_000n,
    gasPrice: 10n ** 9n,
    to: account.address,
    value: 1n,
  });
  expect((await call('eth_sendRawTransaction', [raw])).error?.code).toBe(-32004);
  expect((await call('eth_sendRawTransaction', [raw], readingKey)).error?.code).toBe(-32004);
  expect((await call('eth_sendRawTransaction', [raw], key)).result).toMatch(/^0x[0-9a-f]{64}$/);
});

test('who asks too much is told when to come back, a key is not held up by it', async () => {
  const body = Array.from({ length: 20 }, (_, id) => ({ jsonrpc: '2.0', id, method: 'eth_chainId', params: [] }));
  let refused: Response | undefined;
  for (let batch = 0; batch < 100 && !refused; batch += 1) {
    const answer = await server.ask('/rpc/espace', { body });
    if (answer.status === 429) refused = answer;
  }
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused?.json()).toMatchObject({ error: { code: expect.any(Number), message: expect.any(String) } });
  expect((await call('eth_chainId', [], key)).result).toBe('0x1b5a');
});
