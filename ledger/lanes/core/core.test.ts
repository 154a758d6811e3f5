import { type Abi, decodeFunctionResult, encodeFunctionData, type Hex } from 'viem';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { compileForTest } from '../../../contracts/testing.ts';
import { silentLogger, type TestDatabase } from '../../../store/testing.ts';
import { createHttpTransport } from '../../chain/httpTransport.ts';
import { RpcError, type RpcRequest } from '../../chain/rpc.ts';
import { type KeyStore, openKeyStore } from '../../keys/keyStore.ts';
import { createLedgerDatabase, randomKey } from '../../testing.ts';
import { createTransactions, type Transactions } from '../transactions.ts';
import { coreAddressOf } from './coreAddress.ts';
import { type CoreClient, createCoreClient } from './coreClient.ts';
import { type CoreLaneContext, identifyCore } from './coreContext.ts';
import { createCorePass } from './createCorePass.ts';
import { signCore } from './signCore.ts';
import { allowUsers, sponsorGas, sponsorStorage } from './sponsor.ts';

const { abi, bytecode } = compileForTest('CoreNotes', new URL('CoreNotes.sol', import.meta.url));
const sink = `0x1${'0'.repeat(36)}abc` as Hex;
const cfx = 10n ** 18n;

let database: TestDatabase;
let keys: KeyStore;
let client: CoreClient;
let lane: CoreLaneContext;
let transactions: Transactions;
let signer: Hex;
let number = 0;
/** What happens to a request instead of being passed on. */
let fault: (request: RpcRequest) => RpcError | { result: unknown } | undefined = () => undefined;
/** Takes the newest state for confirmed, which takes half a minute on a chain with so little work. */
let confirmsAtOnce = false;

beforeAll(async () => {
  database = await createLedgerDatabase();
  const { store } = database;
  keys = openKeyStore({ store, masterKey: '5a'.repeat(32) });
  const node = createHttpTransport(inject('coreUrl'));
  client = createCoreClient(inject('coreUrl'), async (requests) => {
    const [request] = requests;
    if (!request) return [];
    const { method, params } = request;
    const lie = fault(request);
    if (lie instanceof RpcError) return [{ ok: false, error: lie }];
    if (lie) return [{ ok: true, result: lie.result }];
    if (!confirmsAtOnce) return node(requests);
    if (method === 'cfx_getConfirmationRiskByHash') return [{ ok: true, result: '0x0' }];
    return node([{ method, params: params.map((one) => (one === 'latest_confirmed' ? 'latest_state' : one)) }]);
  });
  lane = { store, client, keys, logger: silentLogger, ...(await identifyCore({ store, client })) };
  const eSpace = { id: null, contract: null } as never;
  transactions = createTransactions({ store, client: null as never, chain: eSpace, core: { id: lane.chain } });
  const genesis = await keys.importKey('genesis core', inject('genesisCoreKey'));
  signer = await keys.createKey('sender');
  confirmsAtOnce = true;
  // The genesis account is everybody's in a test run: its nonce may be taken, and then it is tried again.
  for (let state = 'failed'; state === 'failed'; ) {
    const id = await submit({ signer: genesis, to: coreAddressOf(signer), value: 200n * cfx });
    state = (await settle(id, 'executed', 'confirmed', 'failed')).state;
  }
  confirmsAtOnce = false;
}, 60_000);
afterEach(() => {
  fault = () => undefined;
  confirmsAtOnce = false;
});
afterAll(() => database.drop());

async function submit(request: {
  signer?: Hex;
  to: Hex | null;
  data?: Hex;
  value?: bigint;
  gas?: bigint;
}): Promise<string> {
  number += 1;
  const whole = { tenant: 'farm', idempotencyKey: `t${number}`, signer, ...request, space: 'core' as const };
  return (await transactions.submit(whole)).transactionId;
}

interface Row {
  state: string;
  nonce: string;
  raw: Hex;
  hash: Hex;
  reason: string | null;
  last_error: string | null;
  contract_address: Hex | null;
  gas_sponsored: boolean | null;
  storage_sponsored: boolean | null;
  fee: string | null;
  max_fee: string;
}

async function read(id: string): Promise<Row> {
  const [row] = await database.store.sql<Row[]>`
    SELECT transactions.*, gas_sponsored, storage_sponsored
    FROM ledger.transactions LEFT JOIN ledger.core_transactions ON transaction_id = id WHERE id = ${id}`;
  if (!row) throw new Error(`no transaction ${id}`);
  return row;
}

