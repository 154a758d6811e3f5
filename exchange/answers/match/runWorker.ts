import { Worker } from 'node:worker_threads';
import type { MatchOutcome, MatchWork } from './matchWork.ts';

/**
 * Does a step of a match in a thread of its own, so that the server goes on answering. Aborting ends the thread at once.
 * Rejects when the thread dies.
 */
export function runWorker(work: MatchWork, signal: AbortSignal): Promise<MatchOutcome> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./matchWorker.ts', import.meta.url), { workerData: work });
    const stop = () => {
      void worker.terminate();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', (outcome: MatchOutcome) => resolve(outcome));
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error('The thread of a match ended without a result.'));
    });
  });
}
