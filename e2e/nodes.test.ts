import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { encodeFunctionData, parseAbi } from 'viem';
import { privateKeyToAddress } from 'viem/accounts';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { buildConsole, consoleFolder } from '../cli/buildConsole.ts';
import { type JoinedNode, type JoinNetworkParameters, joinNetwork } from '../cli/node/joinNetwork.ts';
import { readBundleFile } from '../cli/node/readBundleFile.ts';
import { type NetworkBundle, openNodeKey } from '../engine/index.ts';
import { openCoreSender } from '../ledger/testing.ts';
import { startTestServer, type TestServer } from '../server/testing.ts';
import { openBrowser } from './openBrowser.ts';
import { runCli } from './runCli.ts';

const cfx = 10n ** 18n;
const wait = { timeout: 90_000, interval: 200 };
const stopping = new AbortController();
let folder: string;
let platform: TestServer;
let bundle: NetworkBundle;
let joined: JoinedNode | undefined;

/** Makes an API key for a member and a file that holds it. */
async function makeKey(member: string, scopes: string[]): Promise<{ key: string; file: string }> {
  const { key } = await platform.alliance.createKey({ name: `${member} node`, member, scopes: scopes as never });
  const file = join(folder, `${member}-${scopes[0]}.key`);
  await writeFile(file, key);
  return { key, file };
}

/** From Core Space to both: the account of this test is what the platform takes for the chain's first one. */
async function fund(key: `0x${string}`): Promise<void> {
  const address = privateKeyToAddress(key);
  const abi = parseAbi(['function transferEVM(bytes20 to) payable returns (bytes)']);
  const data = encodeFunctionData({ abi, args: [address] });
  await vi.waitFor(async () => {
    const core = await openCoreSender(inject('coreUrl'), inject('genesisCoreKey'));
    await core.send([
      { to: '0x0888000000000000000000000000000000000006', data, value: 2n * cfx, gas: 2_000_000n },
      { to: `0x1${address.slice(3)}`, value: cfx },
    ]);
  }, wait);
  await vi.waitFor(async () => {
    const body = { jsonrpc: '2.0', id: 1, method: 'eth_getBalance', params: [address, 'latest'] };
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(inject('espaceUrl'), { method: 'POST', headers, body: JSON.stringify(body) });
    expect(await answer.json()).toMatchObject({ result: `0x${(2n * cfx).toString(16)}` });
  }, wait);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiangyu-nodes-'));
  const genesisKey = randomBytes(32).toString('hex');
  await writeFile(join(folder, 'genesis.key'), genesisKey, { mode: 0o600 });
  await fund(`0x${genesisKey}`);
  await buildConsole();
  platform = await startTestServer({
    consoleDir: consoleFolder,
    genesisKeyFile: join(folder, 'genesis.key'),
    ownNode: {
      nodeUrl: inject('nodeUrl'),
      genesisHash: inject('genesisHash'),
      coreChainId: 7001,
      blockIntervalMs: 250,
      producer: true,
    },
  });
  await platform.setUp();
  for (const slug of ['green-valley', 'bureau'])
    await platform.alliance.createMember({ slug, name: { zh: slug, en: slug }, kind: 'enterprise' });
});
afterAll(async () => {
  await joined?.stop();
  stopping.abort();
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
});

const listNodes = async () => (await (await platform.ask('/api/nodes')).json()) as { nodes: Record<string, unknown>[] };

test('the operator makes a bundle, and before that the platform empties the account whose key is in it', async () => {
  const before = await platform.ledger.genesis?.readHoldings();
  expect(before).toMatchObject({ espaceWei: 2n * cfx, coreWei: cfx, empty: false });
  const foreign = await makeKey('green-valley', ['nodes']);
  const refused = await platform.ask('/api/nodes/bundle/bureau', { key: foreign.key });
  expect(refused.status).toBe(403);
  expect((await platform.ask('/api/nodes/bundle')).status).toBe(401);

  const { file } = await makeKey('operator', ['operate']);
  const out = join(folder, 'bundle.json');
  const args = ['network', 'bundle', '--url', platform.address, '--key-file', file, '--out', out];
  const { code, output } = await runCli([...args, '--for', 'green-valley']);
  expect(output).toContain('Only nodes on this machine can join');
  expect(code).toBe(0);
  expect((await stat(out)).mode & 0o077).toBe(0);
  expect(await platform.ledger.genesis?.readHoldings()).toMatchObject({ empty: true });
  bundle = await readBundleFile(out);
  expect(bundle).toMatchObject({
    member: 'green-valley',
    chain: { genesisHash: inject('genesisHash') },
    alliance: null,
  });
  expect(await runCli([...args, '--for', 'nobody'])).toMatchObject({ code: 65 });
  // The treasury goes on with what was swept.
  await vi.waitFor(async () => expect(platform.ledger.contract()).not.toBe(null), wait);
});

