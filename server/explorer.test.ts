import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type RunningNode, rpcBatch, startNode } from '../engine/index.ts';
import { makeTestOptions } from '../engine/testing.ts';
import { readBase32 } from '../ledger/chainIndex/base32.ts';
import { compileSource, installedCompiler } from '../ledger/chainIndex/verify/compileSource.ts';
import {
  crossSpaceTransactions,
  emitterCode,
  openCoreSender,
  openEspaceSender,
  type Sender,
  toTestBase32,
  waitForReceipt,
} from '../ledger/chainIndex/testing.ts';
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
    settings: { evmVersion: 'cancun', optimizer: { enabled: true, runs: 200 }, outputSelection: { '*': { '*': ['evm.bytecode.object'] } } },
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
    expect(own?.blocks.filter(({ skipped }) => !skipped).map(({ hash }) => hash), `epoch ${epoch}`).toEqual(hashes);
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
    const receipts = await ask<{ transactionHash: Hex; outcomeStatus: string }[][]>(node.coreUrl, 'cfx_getEpochReceipts', quantity, true);
    const executed = receipts.flat().filter(({ outcomeStatus }) => ['0x0', '0x1'].includes(outcomeStatus));
    expect(order.filter(({ phantom }) => !phantom).map(({ hash }) => hash)).toEqual(executed.map((receipt) => receipt.transactionHash));
    const inEspace = await ask<{ transactions: { hash: Hex; from: Hex; to: Hex; value: Hex; status: string }[] }>(
      node.espaceUrl, 'eth_getBlockByNumber', quantity, true,
    );
    const own1 = order.filter(({ space }) => space === 1);
    expect(own1.map(({ hash, from, to, value, ok }) => ({ hash, from, to, value, ok }))).toEqual(
      inEspace.transactions.map(({ hash, from, to, value, status }) => ({ hash, from, to, value: BigInt(value).toString(), ok: status === '0x1' })),
    );
    counts.transactions += order.length;
    const logs = await ask<{ address: Hex; topics: Hex[]; data: Hex; logIndex: Hex; transactionHash: Hex }[]>(
      node.espaceUrl, 'eth_getLogs', { fromBlock: quantity, toBlock: quantity },
    );
    const ownLogs = (await Promise.all(own1.map((t) => server.ledger.index.read.readTransactionLogs(t)))).flat();
    expect(ownLogs.map(({ address, topics, data, index, transaction }) => ({ address, topics, data, index, transaction }))).toEqual(
      logs.map(({ address, topics, data, logIndex, transactionHash }) => ({ address, topics, data, index: Number(logIndex), transaction: transactionHash })),
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
      c.transfers = (SELECT count(*) FROM chain_index.transfers WHERE chain = c.id) AS transfers,
      c.contracts = (SELECT count(*) FROM chain_index.contracts WHERE chain = c.id) AS contracts,
      c.accounts = (SELECT count(*) FROM chain_index.addresses WHERE chain = c.id) AS accounts,
      NOT EXISTS (
        SELECT FROM (SELECT sum(core_transactions) t, sum(blocks) b FROM chain_index.statistics
          WHERE chain = c.id GROUP BY step) s
        WHERE s.t <> c.core_transactions OR s.b <> c.blocks - 1) AS statistics
    FROM chain_index.chains c WHERE indexed_epoch >= 0 ORDER BY seen_at DESC LIMIT 1`;
  expect(row).toEqual({ blocks: true, transactions: true, logs: true, transfers: true, contracts: true, accounts: true, statistics: true });
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
  await Promise.all([node?.dataDir, other?.dataDir, folder].map((dir) => dir && rm(dir, { recursive: true, force: true })));
});

describe('the chain index', () => {
  it('has block by block what the node has, in the true order', async () => {
    const { epochNumber } = await ask<{ epochNumber: Hex }>(node.coreUrl, 'cfx_getTransactionReceipt', made.cross);
    await vi.waitFor(() => indexed(Number(epochNumber)), patience);
    const counts = await compareWithNode();
    expect(counts.transactions).toBeGreaterThanOrEqual(13);
    await checkSums();
  });

  it('shows both spaces over HTTP: calls, logs, transfers, phantoms', async () => {
    const call = await get<any>(`/api/explorer/transactions/${made.call}`);
    console.log(JSON.stringify(call, null, 1));
    console.log(JSON.stringify(await get(`/api/explorer/transactions/${made.cross}`), null, 1));
    for (const path of ['summary', 'blocks?limit=2', 'transactions?limit=2', `accounts/${made.emitter}`, `accounts/${toTestBase32(made.coreEmitter)}`, `accounts/${espace.address}/transactions?limit=2`, `accounts/${receiver}/transfers`, `accounts/${made.emitter}/logs`, 'contracts', `contracts/${made.cabinet}`, `search?q=${made.call}`, `search?q=${core.base32}`, 'search?q=3', 'statistics?metric=transactions', `transactions/${made.call}/trace`, `transactions/${made.cross}/trace`])
      console.log(path, JSON.stringify(await get(`/api/explorer/${path}`)).slice(0, 1500));
    expect(inject('coreUrl')).toBeTruthy();
    expect(installedCompiler()).toBeTruthy();
    expect(other).toBeTruthy();
  });
});
