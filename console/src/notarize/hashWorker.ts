import { hashBlob } from './hashBlob.ts';

/** What the worker answers to a posted file. */
export type HashMessage =
  | { kind: 'progress'; bytes: number }
  | { kind: 'done'; digest: string }
  | { kind: 'failed'; reason: string };

const tellEveryMs = 100;

self.addEventListener('message', async ({ data }: MessageEvent<Blob>) => {
  const post = (message: HashMessage) => self.postMessage(message);
  let toldMs = 0;
  try {
    const digest = await hashBlob(data, (bytes) => {
      const now = performance.now();
      if (now - toldMs < tellEveryMs) return;
      toldMs = now;
      post({ kind: 'progress', bytes });
    });
    post({ kind: 'done', digest });
  } catch (error) {
    post({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
});
