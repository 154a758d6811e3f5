import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Registry } from 'prom-client';
import { afterEach, expect, test } from 'vitest';
import { splitRequests } from './endpoint.ts';
import { registerEndpointMetrics } from './endpointMetrics.ts';
import { createEndpoints } from './endpoints.ts';
import { createHttpTransport, parseRetryAfter } from './httpTransport.ts';
import { TransportError } from './rpc.ts';

interface Node {
  url: string;
  asked: string[];
  genesis: string;
  height: number;
  syncing: boolean;
  /** In place of an answer. */
  status: number;
  retryAfter: string;
  delayMs: number;
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A small node over HTTP: it answers batches in another order. */
async function startNode(changes: Partial<Node> = {}): Promise<Node> {
  const node: Node = {
    url: '',
    asked: [],
    genesis: '0xaa',
    height: 100,
    syncing: false,
    status: 200,
    retryAfter: '',
    delayMs: 0,
    ...changes,
  };
  const results: Record<string, () => unknown> = {
    eth_chainId: () => '0x1b5a',
    eth_blockNumber: () => `0x${node.height.toString(16)}`,
    eth_syncing: () => node.syncing,
    eth_getBlockByNumber: () => ({ hash: node.genesis }),
  };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    if (node.status !== 200) {
      if (node.retryAfter) response.setHeader('retry-after', node.retryAfter);
      response.statusCode = node.status;
      response.end('no');
      return;
    }
    const calls = [JSON.parse(body)].flat() as { id: number; method: string }[];
    node.asked.push(...calls.map(({ method }) => method));
    const replies = calls.map(({ id, method }) => ({ id, result: results[method]?.() ?? method })).reverse();
    response.end(JSON.stringify(Array.isArray(JSON.parse(body)) ? replies : replies[0]));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  node.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return node;
}

function connect(...nodes: Node[]) {
  const clock = { ms: 0, now: () => clock.ms };
  const endpoints = createEndpoints({ transports: nodes.map(({ url }) => createHttpTransport(url)), clock });
  const ask = async (method = 'eth_x') => {
    const [outcome] = await endpoints.batch([{ method, params: [] }]);
    return outcome;
  };
  const counted = (method = 'eth_x') => nodes.map(({ asked }) => asked.filter((one) => one === method).length);
  return { clock, endpoints, ask, counted };
}

test('answers fit their questions in whatever order they come', async () => {
  const { endpoints } = connect(await startNode());
  const methods = ['eth_a', 'eth_b', 'eth_c'];
  const outcomes = await endpoints.batch(methods.map((method) => ({ method, params: [] })));
  expect(outcomes).toEqual(methods.map((result) => ({ ok: true, result })));
});

test('the first good node is kept to; when it fails, the next one answers, and the first comes back', async () => {
  const [one, two] = [await startNode(), await startNode()];
  const { clock, ask, counted } = connect(one, two);
  await ask();
  await ask();
  expect(counted()).toEqual([2, 0]);
  one.status = 503;
  expect(await ask()).toMatchObject({ ok: true });
  expect(counted()).toEqual([2, 1]);
  one.status = 200;
  clock.ms += 30_000;
  await ask();
  await ask();
  expect(counted()[0]).toBeGreaterThan(2);
});

test('a node that names a time is left alone until then', async () => {
  const one = await startNode();
  const { clock, ask, endpoints } = connect(one);
  await ask();
  one.status = 429;
  one.retryAfter = '7';
  await expect(ask()).rejects.toMatchObject({ code: 'LEDGER_NODE_UNAVAILABLE', retryable: true });
  one.status = 200;
  clock.ms += 6_900;
  await expect(ask()).rejects.toMatchObject({ code: 'LEDGER_NODE_UNAVAILABLE' });
  clock.ms += 200;
  expect(await ask()).toMatchObject({ ok: true });
  expect(endpoints.list[0]?.failures).toBe(0);
});

test('failures one after another close a node for longer and longer', async () => {
  const one = await startNode({ status: 500 });
  const { clock, ask, endpoints } = connect(one);
  const pauses: number[] = [];
  for (let turn = 0; turn < 8; turn += 1) {
    await ask().catch(() => undefined);
    const until = endpoints.list[0]?.closedUntil ?? 0;
    pauses.push(until - clock.ms);
    clock.ms = until;
  }
  expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
});

test('another chain is never asked, a stale or syncing node only where there is no better', async () => {
  const [behind, good] = [await startNode({ height: 10 }), await startNode({ height: 100 })];
  const [syncing, foreign] = [await startNode({ syncing: true }), await startNode({ genesis: '0xbb', height: 900 })];
  const { clock, endpoints, ask, counted } = connect(behind, good, syncing, foreign);
  await endpoints.readIdentity();
  await expect.poll(() => endpoints.list.every(({ identity }) => identity !== null)).toBe(true);
  await ask();
  expect(counted()).toEqual([0, 1, 0, 0]);
  good.status = 500;
  clock.ms += 10;
  await ask();
  expect(counted()).toEqual([1, 1, 0, 0]);
  behind.status = 500;
  await ask();
  expect(counted()).toEqual([1, 1, 1, 0]);
  syncing.status = 500;
  await expect(ask()).rejects.toMatchObject({ code: 'LEDGER_NODE_UNAVAILABLE' });
  expect(counted()).toEqual([1, 1, 1, 0]);
});

test('long lists go in parts that a node takes', () => {
  const many = Array.from({ length: 600 }, (_, at) => ({ method: 'eth_x', params: [at] }));
  expect(splitRequests(many).map(({ length }) => length)).toEqual([250, 250, 100]);
  const heavy = Array.from({ length: 30 }, () => ({ method: 'eth_x', params: ['f'.repeat(400_000)] }));
  const parts = splitRequests(heavy);
  expect(parts.flat()).toHaveLength(30);
  for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(10 * 1024 * 1024);
});

test('no address and no password in what is said of a failure', async () => {
  const transport = createHttpTransport('http://user:secret@127.0.0.1:9/key');
  const failure = await transport([{ method: 'eth_x', params: [] }]).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(TransportError);
  expect(String(failure)).not.toMatch(/secret|key|127/);
});

test('Retry-After is seconds or a date', () => {
  expect(parseRetryAfter('3', 0)).toBe(3_000);
  expect(parseRetryAfter('Thu, 01 Jan 1970 00:00:10 GMT', 4_000)).toBe(6_000);
  expect(parseRetryAfter('soon', 0)).toBe(null);
  expect(parseRetryAfter(undefined, 0)).toBe(null);
});

test('the metrics tell each node by its place', async () => {
  const { endpoints, ask } = connect(await startNode(), await startNode({ status: 500 }));
  const registry = new Registry();
  registerEndpointMetrics(registry, endpoints);
  await ask();
  await expect.poll(() => endpoints.list[1]?.failures).toBe(1);
  const text = await registry.metrics();
  expect(text).toContain('xiangyu_ledger_endpoint_usable{place="0"} 1');
  expect(text).toContain('xiangyu_ledger_endpoint_usable{place="1"} 0');
  expect(text).toContain('xiangyu_ledger_endpoint_height{place="0"} 100');
  expect(text).toMatch(/endpoint_failures_total\{place="1"\} [1-9]/);
});
