import { type Hex, parseTransaction } from 'viem';
import { privateKeyToAddress } from 'viem/accounts';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { evidenceLogAbi, evidenceLogBytecode } from '../../contracts/generated/EvidenceLog.ts';
import type { TestDatabase } from '../../store/testing.ts';
import { createChainClient } from '../chain/chainClient.ts';
import { connectChain } from '../chain/connectChain.ts';
import { openKeyStore } from '../keys/keyStore.ts';
import { createLedgerDatabase, type FaultyNode, ledgerParameters, randomKey, startFaultyNode } from '../testing.ts';
import { createLane, type Lane } from './createLane.ts';
import type { TransactionRequest } from './request.ts';
import { createTransactions, type Transactions } from './transactions.ts';

const sink: Hex = '0x00000000000000000000000000000000000000aa';
const [one, two] = [randomKey(), randomKey()];
const signer = privateKeyToAddress(one).toLowerCase() as Hex;
const other = privateKeyToAddress(two).toLowerCase() as Hex;
let database: TestDatabase;
let node: FaultyNode;
let lane: Lane;
let transactions: Transactions;
let treasury: Hex;
let number = 0;

const request = (changes: Partial<TransactionRequest> = {}): TransactionRequest => {
  number += 1;
  return { tenant: 'test', idempotencyKey: `g${number}`, signer, to: sink, value: 1n, ...changes };
};
const submit = async (changes: Partial<TransactionRequest> = {}) =>
  (await transactions.submit(request(changes))).transactionId;

const read = async (id: string) => {
  const found = await transactions.read(id);
  if (!found) throw new Error(`no transaction ${id}`);
  return found;
};

async function pass(): Promise<void> {
  await lane.send();
  await lane.follow();
}

/** Lets the lane work until the transaction is in one of these states. */
const settle = (id: string, ...states: string[]) =>
  vi.waitFor(
    async () => {
      await pass().catch(() => undefined);
      const found = await read(id);
      if (!states.includes(found.state)) throw new Error(`still ${found.state}: ${found.lastError}`);
      return found;
    },
    { timeout: 50_000, interval: 100 },
  );

