import { createPublicClient, http } from 'viem';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { evidenceLogAbi } from '../contracts/generated/EvidenceLog.ts';
import { readAnchoredRootOverRpc, verifyBundle } from '../proof/index.ts';
import type { TestDatabase } from '../store/testing.ts';
import { submitTransaction } from './lanes/submitTransaction.ts';
import { type Ledger, type OpenLedgerParameters, openLedger } from './openLedger.ts';
import { createLedgerDatabase, ledgerParameters, randomKey, startFaultyNode } from './testing.ts';

let database: TestDatabase;
const stopping: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  database = await createLedgerDatabase();
});
afterAll(async () => {
  await Promise.all(stopping.map((stop) => stop()));
  await database.drop();
});

async function start(from: TestDatabase, changes: Partial<OpenLedgerParameters> = {}) {
  const ledger = await openLedger(ledgerParameters(from, changes));
  const abort = new AbortController();
  const running = ledger.run(abort.signal);
  const stop = async () => {
    abort.abort();
    await running;
  };
  stopping.push(stop);
  return { ledger, stop };
}

const append = ({ store }: TestDatabase, ledger: Ledger, subject: string) =>
  store.transaction((tx) =>
    ledger.appendStatement(tx, {
      kind: 'note',
      subject,
      member: 'm',
      time: new Date().toISOString(),
      payload: subject,
    }),
  );

const anchored = (ledger: Ledger, size: number) =>
  vi.waitFor(async () => expect((await ledger.readLogState()).checkpoint).toMatchObject({ size, level: 'executed' }), {
    timeout: 60_000,
    interval: 200,
  });

test('however often it stops midway, nothing is anchored twice', { timeout: 180_000 }, async () => {
  let appended = 0;
  for (const aliveMs of [60, 150, 400, 700, 1_000, 1_300, 250, 900, 2_200, 1_600]) {
    const first = await start(database);
    // A second server on the same database leads what the first one does not.
    const second = await start(database);
    const end = Date.now() + aliveMs;
    await vi.waitFor(
      async () => {
        await append(database, first.ledger, `urn:example:${appended}`);
        appended += 1;
        expect(Date.now()).toBeGreaterThan(end);
      },
      { timeout: 20_000, interval: 30 },
    );
    await Promise.all([first.stop(), second.stop()]);
  }
  const { ledger, stop } = await start(database);
  await append(database, ledger, 'urn:example:last');
  await anchored(ledger, appended + 1);

  const reader = createPublicClient({ transport: http(inject('espaceUrl')) });
  const address = ledger.contract() ?? '0x';
  const events = await reader.getContractEvents({
    address,
    abi: evidenceLogAbi,
    eventName: 'CheckpointAnchored',
    fromBlock: 0n,
  });
  const sizes = events.map(({ args }) => Number(args.size));
  expect(sizes.length).toBeGreaterThan(2);
  expect(new Set(sizes).size).toBe(sizes.length);
  const rows = await database.store.sql<
    { idempotency_key: string; to_address: string | null; state: string; size: string }[]
  >`
    SELECT idempotency_key, to_address, state, size
    FROM ledger.transactions LEFT JOIN ledger.checkpoints ON transaction_id = transactions.id
    WHERE state <> 'failed' ORDER BY size`;
  expect(rows.filter(({ size }) => size !== null).map(({ size }) => Number(size))).toEqual(sizes);
  expect(rows.filter(({ to_address }) => to_address === address)).toHaveLength(sizes.length);
  expect(rows.filter(({ to_address }) => to_address === null)).toHaveLength(1);
  expect(rows.filter(({ idempotency_key }) => idempotency_key.startsWith('fund:'))).toHaveLength(1);
  expect(rows.filter(({ state }) => !['executed', 'confirmed'].includes(state))).toEqual([]);
  // The treasury sent exactly these: the deployment and one transaction a checkpoint.
  expect(await reader.getTransactionCount({ address: ledger.treasuryAddress })).toBe(sizes.length + 1);
  await stop();
});

