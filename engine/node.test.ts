import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { privateKeyToAddress } from 'viem/accounts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lockFolder } from '../host/index.ts';
import { connectNode } from './connectNode.ts';
import { coreCall, espaceCall } from './coreCall.ts';
import type { NodeOptions } from './nodeOptions.ts';
import { readHealth } from './readHealth.ts';
import { readTreeGraph } from './readTreeGraph.ts';
import { type RunningNode, startNode } from './startNode.ts';
import { makeTestOptions } from './testing.ts';

let options: NodeOptions;
let node: RunningNode;
const patience = { timeout: 30_000, interval: 100 };

beforeAll(async () => {
  options = await makeTestOptions();
  node = await startNode(options);
});
afterAll(async () => {
  await node.stop();
  await rm(options.dataDir, { recursive: true, force: true });
});

const health = () =>
  readHealth({
    espaceUrl: node.espaceUrl,
    coreUrl: node.coreUrl,
    dataDir: options.dataDir,
  });
const isAlive = (pid: number) =>
  readFile(`/proc/${pid}/status`, 'utf8').then(
    (status) => !/^State:\s+Z/m.test(status),
    () => false,
  );

test('both spaces answer with their chain ids, health is complete and the chain grows', async () => {
  expect(await espaceCall(node.espaceUrl, 'eth_chainId')).toBe('0x1b5a');
  expect(await coreCall(node.coreUrl, 'cfx_getStatus')).toMatchObject({ chainId: '0x1b59' });
  const first = await health();
  expect(first).toMatchObject({ reachable: true, chainId: 7002, peers: 0, syncPhase: 'NormalSyncPhase', tips: 0 });
  expect(first.memoryBytes).toBeGreaterThan(100e6);
  expect(first.diskBytes).toBeGreaterThan(1e6);
  await vi.waitFor(async () => expect((await health()).height).toBeGreaterThan(first.height + 2), patience);
});

test('the genesis account of eSpace holds 10,000 CFX', async () => {
  const address = privateKeyToAddress(options.genesisEspaceKeys[0] ?? '0x');
  const balance = await espaceCall<string>(node.espaceUrl, 'eth_getBalance', [address, 'latest']);
  expect(BigInt(balance)).toBe(10_000n * 10n ** 18n);
});

test('the Tree-Graph hangs together from its first to its last block', async () => {
  await vi.waitFor(async () => expect((await health()).epoch).toBeGreaterThan(8), patience);
  const graph = await readTreeGraph(node.coreUrl, { epochs: 8 });
  expect(graph.blocks.map((block) => block.epoch)).toEqual(
    Array.from({ length: 8 }, (_, index) => graph.bestEpoch - 7 + index),
  );
  for (const [index, block] of graph.blocks.entries()) {
    expect(block.pivot).toBe(true);
    if (index > 0) expect(block.parentHash).toBe(graph.blocks[index - 1]?.hash);
  }
});

test('secrets are for the owner alone', async () => {
  const files = (await readdir(join(options.dataDir, 'secrets'))).map((name) => join('secrets', name));
  expect(files).toHaveLength(4);
  for (const file of [...files, 'node.toml', 'pos/pos_key'])
    expect((await stat(join(options.dataDir, file))).mode & 0o077, file).toBe(0);
});

test('a connection is checked: the right chain, the right space, a node that is there', async () => {
  const { espaceUrl, coreUrl } = node;
  const connection = await connectNode({ rpcUrl: espaceUrl, coreRpcUrl: coreUrl, expectedEvmChainId: 7002 });
  expect(connection).toMatchObject({
    evmChainId: 7002,
    coreChainId: 7001,
    clientVersion: expect.stringMatching(/conflux/),
  });
  const refusal = (p: Parameters<typeof connectNode>[0]) =>
    connectNode(p).catch((error: { code: string }) => error.code);
  expect(await refusal({ rpcUrl: espaceUrl, expectedEvmChainId: 1030 })).toBe('ENGINE_WRONG_CHAIN');
  expect(await refusal({ rpcUrl: coreUrl })).toBe('ENGINE_CORE_URL_GIVEN');
  expect(await refusal({ rpcUrl: espaceUrl, coreRpcUrl: espaceUrl })).toBe('ENGINE_ESPACE_URL_GIVEN');
});

test('a second instance, another chain and a taken port are refused while the node goes on', async () => {
  await expect(startNode(options)).rejects.toMatchObject({ code: 'HOST_FOLDER_IN_USE' });
  const record = await readFile(join(options.dataDir, 'chain.json'), 'utf8');
  await expect(startNode({ ...options, evmChainId: 7003 })).rejects.toMatchObject({
    code: 'ENGINE_FOREIGN_DATA',
    message: expect.stringContaining('its eSpace chain id is 7002, not 7003'),
  });
  expect(await readFile(join(options.dataDir, 'chain.json'), 'utf8')).toBe(record);
  const other = await makeTestOptions();
  const taken = Number(new URL(node.espaceUrl).port);
  const start = startNode({ ...other, ports: { ...other.ports, espaceHttp: taken } });
  await expect(start).rejects.toMatchObject({ code: 'ENGINE_PORT_IN_USE' });
  await rm(other.dataDir, { recursive: true });
  expect((await health()).reachable).toBe(true);
});

