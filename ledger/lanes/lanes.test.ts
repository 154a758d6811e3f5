import { type Hex, parseTransaction } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import type { TestDatabase } from '../../store/testing.ts';
import { createChainClient } from '../chain/chainClient.ts';
import { connectChain } from '../chain/connectChain.ts';
import { type KeyStore, openKeyStore } from '../keys/keyStore.ts';
import { createLedgerDatabase, type FaultyNode, ledgerParameters, randomKey, startFaultyNode } from '../testing.ts';
import { createLane, type Lane } from './createLane.ts';
import type { LaneContext } from './laneContext.ts';
import { type SubmitTransactionParameters, submitTransaction } from './submitTransaction.ts';

const sink = '0x00000000000000000000000000000000000000aa';
const senderKey = randomKey();
const signer = privateKeyToAccount(senderKey).address.toLowerCase() as Hex;

let database: TestDatabase;
let node: FaultyNode;
let lane: LaneContext;
let keys: KeyStore;
let number = 0;

beforeAll(async () => {
  database = await createLedgerDatabase();
  node = await startFaultyNode();
  const { store } = database;
  keys = openKeyStore({ store, masterKey: '5a'.repeat(32) });
  const genesis = await keys.importKey('genesis', inject('genesisKey'));
  await keys.importKey('sender', senderKey);
  const client = createChainClient({ espaceUrls: [node.url] });
  const chain = await (await connectChain({ store, client, evmChainId: 7002 })).identify();
  const { logger } = ledgerParameters(database).context;
  lane = { store, client, keys, logger, chain, evmChainId: 7002 };
  // The genesis account is everybody's in a test run: its nonce may be taken, and then it is tried again.
  for (let state = 'failed'; state === 'failed'; ) {
    const id = await submit({ signer: genesis, to: signer, value: 5n * 10n ** 18n });
    state = (await settle(id, 'executed', 'failed')).state;
  }
}, 120_000);
afterEach(() => {
  node.fault = () => undefined;
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

async function submit(changes: Partial<SubmitTransactionParameters> = {}): Promise<string> {
  number += 1;
  const request = {
    chain: lane.chain,
    tenant: 'test',
    idempotencyKey: `t${number}`,
    signer,
    to: sink,
    value: 1n,
  } as const;
  return (await lane.store.transaction((tx) => submitTransaction(tx, { ...request, ...changes }))).transactionId;
}

interface Row {
  state: string;
  nonce: string;
  raw: Hex;
  hash: Hex;
  reason: string | null;
  last_error: string | null;
}

async function read(id: string): Promise<Row> {
  const [row] = await lane.store.sql<Row[]>`
    SELECT state, nonce, raw, hash, reason, last_error FROM ledger.transactions WHERE id = ${id}`;
  if (!row) throw new Error(`no transaction ${id}`);
  return row;
}

/** What the lane does once, in the order that a test can follow. */
async function pass(running: Lane = createLane(lane)): Promise<void> {
  await running.send();
  await running.follow();
}

/** The same, where the node may not answer. */
const tryPass = () => pass().catch(() => undefined);

/** Runs passes, as the lane does, until the transaction is in one of these states. */
async function settle(id: string, ...states: string[]): Promise<Row> {
  const running = createLane(lane);
  return vi.waitFor(
    async () => {
      await pass(running).catch(() => undefined);
      const row = await read(id);
      if (!states.includes(row.state)) throw new Error(`still ${row.state}: ${row.last_error}`);
      return row;
    },
    { timeout: 50_000, interval: 100 },
  );
}

const sent = () =>
  node.requests.filter(({ method }) => method === 'eth_sendRawTransaction').map(({ params }) => params[0]);

test('one key is one transaction, and another request under it a conflict', async () => {
  const id = await submit({ idempotencyKey: 'same' });
  expect(await submit({ idempotencyKey: 'same' })).toBe(id);
  await expect(submit({ idempotencyKey: 'same', value: 2n })).rejects.toMatchObject({
    code: 'LEDGER_IDEMPOTENCY_CONFLICT',
  });
  expect(await submit({ idempotencyKey: 'same', tenant: 'other' })).not.toBe(id);
});

test('many at once get consecutive nonces, and each is executed once', async () => {
  const ids = await Promise.all(Array.from({ length: 25 }, () => submit()));
  const rows = [];
  for (const id of ids) rows.push(await settle(id, 'executed', 'confirmed'));
  const nonces = rows.map(({ nonce }) => Number(nonce)).sort((a, b) => a - b);
  expect(nonces).toEqual(nonces.map((_, index) => (nonces[0] ?? 0) + index));
});

test('what would revert takes no nonce', async () => {
  const id = await submit({ to: null, data: '0x60006000fd', value: 0n });
  expect(await settle(id, 'failed')).toMatchObject({ reason: 'reverted', nonce: null, raw: null });
  const before = Number((await settle(await submit(), 'executed')).nonce);
  expect(Number((await settle(await submit(), 'executed')).nonce)).toBe(before + 1);
});

test.each([
  ['cut connections', () => 'drop' as const],
  ['429', () => ({ error: { code: 429, message: 'too many requests' } })],
  ['a full pool', () => ({ error: { code: -32603, message: 'txpool is full' } })],
])('an outage with %s fails nothing and heals', async (_, fault) => {
  node.fault = ({ method }) => (method === 'eth_sendRawTransaction' ? fault() : undefined);
  const id = await submit();
  await settle(id, 'signed');
  await expect.poll(() => tryPass().then(() => read(id))).toMatchObject({ state: 'signed' });
  node.fault = () => fault();
  await expect(pass()).rejects.toMatchObject({ code: 'LEDGER_NODE_UNAVAILABLE', retryable: true });
  node.fault = () => undefined;
  const { raw } = await settle(id, 'executed');
  expect(new Set(sent().filter((bytes) => bytes === raw)).size).toBe(1);
});

test('an answer that was lost is no second transaction', async () => {
  node.fault = ({ method }) => (method === 'eth_sendRawTransaction' ? 'lose' : undefined);
  const id = await submit();
  const { nonce } = await settle(id, 'packed', 'executed');
  expect((await settle(await submit(), 'signed')).nonce).toBe(String(Number(nonce) + 1));
});

test('a transaction that leaves the chain is sent again with the same bytes', async () => {
  const id = await submit();
  const { raw, hash } = await settle(id, 'executed');
  node.requests.length = 0;
  // As after a reorganisation that happened while nobody looked.
  await lane.store.sql`UPDATE ledger.transactions SET block_hash = ${`0x${'de'.repeat(32)}`} WHERE id = ${id}`;
  node.fault = ({ method, params }) =>
    /^eth_getTransaction(Receipt|ByHash)$/.test(method) && params[0] === hash ? { result: null } : undefined;
  await settle(id, 'broadcast');
  await expect.poll(() => tryPass().then(sent)).toContain(raw);
  node.fault = () => undefined;
  expect(await settle(id, 'executed')).toMatchObject({ raw, hash });
});

test('confirmed transactions that the chain lost are sent again too', async () => {
  const confirmAtOnce = ({ method, params }: { method: string; params: unknown[] }) =>
    method === 'eth_getBlockByNumber' && params[0] === 'safe' ? { result: { number: '0xffffff' } } : undefined;
  node.fault = confirmAtOnce;
  const id = await submit();
  const { hash, nonce, raw } = await settle(id, 'confirmed');
  node.requests.length = 0;
  node.fault = ({ method, params }) => {
    if (method === 'eth_getTransactionCount') return { result: `0x${Number(nonce).toString(16)}` };
    if (/^eth_getTransaction(Receipt|ByHash)$/.test(method) && params[0] === hash) return { result: null };
    return undefined;
  };
  await settle(id, 'broadcast');
  await expect.poll(() => tryPass().then(sent)).toContain(raw);
  node.fault = () => undefined;
  expect(await settle(id, 'executed', 'confirmed')).toMatchObject({ raw });
});

test('a nonce that somebody else used ends the transaction, and the next one takes the next', async () => {
  const refusal = { error: { code: -32603, message: 'txpool is full' } };
  node.fault = ({ method }) => (method === 'eth_sendRawTransaction' ? refusal : undefined);
  const id = await submit();
  const running = createLane(lane);
  await pass(running);
  const { nonce } = await read(id);
  node.fault = () => undefined;
  const foreign = await privateKeyToAccount(senderKey).signTransaction({
    chainId: 7002,
    nonce: Number(nonce),
    to: sink,
    value: 7n,
    gas: 21_000n,
    maxFeePerGas: 100n,
    maxPriorityFeePerGas: 1n,
  });
  await lane.client.sendRaw(foreign);
  const taken = async () => {
    await pass(running).catch(() => undefined);
    return read(id);
  };
  await expect.poll(taken, { timeout: 50_000 }).toMatchObject({ state: 'failed', reason: 'nonceTaken', nonce });
  expect((await settle(await submit(), 'executed')).nonce).toBe(String(Number(nonce) + 1));
});

test('a node that shows an old state is not believed', async () => {
  const { nonce } = await settle(await submit(), 'executed', 'confirmed');
  // As a node does for some seconds after its start: no transactions and no money yet.
  node.fault = ({ method }) => (method === 'eth_getTransactionCount' ? { result: '0x0' } : undefined);
  const id = await submit({ to: null, data: '0x60006000fd', value: 0n });
  await pass();
  expect(await read(id)).toMatchObject({ state: 'queued', nonce: null });
  node.fault = () => undefined;
  await settle(id, 'failed');
  expect((await settle(await submit(), 'executed')).nonce).toBe(String(Number(nonce) + 1));
});

test('a chain without EIP-1559 gets transactions of the old kind', async () => {
  node.fault = ({ method, params }) =>
    method === 'eth_getBlockByNumber' && params[0] === 'latest'
      ? { edit: ({ baseFeePerGas: _, ...block }) => block }
      : undefined;
  const { raw } = await settle(await submit(), 'executed');
  expect(parseTransaction(raw)).toMatchObject({ type: 'legacy', chainId: 7002 });
});

test('an account without funds waits and goes on when it has some', async () => {
  const poor = await keys.createKey('poor one');
  const id = await submit({ signer: poor, value: 10n ** 15n });
  await expect.poll(() => tryPass().then(() => read(id))).toMatchObject({ state: 'queued' });
  expect((await read(id)).last_error).not.toBe(null);
  await settle(await submit({ to: poor, value: 10n ** 16n }), 'executed');
  expect(await settle(id, 'executed')).toMatchObject({ nonce: '0' });
});