/** Runs passes, as the lane does, until the transaction is in one of these states. */
function settle(id: string, ...states: string[]): Promise<Row> {
  const pass = createCorePass(lane);
  return vi.waitFor(
    async () => {
      await pass();
      const row = await read(id);
      if (!states.includes(row.state)) throw new Error(`still ${row.state}: ${row.last_error}`);
      return row;
    },
    { timeout: 50_000, interval: 150 },
  );
}

const note = (value: bigint) => encodeFunctionData({ abi: abi as Abi, functionName: 'note', args: [value] });
const deploy = async () =>
  (await settle(await submit({ to: null, data: bytecode }), 'executed', 'confirmed')).contract_address;

test('transfers get consecutive nonces and arrive', async () => {
  const before = await client.readBalance(sink);
  const ids = await Promise.all(Array.from({ length: 6 }, () => submit({ to: sink, value: 7n })));
  const rows = [];
  for (const id of ids) rows.push(await settle(id, 'executed', 'confirmed'));
  const nonces = rows.map((row) => Number(row.nonce)).sort((a, b) => a - b);
  expect(nonces).toEqual(nonces.map((_, at) => (nonces[0] ?? 0) + at));
  expect(await client.readBalance(sink)).toBe(before + 42n);
  confirmsAtOnce = true;
  await settle(ids[0] ?? '', 'confirmed');
});

test('an account with nothing calls a contract, whose sponsor pays for gas and storage', async () => {
  const contract = (await deploy()) ?? '0x';
  expect(contract).toMatch(/^0x8[0-9a-f]{39}$/);
  const user = await keys.importKey('user without funds', randomKey());
  const id = await submit({ signer: user, to: contract, data: note(42n) });
  // Nobody pays yet, so it waits.
  await createCorePass(lane)();
  expect(await read(id)).toMatchObject({ state: 'queued' });
  expect((await read(id)).last_error).toMatch(/NotEnoughCash|funds/);

  const calls = [sponsorGas(contract, 10n ** 15n, 5n * cfx), sponsorStorage(contract, 20n * cfx), allowUsers(contract)];
  for (const call of calls) await submit(call);
  expect(await settle(id, 'executed', 'confirmed')).toMatchObject({
    nonce: '0',
    gas_sponsored: true,
    storage_sponsored: true,
    fee: '0',
  });
  expect(await client.readBalance(coreAddressOf(user))).toBe(0n);
  const data = await client.call(contract, encodeFunctionData({ abi: abi as Abi, functionName: 'lastSender' }));
  const sender = decodeFunctionResult({ abi: abi as Abi, functionName: 'lastSender', data }) as Hex;
  expect(sender.toLowerCase()).toBe(coreAddressOf(user));
});

test('what would revert takes no nonce and says why', async () => {
  const contract = (await deploy()) ?? '0x';
  const row = await settle(await submit({ to: contract, data: note(13n) }), 'failed');
  expect(row).toMatchObject({ reason: 'reverted', nonce: null, raw: null });
  expect(row.last_error).toContain('unlucky');
  await expect(submit({ to: `0x9${'a'.repeat(39)}` })).rejects.toMatchObject({ code: 'LANES_INVALID_REQUEST' });
});

test('bytes that grow old before they are packed are signed again and executed once', async () => {
  const lifeEpochs = 8;
  const before = await client.readBalance(sink);
  fault = ({ method }) => (method === 'cfx_sendRawTransaction' ? new RpcError('txpool is full', -32_077) : undefined);
  const id = await submit({ to: sink, value: 9n });
  const first = await settle(id, 'signed');
  const pass = createCorePass({ ...lane, lifeEpochs });
  const renewed = await vi.waitFor(
    async () => {
      await pass();
      const row = await read(id);
      if (row.hash === first.hash) throw new Error('not yet');
      return row;
    },
    { timeout: 50_000, interval: 200 },
  );
  expect(renewed.nonce).toBe(first.nonce);
  // Both go out: the same nonce lets one of them through.
  fault = () => undefined;
  await client.sendRaw(first.raw);
  expect(await settle(id, 'executed', 'confirmed')).toMatchObject({ nonce: first.nonce });
  await settle(await submit({ to: sink, value: 1n }), 'executed', 'confirmed');
  expect(await client.readBalance(sink)).toBe(before + 10n);
});

