import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type RunningNode, rpcBatch, startNode } from '../engine/index.ts';
import { makeTestOptions } from '../engine/testing.ts';
import { createContext } from '../host/index.ts';
import {
  compileSource,
  connectIndexNode,
  crossSpaceTransactions,
  emitterCode,
  indexChain,
  installedCompiler,
  openCoreSender,
  openEspaceSender,
  readBase32,
  type Sender,
  toTestBase32,
  waitForReceipt,
} from '../ledger/testing.ts';
import type { Hex } from '../proof/index.ts';
import { startTestServer, type TestServer } from './testing.ts';

const word = (value: number): Hex => `0x${value.toString(16).padStart(64, '0')}`;
const receiver: Hex = '0x00000000000000000000000000000000000000aa';
const patience = { timeout: 30_000, interval: 100 };

/** A source that the test verifies: an immutable, a tuple, an overloaded function, an error of its own. */
const source = `// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;
contract Cabinet {
  struct Drawer { uint256 number; string label; }
  address public immutable keeper = msg.sender;
  event Opened(address indexed by, uint256 number);
  error Locked(uint256 number);
  function open(uint256 number) external { emit Opened(msg.sender, number); }
  function look(uint256 number) external pure returns (Drawer memory) { return Drawer(number, "tea"); }
  function look(string calldata label) external pure returns (string memory) { return label; }
  function pry(uint256 number) external pure returns (bool) { revert Locked(number); }
}`;

interface Made {
  emitter: Hex;
  coreEmitter: Hex;
  cabinet: Hex;
  call: Hex;
  coreCall: Hex;
  cross: Hex;
  failed: Hex;
}

let folder: string;
let node: RunningNode;
let other: RunningNode;
let server: TestServer;
let espace: Sender;
let core: Sender & { base32: string };
let made: Made;

const get = async <T = never>(path: string): Promise<T> => (await server.ask(path)).json() as Promise<T>;
async function ask<T>(url: string, method: string, ...params: unknown[]): Promise<T> {
  const [outcome] = await rpcBatch<T>(url, [{ method, params }]);
  if (!outcome?.ok) throw outcome?.error ?? new Error('no answer');
  return outcome.result;
}
const indexed = async (epoch: number) => {
  const chain = await server.ledger.index.readChain();
  expect(chain?.indexedEpoch).toBeGreaterThanOrEqual(epoch);
};

async function deployCode(): Promise<Hex> {
  const output = await compileSource({
    language: 'Solidity',
    sources: { 'Contract.sol': { content: source } },
    settings: {
      evmVersion: 'cancun',
      optimizer: { enabled: true, runs: 200 },
      outputSelection: { '*': { '*': ['evm.bytecode.object'] } },
    },
  });
  const code = output.contracts?.['Contract.sol']?.Cabinet as unknown as { evm: { bytecode: { object: string } } };
  return `0x${code.evm.bytecode.object}`;
}

/** Transactions of every kind on `node`. */
async function makeTransactions(): Promise<Made> {
  const [emitterHash = '0x', cabinetHash = '0x'] = await espace.send([
    { data: emitterCode(espace.address, receiver) },
    { data: await deployCode(), gas: 2_000_000n },
  ]);
  const [coreHash = '0x'] = await core.send([{ data: emitterCode(core.address, receiver) }]);
  const deployed = async (hash: Hex) =>
    (await waitForReceipt<{ contractAddress: Hex }>(node.espaceUrl, 'eth_getTransactionReceipt', hash)).contractAddress;
  const [emitter, cabinet] = await Promise.all([emitterHash, cabinetHash].map(deployed));
  const inCore = await waitForReceipt<{ contractCreated: string }>(node.coreUrl, 'cfx_getTransactionReceipt', coreHash);
  const coreEmitter = readBase32(inCore.contractCreated);
  if (!emitter || !cabinet) throw new Error('not deployed');
  const open: Hex = `0x690e7c09${word(5).slice(2)}`;
  const [call = '0x', failed = '0x'] = await espace.send([
    { to: emitter, data: word(5) },
    { to: emitter, data: '0x', gas: 22_000n },
    { to: cabinet, data: open },
  ]);
  const [coreCall = '0x', , cross = '0x'] = await core.send([
    { to: coreEmitter, data: word(7) },
    ...crossSpaceTransactions(emitter, word(9)),
  ]);
  await waitForReceipt(node.coreUrl, 'cfx_getTransactionReceipt', cross);
  return { emitter, coreEmitter, cabinet, call, coreCall, cross, failed };
}

