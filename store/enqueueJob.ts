import type { JSONValue } from 'postgres';
import type { Tx } from './runTransaction.ts';

export interface EnqueueJobParameters {
  queue: string;
  payload: JSONValue;
  /** Makes the call idempotent: the same queue and key is one job until a week after it was done. */
  key?: string;
  /** Not before this time; at once by default. */
  runAt?: Date;
  /** After so many failed attempts the job stays as failed. */
  maxAttempts?: number;
}

/** The channel that wakes workers; the payload is the queue. */
export const jobChannel = 'store_jobs';

const defaultMaxAttempts = 10;

/** Puts a job into a queue, in the caller's transaction: it exists if and only if the transaction commits. Gives its id. */
export async function enqueueJob(tx: Tx, parameters: EnqueueJobParameters): Promise<string> {
  const { queue, payload, key = null, runAt = null, maxAttempts = defaultMaxAttempts } = parameters;
  const [made] = await tx<{ id: string }[]>`
    INSERT INTO store.jobs (queue, key, payload, max_attempts, due_at)
    VALUES (${queue}, ${key}, ${JSON.stringify(payload)}::text::jsonb, ${maxAttempts}, coalesce(${runAt}, now()))
    ON CONFLICT (queue, key) DO UPDATE SET key = excluded.key
    RETURNING id`;
  await tx`SELECT pg_notify(${jobChannel}, ${queue})`;
  return made?.id ?? '';
}
