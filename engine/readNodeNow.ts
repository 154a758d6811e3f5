import type { Hex } from './nodeOptions.ts';
import { rpcBatch } from './rpcCall.ts';

/** How a node is, as its report says it. */
export interface NodeNow {
  height: number;
  epoch: number;
  bestHash: Hex;
  settled: { epoch: number; hash: Hex } | null;
  syncPhase: string | null;
  version: string | null;
  /** Network keys of the nodes it is connected to. */
  peers: Hex[];
}

interface Status {
  bestHash: Hex;
  epochNumber: Hex;
  latestState: Hex;
}

/** So many epochs below the newest, all nodes that see the network agree. */
const settledDepth = 30;

/**
 * Asks a node on its local Core Space port for what a report says. @throws what `rpcBatch` throws, when it does not answer
 * @param coreUrl the local port: the peers and the phase are in no public method set
 */
export async function readNodeNow(coreUrl: string, signal?: AbortSignal): Promise<NodeNow> {
  const options = { timeoutMs: 4_000, ...(signal ? { signal } : {}) };
  const methods = ['cfx_getStatus', 'debug_currentSyncPhase', 'cfx_clientVersion', 'debug_getNetSessions'];
  const [status, phase, version, sessions] = await rpcBatch(
    coreUrl,
    methods.map((method) => ({ method })),
    options,
  );
  if (!status?.ok) throw status?.error ?? new Error('the node did not answer');
  const { bestHash, epochNumber, latestState } = status.result as Status;
  const epoch = Number(epochNumber);
  return {
    height: Number(latestState),
    epoch,
    bestHash,
    settled: await readSettled(coreUrl, epoch - settledDepth, options),
    syncPhase: phase?.ok ? String(phase.result) : null,
    version: version?.ok ? String(version.result) : null,
    peers: sessions?.ok ? readPeers(sessions.result) : [],
  };
}

async function readSettled(coreUrl: string, epoch: number, options: object): Promise<NodeNow['settled']> {
  if (epoch < 1) return null;
  const params = [`0x${epoch.toString(16)}`, false];
  const [block] = await rpcBatch(coreUrl, [{ method: 'cfx_getBlockByEpochNumber', params }], options);
  return block?.ok && block.result ? { epoch, hash: (block.result as { hash: Hex }).hash } : null;
}

function readPeers(sessions: unknown): Hex[] {
  if (!Array.isArray(sessions)) return [];
  const keys = sessions.flatMap((session: { nodeId?: unknown }) => {
    const id = String(session.nodeId ?? '')
      .toLowerCase()
      .replace(/^0x/, '');
    return /^[0-9a-f]{128}$/.test(id) ? [`0x${id}` as Hex] : [];
  });
  return [...new Set(keys)].sort();
}