/** Compares every indexed epoch with what the node says of it now. */
async function compareWithNode(): Promise<{ blocks: number; offPivot: number; transactions: number }> {
  const chain = await server.ledger.index.readChain();
  const counts = { blocks: 0, offPivot: 0, transactions: 0 };
  for (let epoch = 0; epoch <= (chain?.indexedEpoch ?? -1); epoch += 1) {
    const quantity = `0x${epoch.toString(16)}`;
    const own = await server.ledger.index.read.readEpoch(epoch);
    const hashes = await ask<Hex[]>(node.coreUrl, 'cfx_getBlocksByEpoch', quantity);
    expect(
      own?.blocks.filter(({ skipped }) => !skipped).map(({ hash }) => hash),
      `epoch ${epoch}`,
    ).toEqual(hashes);
    for (const block of own?.blocks ?? []) {
      const real = await ask<Record<string, string>>(node.coreUrl, 'cfx_getBlockByHash', block.hash, false);
      expect(block.parent).toBe(real.parentHash);
      expect(block.referees).toEqual(real.refereeHashes);
      expect(block.height).toBe(Number(real.height));
      expect(block.miner).toBe(readBase32(real.miner ?? ''));
      expect(block.number).toBe(Number(real.blockNumber));
      counts.blocks += 1;
      if (!block.pivot) counts.offPivot += 1;
    }
    if (epoch === 0) continue;
    const page = await server.ledger.index.read.listTransactions({ epoch, limit: 1_000 });
    const order = page.items.reverse();
    const receipts = await ask<{ transactionHash: Hex; outcomeStatus: string; gasUsed: Hex }[][]>(
      node.coreUrl,
      'cfx_getEpochReceipts',
      quantity,
      true,
    );
    // In both spaces, unlike what the node says of a block.
    expect(own?.blocks.filter(({ skipped }) => !skipped).map(({ gasUsed }) => gasUsed)).toEqual(
      receipts.map((list) => list.reduce((sum, { gasUsed }) => sum + BigInt(gasUsed), 0n).toString()),
    );
    const executed = receipts.flat().filter(({ outcomeStatus }) => ['0x0', '0x1'].includes(outcomeStatus));
    expect(order.filter(({ phantom }) => !phantom).map(({ hash }) => hash)).toEqual(
      executed.map((receipt) => receipt.transactionHash),
    );
    const inEspace = await ask<{ transactions: { hash: Hex; from: Hex; to: Hex; value: Hex; status: string }[] }>(
      node.espaceUrl,
      'eth_getBlockByNumber',
      quantity,
      true,
    );
    const own1 = order.filter(({ space }) => space === 1);
    expect(own1.map(({ hash, from, to, value, ok }) => ({ hash, from, to, value, ok }))).toEqual(
      inEspace.transactions.map(({ hash, from, to, value, status }) => ({
        hash,
        from,
        to,
        value: BigInt(value).toString(),
        ok: status === '0x1',
      })),
    );
    counts.transactions += order.length;
    const logs = await ask<{ address: Hex; topics: Hex[]; data: Hex; logIndex: Hex; transactionHash: Hex }[]>(
      node.espaceUrl,
      'eth_getLogs',
      { fromBlock: quantity, toBlock: quantity },
    );
    const ownLogs = (await Promise.all(own1.map((t) => server.ledger.index.read.readTransactionLogs(t)))).flat();
    expect(
      ownLogs.map(({ address, topics, data, index, transaction }) => ({ address, topics, data, index, transaction })),
    ).toEqual(
      logs.map(({ address, topics, data, logIndex, transactionHash }) => ({
        address,
        topics,
        data,
        index: Number(logIndex),
        transaction: transactionHash,
      })),
    );
  }
  return counts;
}