test('a database that is an older copy anchors nothing and says so', async () => {
  const { sql } = database.store;
  const [head] = await sql<{ size: string; root: string }[]>`SELECT size, root FROM ledger.log_head`;
  const parameters = ledgerParameters(database);
  const errors = vi.spyOn(parameters.context.logger, 'error');
  const said = (code: string) => () =>
    expect(errors).toHaveBeenCalledWith(
      expect.objectContaining({ err: expect.objectContaining({ code }) }),
      expect.anything(),
    );

  // Another history of the same length and one more statement.
  await sql`UPDATE ledger.nodes SET hash = decode(repeat('ab', 32), 'hex')`;
  const { ledger, stop } = await start(database, { context: parameters.context });
  await append(database, ledger, 'urn:example:other');
  await vi.waitFor(said('LEDGER_LOG_DIVERGED'), 20_000);
  await sql`UPDATE ledger.log_head SET size = 1`;
  await sql`DELETE FROM ledger.checkpoints`;
  await vi.waitFor(said('LEDGER_LOG_BEHIND_CHAIN'), 20_000);
  expect(Number((await ledger.readLogState()).checkpoint?.size ?? 0)).toBeLessThanOrEqual(Number(head?.size));
  await stop();
});

test('without the chain everything is recorded; when it comes, everything is anchored', {
  timeout: 120_000,
}, async () => {
  const other = await createLedgerDatabase();
  stopping.push(() => other.drop());
  const node = await startFaultyNode();
  stopping.push(() => node.stop());
  node.fault = () => 'drop';
  const chain = { espaceUrls: ['http://127.0.0.1:9', node.url], evmChainId: 7002 };
  const { ledger, stop } = await start(other, { chain });
  const { statementId } = await append(other, ledger, 'urn:example:1');
  await vi.waitFor(async () =>
    expect(await ledger.readLogState()).toMatchObject({ size: 1, checkpoint: null, contract: null }),
  );
  node.fault = () => undefined;
  await vi.waitFor(async () => expect(ledger.contract()).not.toBe(null), { timeout: 60_000 });
  node.fault = () => 'drop';
  await append(other, ledger, 'urn:example:2');
  await vi.waitFor(async () => expect(await ledger.readLogState()).toMatchObject({ size: 2 }));
  node.fault = () => undefined;
  await anchored(ledger, 2);
  const bundle = await ledger.readBundle(statementId);
  expect((await verifyBundle(bundle, { readAnchoredRoot: readAnchoredRootOverRpc(inject('espaceUrl')) })).valid).toBe(
    true,
  );
  await stop();
});

test('an empty treasury waits, says what to do, and goes on once it is filled', { timeout: 120_000 }, async () => {
  const other = await createLedgerDatabase();
  stopping.push(() => other.drop());
  const { genesisKey: _, ...parameters } = ledgerParameters(other);
  const warnings = vi.spyOn(parameters.context.logger, 'warn');
  const ledger = await openLedger(parameters);
  const abort = new AbortController();
  const running = ledger.run(abort.signal);
  await append(other, ledger, 'urn:example:1');
  const empty = expect.objectContaining({
    code: 'LEDGER_TREASURY_EMPTY',
    message: expect.stringContaining(ledger.treasuryAddress),
  });
  await vi.waitFor(
    () => expect(warnings).toHaveBeenCalledWith(expect.objectContaining({ err: empty }), expect.anything()),
    20_000,
  );
  await vi.waitFor(
    async () =>
      expect(await ledger.readLogState()).toMatchObject({ size: 1, contract: null, treasury: { balanceWei: '0' } }),
    20_000,
  );
  expect(warnings.mock.calls.filter(([said]) => empty.asymmetricMatch(Object(said).err))).toHaveLength(1);
  // The treasury of the other database, which has funds, pays.
  const { store } = database;
  const [row] = await store.sql<{ chain: string }[]>`SELECT chain FROM ledger.chains`;
  const payer = await start(database);

  await store.transaction((tx) =>
    submitTransaction(tx, {
      chain: row?.chain ?? '',
      tenant: 'test',
      idempotencyKey: 'gift',
      signer: payer.ledger.treasuryAddress,
      to: ledger.treasuryAddress,
      value: 10n ** 18n,
    }),
  );
  await anchored(ledger, 1);
  abort.abort();
  await running;
  await payer.stop();
});

test('another chain than the configured one is refused at once', async () => {
  const chain = { espaceUrls: [inject('espaceUrl')], evmChainId: 71 };
  await expect(openLedger(ledgerParameters(database, { chain }))).rejects.toMatchObject({ code: 'LEDGER_WRONG_CHAIN' });
  const masterKey = randomKey().slice(2);
  await expect(openLedger(ledgerParameters(database, { masterKey }))).rejects.toMatchObject({
    code: 'LEDGER_WRONG_MASTER_KEY',
  });
});
