import { setTimeout as pause } from 'node:timers/promises';
import { rpcBatch } from './rpcCall.ts';

export interface WatchProgressParameters {
  coreUrl: string;
  /** Whether the epoch must grow too; otherwise an answer is enough. */
  mining: boolean;
  stallTimeoutMs: number;
  intervalMs?: number;
}

/** What the node shows of its progress: any change of it is progress. */
async function readProgress({ coreUrl, mining }: WatchProgressParameters): Promise<string | null> {
  const calls = [{ method: 'cfx_getStatus' }, { method: 'debug_currentSyncPhase' }];
  const answers = await rpcBatch(coreUrl, calls, { timeoutMs: 5_000 }).catch(() => null);
  if (!answers?.every((answer) => answer.ok)) return null;
  return mining ? JSON.stringify(answers.map((answer) => answer.ok && answer.result)) : `alive at ${Date.now()}`;
}

/**
 * Resolves, with the reason, when a node has made no progress for `stallTimeoutMs`. A thread of the node that panics
 * leaves the process alive; this notices it.
 */
export async function watchProgress(parameters: WatchProgressParameters): Promise<string> {
  const { stallTimeoutMs, intervalMs = 5_000 } = parameters;
  let seen: string | null = null;
  let changedAt = performance.now();
  while (performance.now() - changedAt < stallTimeoutMs) {
    const progress = await readProgress(parameters);
    if (progress !== null && progress !== seen) changedAt = performance.now();
    seen = progress ?? seen;
    await pause(intervalMs);
  }
  return `The node made no progress for ${stallTimeoutMs} ms.`;
}
