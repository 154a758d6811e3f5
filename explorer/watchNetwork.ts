import { setTimeout as sleep } from 'node:timers/promises';
import { connectNode, type NodeHealth, readHealth, readTreeGraph, type TreeGraphBlock } from '../engine/index.ts';
import type { Logger } from '../host/index.ts';
import type { Chain } from './chain.ts';
import { measureBlockTime } from './measureBlockTime.ts';
import { selectChanged } from './selectChanged.ts';

/** How the network is, as `GET /api/network` and the live stream tell it. */
export interface Network extends NodeHealth {
  /** Mean time per eSpace block over the last minute; null until two were seen. */
  blockTimeMs: number | null;
  evmChainId: number;
  coreChainId: number | null;
  demo: boolean;
}

export interface WatchNetworkParameters {
  chain: Chain;
  logger: Logger;
  signal: AbortSignal;
  /** Called when something about the network changed, at most once a second. */
  onNetwork?: (network: Network) => void;
  /** Called with blocks that are new or have moved. */
  onBlocks?: (blocks: TreeGraphBlock[]) => void;
  intervalMs?: number;
}

/** A running watch over the node. */
export interface NetworkWatch {
  /** The last state seen; null before the first answer. */
  current(): Network | null;
  /** The eSpace address to use now. */
  espaceUrl(): string;
  /** Resolves when the signal has ended the watch. */
  readonly done: Promise<void>;
}

const longestPauseMs = 10_000;
/** Measuring the disk walks the node's folder, so it is done now and then only, and the memory with it. */
const roundsPerMeasure = 30;
/** Epochs read again in each round, because a reorganisation or their execution may have changed them. */
const epochsReadAgain = 8;
const mostEpochsPerRound = 100;

/** Watches the node: asks it every second, less often while it is away, and says what changed. */
export function watchNetwork(parameters: WatchNetworkParameters): NetworkWatch {
  const { chain, logger, signal, onNetwork, onBlocks, intervalMs = 1_000 } = parameters;
  const readBlockTime = measureBlockTime();
  const pickChanged = selectChanged();
  let network: Network | null = null;
  let preferred = 0;
  const espaceUrl = () => chain.espaceUrls[preferred % chain.espaceUrls.length] ?? chain.espaceUrls[0];

  async function readNetwork(round: number): Promise<Network> {
    const { coreUrl, nodeDataDir, evmChainId, demo } = chain;
    const measures = nodeDataDir !== undefined && round % roundsPerMeasure === 0;
    const health = await readHealth({
      espaceUrl: espaceUrl(),
      coreUrl: coreUrl ?? null,
      signal,
      ...(measures ? { dataDir: nodeDataDir } : {}),
    });
    const knowsCore = network?.coreChainId != null || !health.reachable || coreUrl === undefined;
    const coreChainId = knowsCore
      ? (network?.coreChainId ?? null)
      : await connectNode({ rpcUrl: espaceUrl(), coreRpcUrl: coreUrl, signal }).then(
          (node) => node.coreChainId,
          () => null,
        );
    return {
      ...health,
      diskBytes: health.diskBytes ?? network?.diskBytes ?? null,
      memoryBytes: health.reachable ? (health.memoryBytes ?? network?.memoryBytes ?? null) : null,
      blockTimeMs: health.reachable ? readBlockTime(performance.now(), health.height) : null,
      evmChainId,
      coreChainId,
      demo,
    };
  }

  function tell(next: Network): void {
    const before = network;
    network = next;
    if (before?.reachable !== next.reachable) {
      if (next.reachable) logger.info({ height: next.height }, 'the node answers');
      else logger.warn({ url: new URL(espaceUrl()).origin }, 'the node does not answer; asking again with pauses');
    }
    if (JSON.stringify(before) !== JSON.stringify(next)) onNetwork?.(next);
  }

  async function watch(): Promise<void> {
    let pauseMs = intervalMs;
    let epochRead: number | null = null;
    for (let round = 0; !signal.aborted; round += 1) {
      const next = await readNetwork(round);
      tell(next);
      if (next.reachable) pauseMs = intervalMs;
      else {
        preferred += 1;
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
      if (onBlocks && chain.coreUrl && next.epoch !== null && next.epoch !== epochRead) {
        // The head may have moved on since, by the time that asking took.
        const epochs = Math.min(next.epoch - (epochRead ?? next.epoch) + epochsReadAgain, mostEpochsPerRound);
        const graph = await readTreeGraph(chain.coreUrl, { epochs: Math.max(epochs, 1), signal }).catch(() => null);
        if (graph) epochRead = next.epoch;
        const blocks = pickChanged(graph?.blocks ?? []);
        if (blocks.length > 0) onBlocks(blocks);
      }
      await sleep(pauseMs, undefined, { signal });
    }
  }

  const done = watch().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return { current: () => network, espaceUrl, done };
}
