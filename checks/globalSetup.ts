import type { TestProject } from 'vitest/node';
import { unpackBrowser } from '../e2e/openBrowser.ts';
import { startTestNode } from '../engine/testing.ts';
import { startTestPostgres } from '../store/testing.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
    espaceUrl: string;
    coreUrl: string;
    genesisKey: `0x${string}`;
    genesisCoreKey: `0x${string}`;
    /** `cfxnode://…` of the node, for others that join it. */
    nodeUrl: string;
    genesisHash: `0x${string}`;
  }
}

/** One real database server and one real, block-producing node for all integration tests of a run; the browser unpacked. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [postgres, chain] = await Promise.all([startTestPostgres(), startTestNode(), unpackBrowser()]);
  project.provide('postgresUrl', postgres.url);
  project.provide('espaceUrl', chain.node.espaceUrl);
  project.provide('coreUrl', chain.node.coreUrl);
  project.provide('genesisKey', chain.genesisKey);
  project.provide('genesisCoreKey', chain.genesisCoreKey);
  project.provide('nodeUrl', chain.node.nodeUrl);
  project.provide('genesisHash', chain.node.genesisHash);
  return async () => {
    await Promise.all([postgres.stop(), chain.stop()]);
  };
}
