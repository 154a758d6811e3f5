import type { TransactionRequest } from './request.ts';
import type { SubmittedTransaction } from './submitMany.ts';

interface Waiting {
  request: TransactionRequest;
  resolve: (submitted: SubmittedTransaction) => void;
  reject: (reason: unknown) => void;
}

/** Most requests that share one SQL transaction, and how many of these run at a time. */
const batchSize = 500;
const maxRunning = 2;

/**
 * Lets requests that come while others are being stored share one SQL transaction, so that many callers do not each pay for
 * a disk flush of their own. When one of them is refused, each is stored alone, so that only that one fails.
 */
export function coalesceSubmits(
  submit: (requests: TransactionRequest[]) => Promise<SubmittedTransaction[]>,
): (request: TransactionRequest) => Promise<SubmittedTransaction> {
  const waiting: Waiting[] = [];
  let running = 0;

  async function store(batch: Waiting[]): Promise<void> {
    try {
      const submitted = await submit(batch.map(({ request }) => request));
      for (const [at, { resolve, reject }] of batch.entries()) {
        const one = submitted[at];
        if (one) resolve(one);
        else reject(new Error('the submission gave no answer'));
      }
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await store([one]);
    }
  }

  async function drain(): Promise<void> {
    if (running >= maxRunning) return;
    running += 1;
    // What arrives in the same turn of the event loop goes along.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await store(waiting.splice(0, batchSize));
    running -= 1;
  }

  return (request) =>
    new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject });
      void drain();
    });
}