/** Totals and statistics must be the sums of what is there, whatever was taken back in between. */
async function checkSums(): Promise<void> {
  const { sql } = server.store;
  const [row] = await sql<Record<string, string>[]>`
    SELECT c.blocks = (SELECT count(*) FROM chain_index.blocks WHERE chain = c.id) AS blocks,
      c.core_transactions + c.espace_transactions = (SELECT count(*) FROM chain_index.transactions WHERE chain = c.id) AS transactions,
      c.logs = (SELECT count(*) FROM chain_index.logs WHERE chain = c.id) AS logs,
      c.transfers = (SELECT sum(transfers) FROM chain_index.logs WHERE chain = c.id) AS transfers,
      c.contracts = (SELECT count(*) FROM chain_index.contracts WHERE chain = c.id) AS contracts,
      c.accounts = (SELECT count(*) FROM chain_index.addresses WHERE chain = c.id) AS accounts,
      NOT EXISTS (
        SELECT FROM (SELECT sum(core_transactions) t, sum(blocks) b FROM chain_index.statistics
          WHERE chain = c.id GROUP BY step) s
        WHERE s.t <> c.core_transactions OR s.b <> c.blocks - 1) AS statistics
    FROM chain_index.chains c WHERE indexed_epoch >= 0 ORDER BY seen_at DESC LIMIT 1`;
  expect(row).toEqual({
    blocks: true,
    transactions: true,
    logs: true,
    transfers: true,
    contracts: true,
    accounts: true,
    statistics: true,
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiangyu-explorer-'));
  const options = await makeTestOptions();
  const genesis = { genesisCoreKeys: options.genesisCoreKeys, genesisEspaceKeys: options.genesisEspaceKeys };
  const genesisKeyFile = join(folder, 'genesis.key');
  await writeFile(genesisKeyFile, `${'0'.repeat(63)}1`, { mode: 0o600 });
  // Two producers that do not know each other yet: their chains have only the first block in common.
  [node, other] = await Promise.all([
    startNode({ ...options, blockIntervalMs: 200 }),
    makeTestOptions().then((own) => startNode({ ...own, ...genesis, blockIntervalMs: 100 })),
  ]);
  espace = await openEspaceSender(node.espaceUrl, options.genesisEspaceKeys[0] ?? '0x');
  core = await openCoreSender(node.coreUrl, options.genesisCoreKeys[0] ?? '0x');
  server = await startTestServer({ espaceUrls: [node.espaceUrl], coreUrl: node.coreUrl, genesisKeyFile });
  made = await makeTransactions();
}, 60_000);

afterAll(async () => {
  await server?.stop();
  await Promise.all([node, other].map((running) => running?.stop()));
  await Promise.all(
    [node?.dataDir, other?.dataDir, folder].map((dir) => dir && rm(dir, { recursive: true, force: true })),
  );
});

describe('the chain index', () => {
  it('has block by block what the node has, in the true order', async () => {
    const { epochNumber } = await ask<{ epochNumber: Hex }>(node.coreUrl, 'cfx_getTransactionReceipt', made.cross);
    await vi.waitFor(() => indexed(Number(epochNumber)), patience);
    const counts = await compareWithNode();
    expect(counts.transactions).toBeGreaterThanOrEqual(13);
    await checkSums();
  });

  it('shows calls, logs, transfers and what a Core transaction made in eSpace', async () => {
    expect(await get(`/api/explorer/transactions/${made.call}`)).toMatchObject({
      space: 'espace',
      status: 'success',
      phantom: false,
      to: { hex: made.emitter, contract: true },
      logs: [{ decoded: { name: 'Transfer', args: [{ value: espace.address }, { value: receiver }, { value: '5' }] } }],
      transfers: [{ kind: 'erc20', amount: '5', tokenId: null }],
    });
    expect(await get(`/api/explorer/transactions/${made.failed}`)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('OutOfGas'),
    });
    const cross = await get<{ phantoms: Hex[]; call: object; epoch: number }>(
      `/api/explorer/transactions/${made.cross}`,
    );
    expect(cross).toMatchObject({
      space: 'core',
      call: { name: 'callEVM' },
      confirmation: { risk: expect.any(Number) },
    });
    expect(cross.phantoms).toHaveLength(2);
    expect(await get(`/api/explorer/transactions/${cross.phantoms[1]}`)).toMatchObject({
      phantom: true,
      coreTransactionHash: made.cross,
      transfers: [{ amount: '9' }],
    });
    const trace = await get<{ frames: object[] }>(`/api/explorer/transactions/${made.cross}/trace`);
    expect(trace.frames[0]).toMatchObject({ depth: 0, status: 'success', call: { name: 'callEVM' } });
    const block = await get<{ items: { hash: Hex }[] }>('/api/explorer/blocks?limit=3');
    const past = await get<{ blocks: { distance: number }[] }>(
      `/api/explorer/blocks/${block.items[0]?.hash}/past?limit=5`,
    );
    expect(past.blocks.map(({ distance }) => distance)).toEqual([1, 2, 3, 4, 5]);
  });

  it('shows accounts of both spaces and turns pages without gaps', async () => {
    const contract = await get(`/api/explorer/accounts/${toTestBase32(made.coreEmitter)}`);
    expect(contract).toMatchObject({
      main: 'core',
      espace: null,
      core: { kind: 'contract', sponsor: { gasSponsor: null } },
    });
    expect(await get(`/api/explorer/accounts/${espace.address}`)).toMatchObject({
      main: 'espace',
      espace: { kind: 'user', nonce: '5', transactions: { count: 5, exact: true } },
    });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const path = `/api/explorer/accounts/${espace.address}/transactions?limit=2${cursor && `&cursor=${cursor}`}`;
      const page: { items: { hash: string }[]; nextCursor: string | null } = await get(path);
      seen.push(...page.items.map(({ hash }) => hash));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(5);
    const transfers = await get<{ items: { amount: string }[] }>(
      `/api/explorer/accounts/${receiver}/transfers?space=espace`,
    );
    expect(transfers.items.map(({ amount }) => amount).sort()).toEqual(['5', '9']);
    expect((await server.ask('/api/explorer/blocks?cursor=x.y')).status).toBe(400);
    expect((await server.ask('/api/explorer/accounts/net1:aa')).status).toBe(400);
  });

  it("verifies a contract: yesterday's logs speak then, and it can be read", async () => {
    const before = await get<{ items: { decoded: unknown }[] }>(`/api/explorer/accounts/${made.cabinet}/logs`);
    expect(before.items).toMatchObject([{ decoded: null }]);
    const path = `/api/explorer/contracts/${made.cabinet}/verify`;
    const request = {
      compiler: installedCompiler(),
      contractName: 'Cabinet',
      source,
      optimizer: { enabled: true, runs: 200 },
    };
    expect((await server.ask(path, { body: request })).status).toBe(401);
    const cookie = await server.setUp();
    const refused = await server.ask(path, { cookie, body: { ...request, compiler: '0.4.11' } });
    expect(await refused.json()).toMatchObject({ status: 422, code: 'INDEX_COMPILER_UNKNOWN' });
    expect(await (await server.ask(path, { cookie, body: request })).json()).toEqual({ match: 'full' });
    const after = await get<{ items: { decoded: unknown }[] }>(`/api/explorer/accounts/${made.cabinet}/logs`);
    expect(after.items).toMatchObject([{ decoded: { name: 'Opened', args: [{ name: 'by' }, { value: '5' }] } }]);
    expect(await get(`/api/explorer/contracts/${made.cabinet}`)).toMatchObject({
      verified: true,
      verification: { contractName: 'Contract.sol:Cabinet', match: 'full' },
    });
    expect(await get('/api/explorer/search?q=cabi')).toMatchObject({
      results: [{ kind: 'contract', title: 'Cabinet' }],
    });
    const read = async (body: object) =>
      (await server.ask(`/api/explorer/contracts/${made.cabinet}/read`, { body })).json();
    expect(await read({ function: 'look(uint256)', args: ['7'] })).toMatchObject({
      outputs: [{ value: { number: '7', label: 'tea' } }],
    });
    expect(await read({ function: 'keeper' })).toMatchObject({ outputs: [{ value: espace.address }] });
    expect(await read({ function: 'pry', args: ['3'] })).toMatchObject({
      code: 'EXPLORER_READ_REVERTED',
      detail: expect.stringContaining('Locked("3")'),
    });
    expect(await read({ function: 'look', args: [] })).toMatchObject({ code: 'EXPLORER_FUNCTION_UNKNOWN' });
  });

  it('bounds searches for logs in the gateway and lets keys send', async () => {
    const rpc = async (space: string, method: string, params: unknown[], headers = {}) => {
      const answer = await server.ask(`/rpc/${space}`, { body: { jsonrpc: '2.0', id: 1, method, params }, headers });
      return {
        status: answer.status,
        body: (await answer.json()) as { result?: unknown; error?: { code: number; data?: unknown } },
      };
    };
    expect((await rpc('core', 'cfx_getStatus', [])).body.result).toMatchObject({ chainId: '0x1b59' });
    expect((await rpc('core', 'debug_getTransactionsByEpoch', ['0x1'])).body.error?.code).toBe(-32601);
    expect(
      (await rpc('espace', 'eth_getLogs', [{ fromBlock: '0x0', address: made.emitter }])).body.result,
    ).toHaveLength(2);
    const wide = await rpc('espace', 'eth_getLogs', [{ fromBlock: '0x0', toBlock: '0xffffff' }]);
    expect(wide.body.error).toMatchObject({
      code: -32005,
      data: { fromBlock: '0x0', toBlock: expect.stringMatching(/^0x/) },
    });
    expect((await rpc('espace', 'eth_chainId', [], { authorization: 'Bearer xy_wrong' })).status).toBe(401);
    expect(await (await server.ask('/rpc/espace', { body: '{' })).json()).toMatchObject({
      id: null,
      error: { code: -32700 },
    });
  });

  it('takes back what a reorganisation took back, counts it, and has then what the node has', async () => {
    const [own = '', id = ''] = [node, other].map(({ nodeUrl }) => nodeUrl);
    const [, key = '', address = ''] = /^cfxnode:\/\/([0-9a-f]+)@(.+)$/.exec(id) ?? [];
    expect(own).not.toBe(id);
    await ask(node.coreUrl, 'test_addNode', `0x${key}`, address);
    // The other chain is heavier: nearly all that was indexed is taken back.
    await vi.waitFor(async () => {
      const { reorganisations } = await get<{ reorganisations: { count: number; deepest: number } }>(
        '/api/explorer/summary',
      );
      expect(reorganisations.count).toBeGreaterThan(0);
      expect(reorganisations.deepest).toBeGreaterThan(10);
    }, patience);
    // What was packed in the blocks of the lost chain is executed again as soon as a new block refers to them.
    await vi.waitFor(async () => {
      const { status } = await server.ask(`/api/explorer/transactions/${made.cross}`);
      expect(status).toBe(200);
    }, patience);
    await vi.waitFor(async () => {
      const counts = await compareWithNode();
      expect(counts.offPivot).toBeGreaterThan(10);
      await checkSums();
    }, patience);
  });

  it('goes on where it was after its connections are cut, and begins anew on another chain', async () => {
    const { sql } = server.store;
    const before = await server.ledger.index.readChain();
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    await vi.waitFor(() => indexed((before?.indexedEpoch ?? 0) + 5), patience);
    await vi.waitFor(checkSums, patience);
    const stopping = new AbortController();
    const node2 = connectIndexNode({ espaceUrls: [inject('espaceUrl')], coreUrl: inject('coreUrl') });
    const { logger } = createContext({ level: 'silent', signal: stopping.signal });
    const pass = indexChain({ store: server.store, node: node2, evmChainId: 7002, logger });
    await pass(stopping.signal);
    const rows = await sql<{ chain: string; indexed: number }[]>`
      SELECT chain, indexed_epoch::float8 AS indexed FROM chain_index.chains ORDER BY id`;
    expect(rows).toHaveLength(2);
    expect(rows[0]?.chain).not.toBe(rows[1]?.chain);
    expect(rows.every(({ indexed: epoch }) => epoch > 0)).toBe(true);
  });
});
