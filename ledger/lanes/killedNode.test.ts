import { rm } from 'node:fs/promises';
import type { Hex } from 'viem';
import { privateKeyToAddress } from 'viem/accounts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RunningNode, startNode } from '../../engine/index.ts';
import { makeTestOptions } from '../../engine/testing.ts';
import type { TestDatabase } from '../../store/testing.ts';
import { openKeyStore } from '../keys/keyStore.ts';
import { type Ledger, openLedger } from '../openLedger.ts';
import { createLedgerDatabase, ledgerParameters, randomKey } from '../testing.ts';

const sink: Hex = '0x00000000000000000000000000000000000000aa';
const signerCount = 3;
const rounds = Number(process.env.XIANGYU_KILLS ?? 2);
const each = 60;
let database: TestDatabase;
let node: RunningNode;
let ledger: Ledger;
let running: Promise<void>;
let dataDir: string;
let genesis: Hex;
const signers: Hex[] = [];
const stop = new AbortController();

beforeAll(async () => {
  database = await createLedgerDatabase();
  const options = await makeTestOptions();
  dataDir = options.dataDir;
  node = await startNode(options);
  const [genesisKey = '0x'] = options.genesisEspaceKeys;
  const { genesisKey: _, ...parameters } = ledgerParameters(database);
  const chain = { espaceUrls: [node.espaceUrl], coreUrl: node.coreUrl, evmChainId: 7002 };
  ledger = await openLedger({ ...parameters, chain });
  const keys = openKeyStore({ store: database.store, masterKey: parameters.masterKey });
  genesis = await keys.importKey('genesis', genesisKey);
  for (let at = 0; at < signerCount; at += 1) {
    const key = randomKey();
    signers.push(privateKeyToAddress(key).toLowerCase() as Hex);
    await keys.importKey(`signer ${at}`, key);
  }
  running = ledger.run(stop.signal);
}, 120_000);
afterAll(async () => {
  stop.abort();
  await running;
  await node.stop();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const settled = (tenant: string, timeout: number) =>
  vi.waitFor(
    async () => {
      const rows = await database.store.sql<{ state: string; count: number }[]>`
        SELECT state, count(*)::int AS count FROM ledger.transactions WHERE tenant = ${tenant} GROUP BY state`;
      expect(rows.filter(({ state }) => !['executed', 'confirmed'].includes(state))).toEqual([]);
      expect(rows.length).toBeGreaterThan(0);
    },
    { timeout, interval: 200 },
  );

test('a node killed under load, again and again, executes every transaction once', { timeout: 240_000 }, async () => {
  const { transactions } = ledger;
  await transactions.submitMany(
    signers.map((to) => ({ tenant: 'fund', idempotencyKey: to, signer: genesis, to, value: 10n ** 20n })),
  );
  await settled('fund', 60_000);
  const pids = new Set<number>();
  for (let round = 0; round < rounds; round += 1) {
    const requests = Array.from({ length: each * signerCount }, (_, at) => ({
      tenant: 'load',
      idempotencyKey: `${round}/${at}`,
      signer: signers[at % signerCount] ?? genesis,
      to: sink,
      value: 1n,
    }));
    await transactions.submitMany(requests);
    // In the midst of it: some are queued, some in the pool, some in blocks.
    await vi.waitFor(
      async () => {
        const [row] = await database.store.sql<{ sent: number }[]>`
          SELECT count(*)::int AS sent FROM ledger.transactions
          WHERE tenant = 'load' AND idempotency_key LIKE ${`${round}/%`} AND raw IS NOT NULL`;
        expect(row?.sent).toBeGreaterThan(0);
      },
      { timeout: 60_000, interval: 20 },
    );
    const { pid } = node.process;
    if (pid === undefined) throw new Error('the node has no process');
    pids.add(pid);
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect([node.process.state, node.process.pid === pid]).toEqual(['ready', false]), {
      timeout: 60_000,
      interval: 100,
    });
  }
  expect(pids.size).toBe(rounds);
  await settled('load', 120_000);

  const total = rounds * each;
  const rows = await database.store.sql<{ signer: Hex; nonce: string; success: boolean }[]>`
    SELECT signer, nonce, success FROM ledger.transactions WHERE tenant = 'load' ORDER BY signer, nonce::bigint`;
  expect(rows).toHaveLength(total * signerCount);
  expect(rows.every(({ success }) => success)).toBe(true);
  const client = await fetch(node.espaceUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(
      [...signers.map((address) => ['eth_getTransactionCount', address]), ['eth_getBalance', sink]].map(
        ([method, address], id) => ({ jsonrpc: '2.0', id, method, params: [address, 'latest'] }),
      ),
    ),
  });
  const answers = ((await client.json()) as { id: number; result: Hex }[]).sort((a, b) => a.id - b.id);
  const numbers = answers.map(({ result }) => Number(result));
  // Nobody else used the keys: nonces and the money that arrived count exactly our transactions, each once.
  expect(numbers).toEqual([...signers.map(() => total), total * signerCount]);
  for (const signer of signers) {
    const own = rows.filter((row) => row.signer === signer).map(({ nonce }) => Number(nonce));
    expect(own).toEqual(own.map((_, at) => at));
  }
});