test('a node on another first block is refused; with the right bundle it syncs, reports and is shown', {
  timeout: 150_000,
}, async () => {
  const dataDir = join(folder, 'node');
  const { key: apiKey } = await makeKey('green-valley', ['nodes']);
  const keys = { genesisCoreKeys: [inject('genesisCoreKey')], genesisEspaceKeys: [inject('genesisKey')] };
  const right: NetworkBundle = { ...bundle, chain: { ...bundle.chain, ...keys } };
  const reports = {
    url: platform.address,
    apiKey,
    name: '一号节点',
    place: '重庆',
    memberNodeDir: null,
    onReport: vi.fn(),
  };
  const parameters: JoinNetworkParameters = {
    bundle: right,
    dataDir,
    ports: { tcp: 0, coreLocal: 0, espaceHttp: 0, espaceWs: 0 },
    producer: false,
    logger: pino({ level: 'silent' }),
    signal: stopping.signal,
    reports,
  };
  const other: NetworkBundle = { ...right, chain: { ...right.chain, genesisHash: `0x${'ab'.repeat(32)}` } };
  await expect(joinNetwork({ ...parameters, bundle: other })).rejects.toMatchObject({
    code: 'ENGINE_OTHER_GENESIS',
    message: expect.stringContaining(inject('genesisHash')),
  });
  expect(reports.onReport).not.toHaveBeenCalled();

  joined = await joinNetwork(parameters);
  const { publicKey, author } = await openNodeKey(dataDir);
  await vi.waitFor(async () => {
    const { nodes } = await listNodes();
    expect(nodes.map(({ member }) => member)).toEqual(['operator', 'green-valley']);
    expect(nodes[0]).toMatchObject({ platform: true, state: 'current', peers: [publicKey] });
    expect(nodes[1]).toMatchObject({ publicKey, author, name: '一号节点', place: '重庆', state: 'current' });
    expect(nodes[1]).toMatchObject({ peers: [(nodes[0] as { publicKey: string }).publicKey] });
    // On a busy machine a report is a few blocks old when it arrives.
    expect(Number(nodes[1]?.lag)).toBeLessThanOrEqual(2);
  }, wait);
  const first = await (await platform.ask('/api/nodes?perPage=1')).json();
  expect(first).toMatchObject({ nodes: [{ platform: true }], nextPageToken: expect.any(String) });
  // The index counts the blocks of the run's node, whose author follows from its key.
  await vi.waitFor(async () => {
    const { nodes } = (await listNodes()) as { nodes: { blocks: { hour: number } }[] };
    expect(nodes[0]?.blocks.hour).toBeGreaterThan(0);
  }, wait);
  expect(await readFile(join(dataDir, 'node.toml'), 'utf8')).not.toContain('dev_block_interval_ms');
});

test('the map of the network shows it to everybody, on a screen and on a phone', { timeout: 120_000 }, async () => {
  const browser = await openBrowser();
  try {
    for (const width of [1440, 390]) {
      const page = await (await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' })).newPage();
      await page.goto(`${platform.address}/nodes`);
      await page.getByTestId('state-green-valley').waitFor({ timeout: 40_000 });
      expect(await page.getByTestId('state-green-valley').textContent()).toBe('已同步');
      expect(await page.getByTestId('lag-green-valley').textContent()).toMatch(/^\d+$/);
      expect(await page.locator('.topology .edge').count()).toBe(1);
      expect(await page.locator('.topology .dot').count()).toBe(2);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  } finally {
    await browser.close();
  }
});

test('a node whose settled blocks are others is shown as forked', { timeout: 120_000 }, async () => {
  const epoch = 40;
  await vi.waitFor(async () => {
    const chain = await platform.ledger.index.readChain();
    expect(chain?.indexedEpoch).toBeGreaterThan(epoch);
  }, wait);
  const { sql } = platform.store;
  await joined?.stop();
  joined = undefined;
  await sql`
    update alliance.node set settled_epoch = ${epoch}, settled_hash = ${`0x${'ab'.repeat(32)}`}, lag = 0,
      last_seen_at = now() where member = 'green-valley'`;
  expect((await listNodes()).nodes[1]).toMatchObject({ state: 'forked' });
});

test('a node that is stopped is shown as away, and `node key` prints the key without its secret', async () => {
  await platform.store.sql`
    update alliance.node set last_seen_at = now() - interval '61 seconds' where member = 'green-valley'`;
  expect((await listNodes()).nodes[1]).toMatchObject({ state: 'away' });
  const { output, code } = await runCli(['node', 'key', '--data', join(folder, 'node'), '--json']);
  expect(code).toBe(0);
  const secret = (await readFile(join(folder, 'node', 'secrets', 'network.key'), 'utf8')).trim();
  expect(output).not.toContain(secret);
  expect(JSON.parse(output.slice(output.indexOf('{')))).toEqual({
    nodeKey: (await openNodeKey(join(folder, 'node'))).publicKey,
    author: expect.stringMatching(/^0x1[0-9a-f]{39}$/),
  });
});
