import { measureFolder, readMemory } from './measureNode.ts';
import type { Hex } from './nodeOptions.ts';
import { type RpcOptions, type RpcOutcome, rpcBatch } from './rpcCall.ts';
import type { CoreStatus } from './waitUntilReady.ts';

export interface ReadHealthParameters {
  espaceUrl: string;
  coreUrl?: string | null;
  dataDir?: string;
  signal?: AbortSignal;
}

/** How a node is, as far as it can be told; null where the node does not say. */
export interface NodeHealth {
  /** Latest executed block of eSpace; one per epoch. */
  height: number;
  /** Latest epoch of the Tree-Graph; about five ahead of `height`. */
  epoch: number | null;
  peers: number | null;
  /** `NormalSyncPhase` when the node is up to date. */
  syncPhase: string | null;
  /** Blocks that the pivot chain does not refer to yet. */
  tips: number | null;
  diskBytes: number | null;
  memoryBytes: number | null;
  bestHash: Hex | null;
  /** eSpace chain id; 0 when the node does not answer. */
  chainId: number;
  reachable: boolean;
}

const resultOf = <T>(outcome: RpcOutcome | undefined): T | null => (outcome?.ok ? (outcome.result as T) : null);
const numberOf = (quantity: string | number | null | undefined) => (quantity == null ? null : Number(quantity));

async function readEspace(url: string, options: RpcOptions) {
  const methods = ['eth_chainId', 'eth_blockNumber', 'net_peerCount'];
  const calls = [
    ...methods.map((method) => ({ method })),
    { method: 'eth_getBlockByNumber', params: ['latest', false] },
  ];
  const [chainId, height, peers, block] = await rpcBatch(url, calls, options).catch(() => []);
  return {
    chainId: numberOf(resultOf<string>(chainId)),
    height: numberOf(resultOf<string>(height)),
    peers: numberOf(resultOf<string>(peers)),
    hash: resultOf<{ hash: Hex }>(block)?.hash ?? null,
  };
}

async function readCore(url: string | null | undefined, options: RpcOptions) {
  const methods = ['cfx_getStatus', 'debug_currentSyncPhase', 'debug_getNetSessions', 'test_getBlockCount'];
  const calls = methods.map((method) => ({ method }));
  const [status, phase, sessions, count] = url ? await rpcBatch(url, calls, options).catch(() => []) : [];
  const known = resultOf<CoreStatus>(status);
  // The node counts the blocks in memory; after it has dropped old ones the difference means nothing.
  const tips = known ? (numberOf(resultOf<number>(count)) ?? Number.NaN) - Number(known.blockNumber) : Number.NaN;
  return {
    epoch: numberOf(known?.epochNumber),
    bestHash: known?.bestHash ?? null,
    syncPhase: resultOf<string>(phase),
    peers: resultOf<unknown[]>(sessions)?.length ?? null,
    tips: tips >= 0 ? tips : null,
  };
}

/** Reads how a node is. Never throws for a node that is away: that is `reachable: false`. */
export async function readHealth(parameters: ReadHealthParameters): Promise<NodeHealth> {
  const { espaceUrl, coreUrl, dataDir, signal } = parameters;
  const options: RpcOptions = { timeoutMs: 4_000, ...(signal ? { signal } : {}) };
  const [espace, core, diskBytes, memoryBytes] = await Promise.all([
    readEspace(espaceUrl, options),
    readCore(coreUrl, options),
    dataDir ? measureFolder(dataDir) : null,
    dataDir ? readMemory(dataDir) : null,
  ]);
  signal?.throwIfAborted();
  return {
    height: espace.height ?? 0,
    epoch: core.epoch,
    peers: core.peers ?? espace.peers,
    syncPhase: core.syncPhase,
    tips: core.tips,
    diskBytes,
    memoryBytes,
    bestHash: core.bestHash ?? espace.hash,
    chainId: espace.chainId ?? 0,
    reachable: espace.chainId !== null && espace.height !== null,
  };
}