test('a follower finds the chain through its bootnode and sees the same blocks', async () => {
  const { genesisCoreKeys, genesisEspaceKeys } = options;
  const own = { ...(await makeTestOptions()), mining: false, bootnodes: [node.nodeUrl] };
  const follower = await startNode({ ...own, genesisCoreKeys, genesisEspaceKeys });
  try {
    expect(follower.genesisHash).toBe(node.genesisHash);
    const { epoch } = await health();
    const { espaceUrl, coreUrl } = follower;
    await vi.waitFor(async () => {
      const seen = await readHealth({ espaceUrl, coreUrl });
      expect(seen).toMatchObject({ peers: 1, reachable: true });
      expect(seen.epoch).toBeGreaterThan(epoch ?? 0);
    }, patience);
    const params = [`0x${(epoch ?? 0).toString(16)}`];
    const blocks = await Promise.all([node, follower].map((n) => coreCall(n.coreUrl, 'cfx_getBlocksByEpoch', params)));
    expect(blocks[1]).toEqual(blocks[0]);
  } finally {
    await follower.stop();
    await rm(own.dataDir, { recursive: true, force: true });
  }
});

test('two producers make a Tree-Graph: side blocks are in it, and the pivot chain refers to them', async () => {
  const { genesisCoreKeys, genesisEspaceKeys } = options;
  const own = { ...(await makeTestOptions()), blockIntervalMs: 100, bootnodes: [node.nodeUrl] };
  const second = await startNode({ ...own, genesisCoreKeys, genesisEspaceKeys });
  try {
    // Tried again when a reorganisation comes between the reading of one epoch and the next.
    await vi.waitFor(async () => {
      const { blocks } = await readTreeGraph(second.coreUrl, { epochs: 40 });
      const pivots = blocks.filter(({ pivot }) => pivot);
      const sides = blocks.filter(({ pivot }) => !pivot);
      expect(sides.length).toBeGreaterThan(1);
      expect(pivots.map(({ epoch }) => epoch)).toEqual(pivots.map((_, index) => (pivots[0]?.epoch ?? 0) + index));
      for (const [index, pivot] of pivots.slice(1).entries()) expect(pivot.parentHash).toBe(pivots[index]?.hash);
      for (const { hash, epoch } of sides) {
        // A side block belongs to the first epoch that has it in its past.
        const epochs = blocks
          .filter(({ parentHash, refereeHashes }) => [parentHash, ...refereeHashes].includes(hash))
          .map((referrer) => referrer.epoch);
        expect(Math.min(...epochs)).toBe(epoch);
      }
    }, patience);
  } finally {
    await second.stop();
    await rm(own.dataDir, { recursive: true, force: true });
  }
});

test('Ctrl-C does not reach the node; after kill -9 it comes back and goes on where it was', async () => {
  const pid = node.process.pid ?? 0;
  process.kill(pid, 'SIGINT');
  const before = await health();
  expect(before.reachable).toBe(true);
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => {
    expect(node.process.restarts).toBe(1);
    expect(node.process.state).toBe('ready');
  }, patience);
  expect(node.process.pid).not.toBe(pid);
  await vi.waitFor(async () => expect((await health()).height).toBeGreaterThan(before.height), patience);
});

test('a stopped node starts again with the same chain and the same ports', async () => {
  const { height } = await health();
  const pid = node.process.pid ?? 0;
  const { genesisHash, espaceUrl } = node;
  await node.stop();
  expect(await isAlive(pid)).toBe(false);
  expect((await readHealth({ espaceUrl })).reachable).toBe(false);
  const otherKeys = { ...options, genesisEspaceKeys: [] };
  await expect(startNode(otherKeys)).rejects.toMatchObject({ code: 'ENGINE_FOREIGN_DATA' });
  node = await startNode(options);
  expect(node).toMatchObject({ genesisHash, espaceUrl });
  expect((await health()).height).toBeGreaterThanOrEqual(height);
});

test('a node whose parent is killed stops by itself and leaves the folder free', async () => {
  await node.stop();
  const parent: ChildProcess = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { startNode } from ${JSON.stringify(new URL('./startNode.ts', import.meta.url).href)};
       import { makeTestOptions } from ${JSON.stringify(new URL('./testing.ts', import.meta.url).href)};
       const node = await startNode({ ...(await makeTestOptions()), ...JSON.parse(process.env.XIANGYU_TEST_NODE) });
       process.send(node.process.pid);`,
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, XIANGYU_TEST_NODE: JSON.stringify({ ...options, logger: undefined, signal: undefined }) },
    },
  );
  const pid = await new Promise<number>((resolve) => parent.once('message', (message) => resolve(Number(message))));
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  // At once, while the orphan still stops: the new start waits for it.
  node = await startNode(options);
  expect(await isAlive(pid)).toBe(false);
});

test('damaged chain data is named as the reason, and the folder is free again', async () => {
  await node.stop();
  const database = join(options.dataDir, 'chain', 'sqlite_db');
  for (const name of await readdir(database)) await writeFile(join(database, name), 'damaged '.repeat(1_000));
  const start = startNode(options);
  await expect(start).rejects.toMatchObject({
    code: 'ENGINE_START_FAILED',
    message: expect.stringContaining('not a database'),
  });
  await (await lockFolder(options.dataDir)).release();
});
