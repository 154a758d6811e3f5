import { resolve } from 'node:path';
import {
  type NetworkBundle,
  type NodeOptions,
  type NodePorts,
  openNodeKey,
  type RunningNode,
  startNode,
  toNodeUrl,
} from '../../engine/index.ts';
import type { Logger } from '../../host/index.ts';
import { runReports } from './runReports.ts';

export interface JoinNetworkParameters {
  bundle: NetworkBundle;
  /** Folder of this node alone. */
  dataDir: string;
  ports: NodePorts;
  producer: boolean;
  publicAddress?: string;
  publicPort?: number;
  logger: Logger;
  signal: AbortSignal;
  onProgress?: NonNullable<NodeOptions['onProgress']>;
  /** Null: the node tells the platform nothing. */
  reports: ReportOptions | null;
}

/** How a node tells the platform of itself. */
export interface ReportOptions {
  url: string;
  /** Needed until an alliance is founded. */
  apiKey: string | null;
  name: string | null;
  place: string | null;
  /** Folder of the node whose key is in the registry, where that is another one of the member. */
  memberNodeDir: string | null;
  /** Told what came of each report. */
  onReport?: (outcome: ReportOutcome) => void;
}

/** What came of a report: how far the node is behind, or why the platform did not take it. */
export type ReportOutcome = { ok: true; lag: number | null } | { ok: false; reason: string };

/** A member's node in the network. */
export interface JoinedNode {
  node: RunningNode;
  /** Stops the reports, then the node. */
  stop(): Promise<void>;
}

/**
 * Starts a member's node with a bundle and keeps the platform informed of it. The first block that the node computes must be
 * the network's. @throws what `startNode` throws, ENGINE_OTHER_GENESIS among it
 */
export async function joinNetwork(parameters: JoinNetworkParameters): Promise<JoinedNode> {
  const { bundle, ports, producer, publicAddress, publicPort, logger, signal, onProgress, reports } = parameters;
  const dataDir = resolve(parameters.dataDir);
  const { chain } = bundle;
  const key = await openNodeKey(dataDir);
  const node = await startNode({
    dataDir,
    logger,
    signal,
    ports,
    chainId: chain.coreChainId,
    evmChainId: chain.evmChainId,
    mining: producer,
    blockIntervalMs: chain.blockIntervalMs,
    genesisCoreKeys: chain.genesisCoreKeys,
    genesisEspaceKeys: chain.genesisEspaceKeys,
    expectedGenesisHash: chain.genesisHash,
    bootnodes: bundle.bootnodes.filter(({ publicKey }) => publicKey !== key.publicKey).map(toNodeUrl),
    ...(publicAddress === undefined ? {} : { publicAddress }),
    ...(publicPort === undefined ? {} : { publicPort }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const ending = new AbortController();
  const reporting = reports
    ? runReports({
        ...reports,
        node,
        key,
        signer: reports.memberNodeDir === null ? key : await openNodeKey(resolve(reports.memberNodeDir)),
        member: bundle.member,
        producer,
        isPublic: publicAddress !== undefined,
        logger,
        signal: AbortSignal.any([signal, ending.signal]),
      })
    : Promise.resolve();
  return {
    node,
    async stop() {
      ending.abort();
      await reporting;
      await node.stop();
    },
  };
}
