import type { HashMessage } from './hashWorker.ts';

/** Hashes files beside the page, so that it stays usable. */
export interface HashPool {
  /** The SHA-256 of a file; rejects when the file can no longer be read. */
  hash(file: Blob, onProgress?: (bytes: number) => void): Promise<string>;
  close(): void;
}

interface Job {
  file: Blob;
  onProgress: ((bytes: number) => void) | undefined;
  resolve: (digest: string) => void;
  reject: (error: Error) => void;
}

const mostWorkers = 4;

/** Starts with no worker; makes them as files come, one for each processor at most. */
export function createHashPool(): HashPool {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const all: Worker[] = [];
  const most = Math.min(mostWorkers, Math.max(1, navigator.hardwareConcurrency ?? 1));

  function next(): void {
    const job = waiting[0];
    if (job === undefined) return;
    const worker = idle.pop() ?? (all.length < most ? start() : undefined);
    if (worker === undefined) return;
    waiting.shift();
    worker.onmessage = ({ data }: MessageEvent<HashMessage>) => {
      if (data.kind === 'progress') return job.onProgress?.(data.bytes);
      if (data.kind === 'done') job.resolve(data.digest);
      else job.reject(new Error(data.reason));
      idle.push(worker);
      next();
    };
    worker.onerror = ({ message }) => {
      job.reject(new Error(message));
      worker.terminate();
      all.splice(all.indexOf(worker), 1);
      next();
    };
    worker.postMessage(job.file);
  }
  function start(): Worker {
    const worker = new Worker(new URL('./hashWorker.ts', import.meta.url), { type: 'module' });
    all.push(worker);
    return worker;
  }

  return {
    hash: (file, onProgress) =>
      new Promise((resolve, reject) => {
        waiting.push({ file, onProgress, resolve, reject });
        next();
      }),
    close() {
      for (const worker of all) worker.terminate();
    },
  };
}