beforeAll(async () => {
  database = await createLedgerDatabase();
  node = await startFaultyNode();
  const { store } = database;
  const keys = openKeyStore({ store, masterKey: '5a'.repeat(32) });
  const genesis = await keys.importKey('genesis', inject('genesisKey'));
  treasury = await keys.createKey('treasury');
  await keys.importKey('one', one);
  await keys.importKey('two', two);
  const client = createChainClient({ espaceUrls: [node.url] });
  const chain = await connectChain({ store, client, evmChainId: 7002 });
  const { logger } = ledgerParameters(database).context;
  const errorAbi = evidenceLogAbi;
  const context = { store, client, keys, logger, chain: await chain.identify(), evmChainId: 7002, errorAbi };
  lane = createLane(context);
  transactions = createTransactions({ store, client, chain, errorAbi });
  for (const to of [signer, other, treasury]) {
    // The genesis account is everybody's in a test run: its nonce may be taken, and then it is tried again.
    for (let state = 'failed'; state === 'failed'; ) {
      const id = await submit({ signer: genesis, to, value: 5n * 10n ** 18n });
      state = (await settle(id, 'executed', 'confirmed', 'failed')).state;
    }
  }
}, 120_000);
afterEach(() => {
  node.fault = () => undefined;
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

/** The node takes nothing, so that transactions stay on their way. */
const refuseAll = () => {
  const refusal = { error: { code: -32603, message: 'txpool is full' } };
  node.fault = ({ method }) => (method === 'eth_sendRawTransaction' ? refusal : undefined);
};

test('many are one INSERT, all or none, and each its own again', async () => {
  const requests = Array.from({ length: 40 }, (_, at) => request(at % 2 ? {} : { signer: other }));
  const submitted = await transactions.submitMany(requests);
  expect(new Set(submitted.map(({ transactionId }) => transactionId)).size).toBe(40);
  const again = await transactions.submitMany(requests);
  expect(again.map(({ transactionId }) => transactionId)).toEqual(submitted.map(({ transactionId }) => transactionId));
  expect(again.some(({ created }) => created)).toBe(false);
  const fresh = request();
  await expect(
    transactions.submitMany([fresh, { ...requests[0], value: 9n } as TransactionRequest]),
  ).rejects.toMatchObject({ code: 'LEDGER_IDEMPOTENCY_CONFLICT', status: 409 });
  expect((await transactions.submit(fresh)).created).toBe(true);
  for (const { transactionId } of submitted) await settle(transactionId, 'executed', 'confirmed');
});

test.each([
  ['a signer that is no address', { signer: '0x12' as Hex }],
  ['data that is no hexadecimal', { data: '0x1' as Hex }],
  ['too little gas', { gas: 20_999n }],
  ['a deployment of nothing', { to: null }],
  ['no key', { idempotencyKey: '' }],
])('a request with %s is refused', async (_, changes) => {
  await expect(submit(changes)).rejects.toMatchObject({ code: 'LANES_INVALID_REQUEST', status: 400 });
});

test('one bad request among many at once fails alone', async () => {
  const results = await Promise.allSettled([submit(), submit({ data: '0x1' }), submit()]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a simulation says the gas, or why it reverts', async () => {
  expect(await transactions.simulate({ signer, to: sink, value: 1n })).toEqual({ ok: true, gas: expect.any(BigInt) });
  expect(await transactions.simulate({ signer, to: null, data: '0x60006000fd' })).toMatchObject({ ok: false });
  // EvidenceLog refuses an owner of zero with an error of its own.
  const deployment = `${evidenceLogBytecode}${'0'.repeat(63)}4${'0'.repeat(64)}` as Hex;
  const refused = await transactions.simulate({ signer, to: null, data: deployment });
  expect(refused.ok).toBe(false);
});

test('given gas skips the estimate but not the check', async () => {
  const id = await submit({ to: null, data: '0x60006000fd', value: 0n, gas: 100_000n });
  expect(await settle(id, 'failed')).toMatchObject({ reason: 'reverted', nonce: null });
  const sent = await settle(await submit({ gas: 40_000n }), 'executed', 'confirmed');
  expect(sent).toMatchObject({ gas: '40000', success: true });
});

test('cancelling what is queued ends it at once; what is on its way is raced by nothing', async () => {
  const queued = await submit();
  expect(await transactions.cancel(queued)).toBe('cancelled');
  expect(await read(queued)).toMatchObject({ state: 'cancelled', nonce: null });

  refuseAll();
  const id = await submit({ value: 7n });
  const { nonce, hash } = await settle(id, 'signed');
  expect(await transactions.cancel(id)).toBe('cancelling');
  await expect.poll(() => pass().then(() => read(id)), { timeout: 5_000 }).toMatchObject({ variant: 'cancellation' });
  node.fault = () => undefined;
  const ended = await settle(id, 'cancelled');
  expect(ended).toMatchObject({ nonce, success: null });
  expect(ended.attempts.map(({ variant }) => variant)).toEqual(['original', 'cancellation']);
  expect(ended.attempts[0]?.hash).toBe(hash);
  await expect(transactions.cancel((await settle(await submit(), 'executed', 'confirmed')).id)).rejects.toMatchObject({
    code: 'LANES_TOO_LATE',
  });
  await expect(transactions.cancel('99999999')).rejects.toMatchObject({ code: 'LANES_UNKNOWN' });
  await expect(transactions.cancel(id, 'somebody else')).rejects.toMatchObject({ code: 'LANES_UNKNOWN' });
});

test('replacing keeps the nonce and both bytes', async () => {
  refuseAll();
  const id = await submit({ value: 3n });
  const { nonce } = await settle(id, 'signed');
  expect(await transactions.replace(id)).toBe('replacing');
  await expect.poll(() => pass().then(() => read(id)), { timeout: 5_000 }).toMatchObject({ variant: 'bump' });
  expect(await transactions.replace(id, { to: sink, value: 11n })).toBe('replacing');
  await expect.poll(() => pass().then(() => read(id)), { timeout: 5_000 }).toMatchObject({ variant: 'replacement' });
  node.fault = () => undefined;
  const done = await settle(id, 'executed', 'confirmed');
  expect(done).toMatchObject({ nonce, value: '11', success: true, variant: 'replacement' });
  const sent = done.attempts.map(({ raw }) => parseTransaction(raw));
  expect(sent.map(({ value }) => value)).toEqual([3n, 3n, 11n]);
  expect(new Set(sent.map((one) => one.nonce)).size).toBe(1);
});

test('the original that was executed first is the transaction, and the replacement was too late', async () => {
  node.fault = ({ method, params }) =>
    method === 'eth_sendRawTransaction' && parseTransaction(params[0] as Hex).value === 12n ? 'drop' : undefined;
  // Accepted, but the lane does not see it executed yet.
  const id = await submit({ value: 4n });
  await vi.waitFor(
    async () => {
      await lane.send().catch(() => undefined);
      expect((await read(id)).state).toBe('broadcast');
    },
    { timeout: 10_000, interval: 50 },
  );
  await transactions.replace(id, { to: sink, value: 12n });
  await expect
    .poll(
      () =>
        lane
          .send()
          .catch(() => undefined)
          .then(() => read(id)),
      { timeout: 5_000 },
    )
    .toMatchObject({ variant: 'replacement' });
  const done = await settle(id, 'executed', 'confirmed');
  expect(done).toMatchObject({ value: '4', variant: 'original', success: true });
  expect(done.notes.join()).toContain('not those of the replacement');
});

test('limits and caps hold, and what is over gives back what it did not cost', async () => {
  await transactions.setLimits('small', { maxQueued: 2 });
  await transactions.submitMany([request({ tenant: 'small' }), request({ tenant: 'small' })]);
  await expect(submit({ tenant: 'small' })).rejects.toMatchObject({ code: 'LANES_QUEUE_FULL', status: 429 });

  await transactions.setLimits('capped', { capWei: 1_000_000n, feeBudgetWei: 300_000n });
  const spend = (value: bigint) => submit({ tenant: 'capped', value, gas: 21_000n });
  const id = await spend(500_000n);
  await expect(spend(500_000n)).rejects.toMatchObject({ code: 'LANES_SPENDING_CAP', status: 403 });
  expect(await transactions.readLimits('capped')).toMatchObject({ spentWei: 800_000n, queued: 1 });
  // The test does not wait for the chain's own confirmation.
  node.fault = ({ method, params }) =>
    method === 'eth_getBlockByNumber' && params[0] === 'safe' ? { result: { number: '0xffffff' } } : undefined;
  const { fee } = await settle(id, 'confirmed');
  expect(await transactions.readLimits('capped')).toMatchObject({ spentWei: 500_000n + BigInt(fee ?? 0), queued: 0 });
  const rest = await spend(100_000n);
  await transactions.cancel(rest);
  expect(await transactions.readLimits('capped')).toMatchObject({ spentWei: 500_000n + BigInt(fee ?? 0) });
});

test('a tenant with a long queue does not hold up another', async () => {
  await transactions.submitMany(Array.from({ length: 900 }, () => request({ tenant: 'long' })));
  const id = await submit({ tenant: 'short' });
  await pass();
  expect((await read(id)).nonce).not.toBe(null);
  const { items } = await transactions.list({ tenant: 'long', state: 'queued', limit: 500 });
  expect(items.length).toBeGreaterThan(300);
});

test('lists have pages, and events every change in order', async () => {
  const first = await transactions.list({ tenant: 'test', limit: 3 });
  const second = await transactions.list({ tenant: 'test', limit: 3, cursor: first.nextCursor ?? '' });
  const ids = [...first.items, ...second.items].map(({ id }) => Number(id));
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect(new Set(ids).size).toBe(6);
  await expect(transactions.list({ cursor: 'x' })).rejects.toMatchObject({ code: 'LANES_BAD_CURSOR' });

  const id = await submit();
  await settle(id, 'executed', 'confirmed');
  const states: string[] = [];
  for (let after: string | null = null; ; ) {
    const events = await transactions.events.read({ after, limit: 100, tenant: 'test' });
    states.push(...events.filter(({ transactionId }) => transactionId === id).map(({ state }) => state));
    after = events.at(-1)?.cursor ?? after;
    if (events.length === 0) break;
  }
  expect(states.slice(0, 4)).toEqual(['queued', 'signed', 'broadcast', 'executed']);
});

test('an event that commits late is not passed over', async () => {
  const { store } = database;
  const before = await transactions.events.readEnd();
  const [gate, written] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const late = store.transaction(async (tx) => {
    await transactions.submit(request({ tenant: 'late' }), tx);
    written.resolve();
    await gate.promise;
  });
  await written.promise;
  await submit({ tenant: 'late' });
  expect(await transactions.events.read({ after: before, limit: 100, tenant: 'late' })).toEqual([]);
  gate.resolve();
  await late;
  expect(await transactions.events.read({ after: before, limit: 100, tenant: 'late' })).toHaveLength(2);
});

test('the treasury fills accounts up, as far as its cap allows', async () => {
  const [poor, poorer] = [randomKey(), randomKey()].map((key) => privateKeyToAddress(key).toLowerCase() as Hex);
  if (!poor || !poorer) throw new Error('no accounts');
  await transactions.setLimits('treasury', { capWei: 15n * 10n ** 17n, feeBudgetWei: 10n ** 15n });
  await transactions.fundAccount(poor, 10n ** 18n, 10n ** 17n);
  await transactions.fundAccount(poorer, 10n ** 18n, 10n ** 17n);
  await expect(transactions.fundAccount(poor, 1n, 2n)).rejects.toMatchObject({ code: 'LANES_INVALID_REQUEST' });
  const client = createChainClient({ espaceUrls: [inject('espaceUrl')] });
  const balances = async () => {
    await pass();
    return [await client.readBalance(poor), await client.readBalance(poorer)];
  };
  await expect.poll(balances, { timeout: 40_000, interval: 200 }).toEqual([10n ** 18n, 0n]);
  const [row] = await database.store.sql<{ last_error: string }[]>`
    SELECT last_error FROM ledger.funded_accounts WHERE address = ${poorer}`;
  expect(row?.last_error).toBe('LANES_SPENDING_CAP');
});
