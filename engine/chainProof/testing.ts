import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Hex, NodeOptions } from '../nodeOptions.ts';
import { type RunningNode, startNode } from '../startNode.ts';
import { makeTestOptions } from '../testing.ts';

/** Producers of one chain that know each other, for tests. */
export interface TestNetwork {
  nodes: RunningNode[];
  /** Private keys with 10,000 CFX each, of either space. */
  espaceKeys: Hex[];
  coreKey: Hex;
  stop(): Promise<void>;
}

/** Starts one producer for each interval; they make a Tree-Graph with side blocks. */
export async function startTestNetwork(intervals: readonly number[]): Promise<TestNetwork> {
  const newKey = (): Hex => `0x${randomBytes(32).toString('hex')}`;
  const espaceKeys = intervals.map(newKey);
  const coreKey = newKey();
  const options: NodeOptions[] = [];
  for (const blockIntervalMs of intervals) {
    const own = { ...(await makeTestOptions()), blockIntervalMs };
    options.push({ ...own, genesisEspaceKeys: espaceKeys, genesisCoreKeys: [coreKey] });
  }
  const [first, ...others] = options;
  if (!first) throw new Error('a network has at least one node');
  const boot = await startNode(first);
  const joined = others.map((other) => startNode({ ...other, bootnodes: [boot.nodeUrl] }));
  const nodes = [boot, ...(await Promise.all(joined))];
  return {
    nodes,
    espaceKeys,
    coreKey,
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
      await Promise.all(options.map(({ dataDir }) => rm(dataDir, { recursive: true, force: true })));
    },
  };
}

/** A call with its answer, on its way through a lying node. */
export interface Exchange {
  method: string;
  params: unknown[];
  result: unknown;
}

/** An endpoint that passes every call on to a real node and lets `lie` change the answers. */
export async function startLyingNode(coreUrl: string, lie: (exchange: Exchange) => unknown) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const headers = { 'content-type': 'application/json' };
    const answer = await (await fetch(coreUrl, { method: 'POST', body, headers })).json();
    const calls = [JSON.parse(body)].flat() as { id: unknown; method: string; params: unknown[] }[];
    for (const reply of [answer].flat() as { id: unknown; result?: unknown }[]) {
      const call = calls.find(({ id }) => id === reply.id);
      if (call && reply.result != null) reply.result = lie({ ...call, result: reply.result });
    }
    response.writeHead(200, headers).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
