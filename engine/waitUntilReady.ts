import { setTimeout as pause } from 'node:timers/promises';
import { espaceCall } from './coreCall.ts';
import { engineErrors } from './errors.ts';
import { rpcBatch } from './rpcCall.ts';

export interface WaitUntilReadyParameters {
  coreUrl: string;
  espaceUrl: string;
  signal: AbortSignal;
  /** A producer is ready when it has executed its first block: the genesis block has no base fee, so fee methods fail. */
  mining: boolean;
  /** Gives up after this long without any change; a long chain takes long to load but moves. */
  stallTimeoutMs?: number;
  /** Told when something changed. */
  onProgress?: (progress: SyncProgress) => void;
}

/** How far a node that starts has come. */
export interface SyncProgress {
  phase: string;
  epoch: number;
  executed: number;
}

/** The part of `cfx_getStatus` that this room reads; quantities are hexadecimal. */
export interface CoreStatus {
  bestHash: `0x${string}`;
  chainId: string;
  ethereumSpaceChainId: string;
  epochNumber: string;
  latestState: string;
  blockNumber: string;
}

/** A block is executed five epochs after it is packed; a state this near to the tip is up to date. */
const usualExecutionLag = 10;

/**
 * Waits until a node of our own serves what it knows. RPC answers long before: after a restart the node first replays
 * its database, and until then its heights count up from zero.
 * @throws ENGINE_NOT_READY, or the signal's reason
 */
export async function waitUntilReady(parameters: WaitUntilReadyParameters): Promise<void> {
  const { coreUrl, espaceUrl, signal, mining, stallTimeoutMs = 60_000, onProgress } = parameters;
  let seen = 'no answer yet';
  let changedAt = performance.now();
  while (performance.now() - changedAt < stallTimeoutMs) {
    const calls = [{ method: 'cfx_getStatus' }, { method: 'debug_currentSyncPhase' }];
    const [status, phase] = await rpcBatch(coreUrl, calls, { signal, timeoutMs: 5_000 }).catch(() => []);
    signal.throwIfAborted();
    if (status?.ok && phase?.ok) {
      const { epochNumber, latestState, blockNumber } = status.result as CoreStatus;
      const executed = Number(latestState);
      const caughtUp = Number(epochNumber) - executed <= usualExecutionLag && (executed > 0 || !mining);
      if (phase.result === 'NormalSyncPhase' && caughtUp && (await espaceAnswers(espaceUrl, signal))) return;
      const now = `${phase.result} at epoch ${Number(epochNumber)}, executed ${executed}, block ${Number(blockNumber)}`;
      if (now !== seen) {
        changedAt = performance.now();
        onProgress?.({ phase: String(phase.result), epoch: Number(epochNumber), executed });
      }
      seen = now;
    }
    await pause(100, undefined, { signal });
  }
  throw engineErrors.notReady({ seconds: Math.round(stallTimeoutMs / 1000), phase: seen });
}

async function espaceAnswers(espaceUrl: string, signal: AbortSignal): Promise<boolean> {
  const chainId = await espaceCall(espaceUrl, 'eth_chainId', [], { signal, timeoutMs: 5_000 }).catch(() => null);
  return chainId !== null;
}