test('a transaction on its way is cancelled by another one with its nonce, or sped up', async () => {
  const before = await client.readBalance(sink);
  fault = ({ method }) => (method === 'cfx_sendRawTransaction' ? new RpcError('txpool is full', -32_077) : undefined);
  const id = await submit({ to: sink, value: 5n });
  const { nonce, hash } = await settle(id, 'signed');
  expect(await transactions.cancel(id)).toBe('cancelling');
  await createCorePass(lane)();
  fault = () => undefined;
  confirmsAtOnce = true;
  const cancelled = await settle(id, 'cancelled');
  expect(cancelled).toMatchObject({ nonce, state: 'cancelled' });
  expect(cancelled.hash).not.toBe(hash);
  await vi.waitFor(async () => {
    await createCorePass(lane)();
    const [row] = await database.store.sql`SELECT phase FROM ledger.transactions WHERE id = ${id}`;
    expect(row?.phase).toBe(2);
  });
  expect(await client.readBalance(sink)).toBe(before);

  // Too late: the original bytes are out before the replacement is, and they count.
  fault = ({ method, params }) =>
    method === 'cfx_sendRawTransaction' && params[0] !== original ? new RpcError('txpool is full', -32_077) : undefined;
  let original: unknown;
  const next = await submit({ to: sink, value: 6n });
  const first = await settle(next, 'signed');
  original = first.raw;
  await transactions.cancel(next);
  await createCorePass(lane)();
  expect((await read(next)).hash).not.toBe(first.hash);
  await client.sendRaw(first.raw);
  expect(await settle(next, 'executed', 'confirmed')).toMatchObject({ hash: first.hash, reason: null });
  expect(await client.readBalance(sink)).toBe(before + 6n);

  fault = ({ method }) => (method === 'cfx_sendRawTransaction' ? new RpcError('txpool is full', -32_077) : undefined);
  const slow = await submit({ to: sink, value: 8n });
  const cheap = await settle(slow, 'signed');
  expect(await transactions.replace(slow)).toBe('replacing');
  await createCorePass(lane)();
  fault = () => undefined;
  const fast = await settle(slow, 'executed', 'confirmed');
  expect(fast).toMatchObject({ nonce: cheap.nonce });
  expect(BigInt(fast.max_fee)).toBeGreaterThan(BigInt(cheap.max_fee));
  expect(await client.readBalance(sink)).toBe(before + 14n);
});

test('what the chain lost after it was confirmed is sent again with the same bytes', async () => {
  confirmsAtOnce = true;
  const id = await submit({ to: sink, value: 4n });
  const { hash, nonce, raw } = await settle(id, 'confirmed');
  const sent: unknown[] = [];
  // As a node does that was restored from an older copy.
  fault = ({ method, params }) => {
    if (method === 'cfx_getNextNonce') return { result: `0x${Number(nonce).toString(16)}` };
    if (method === 'cfx_sendRawTransaction') sent.push(params[0]);
    return /^cfx_getTransaction/.test(method) && params[0] === hash ? { result: null } : undefined;
  };
  const pass = createCorePass(lane, 0);
  await vi.waitFor(async () => {
    await pass();
    expect(sent).toContain(raw);
  });
  expect(await read(id)).toMatchObject({ state: 'broadcast', hash });
  fault = () => undefined;
  expect(await settle(id, 'confirmed')).toMatchObject({ hash, nonce });
});

test('a nonce that somebody else used ends the transaction, and the next one takes the next', async () => {
  const account = await keys.importKey('shared', randomKey());
  await settle(await submit({ to: coreAddressOf(account), value: cfx }), 'executed', 'confirmed');
  fault = ({ method }) => (method === 'cfx_sendRawTransaction' ? new RpcError('txpool is full', -32_077) : undefined);
  const id = await submit({ signer: account, to: sink, value: 1n });
  const { nonce } = await settle(id, 'signed');
  fault = () => undefined;
  // As when the key was used without us: another database gives the nonce to another transaction.
  const foreign = await signCore({
    keys,
    signer: account,
    chainId: lane.chainId,
    transaction: {
      nonce: Number(nonce),
      to: sink,
      data: '0x',
      value: 2n,
      gas: 21_000n,
      storage: 0n,
      epochHeight: await client.readEpoch('latest_mined'),
      fees: await client.readFees(),
    },
  });
  await client.sendRaw(foreign.raw);
  await vi.waitFor(async () => expect((await client.readPlace(foreign.hash)).kind).toBe('executed'), 30_000);
  confirmsAtOnce = true;
  expect(await settle(id, 'failed')).toMatchObject({ reason: 'nonceTaken' });
  const next = await settle(await submit({ signer: account, to: sink, value: 3n }), 'executed', 'confirmed');
  expect(next.nonce).toBe(String(Number(nonce) + 1));
});
