import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext } from '../host/index.ts';
import type { Hex, NodeOptions } from './nodeOptions.ts';
import { type RunningNode, startNode } from './startNode.ts';

/** A node with a chain of its own, for tests. */
export interface TestNode {
  node: RunningNode;
  /** Private key of an eSpace account with 10,000 CFX. */
  genesisKey: Hex;
  /** Private key of a Core Space account with 10,000 CFX. */
  genesisCoreKey: Hex;
  /** Stops the node and removes its folder. */
  stop(): Promise<void>;
}

const randomKey = (): Hex => `0x${randomBytes(32).toString('hex')}`;

/** Options of a private chain in a new temporary folder, with any free ports and ten blocks a second. */
export async function makeTestOptions(): Promise<NodeOptions> {
  const signal = new AbortController().signal;
  return {
    dataDir: await mkdtemp(join(tmpdir(), 'xiangyu-node-')),
    logger: createContext({ level: 'silent', signal }).logger,
    signal,
    ports: { tcp: 0, coreLocal: 0, espaceHttp: 0, espaceWs: 0 },
    chainId: 7001,
    evmChainId: 7002,
    mining: true,
    blockIntervalMs: 100,
    genesisEspaceKeys: [randomKey()],
    genesisCoreKeys: [randomKey()],
  };
}

/** Starts a producing node for a test run; it stops by itself when the test process dies. */
export async function startTestNode(): Promise<TestNode> {
  const options = await makeTestOptions();
  const [genesisKey = '0x', genesisCoreKey = '0x'] = [...options.genesisEspaceKeys, ...options.genesisCoreKeys];
  const node = await startNode(options);
  return {
    node,
    genesisKey,
    genesisCoreKey,
    async stop() {
      await node.stop();
      await rm(options.dataDir, { recursive: true, force: true });
    },
  };
}
