import { setTimeout as pause } from 'node:timers/promises';
import { XiangyuError } from '../errors.ts';
import type { Logger } from '../host/index.ts';
import {
  claimJobs,
  extendLease,
  failJob,
  finishJob,
  type JobRow,
  readNextDueMs,
  retryJob,
  returnJob,
} from './claimJobs.ts';
import type { Store } from './connectStore.ts';
import { jobChannel } from './enqueueJob.ts';
import { isConnectionError } from './toStoreError.ts';

/** A job as its handler sees it. */
export interface Job {
  id: string;
  key: string | null;
  payload: unknown;
  /** 1 for the first attempt. */
  attempt: number;
  /** Aborts when the worker stops or has lost the job to another. */
  signal: AbortSignal;
}

export interface WorkJobsParameters {
  store: Store;
  queue: string;
  /** Does the job. May run twice for one job when a worker dies, so its effects must be idempotent. */
  handler: (job: Job) => Promise<void>;
  concurrency: number;
  signal: AbortSignal;
  logger: Logger;
  /** A worker that is silent for so long is taken for dead. */
  leaseMs?: number;
  /** Pause before the attempt after `attempt`. */
  retryDelayMs?: (attempt: number) => number;
}

const defaultLeaseMs = 30_000;
/** Another worker may just be taking what is due. */
const minWaitMs = 20;
const maxWaitMs = 5_000;
const troubleMs = 500;
const maxRetryDelayMs = 600_000;

/** 1 s, 2 s, 4 s, … up to 10 minutes. */
const doubleFromOneSecond = (attempt: number) => Math.min(1_000 * 2 ** (attempt - 1), maxRetryDelayMs);

/**
 * Works on the jobs of a queue, `concurrency` at a time, until `signal` aborts and the running ones have ended.
 * A failed job is tried again later; one that throws a non-retryable XiangyuError, or has had its last attempt, stays as
 * failed with its error.
 */
export async function workJobs(parameters: WorkJobsParameters): Promise<void> {
  const { store, queue, concurrency, signal, leaseMs = defaultLeaseMs } = parameters;
  const logger = parameters.logger.child({ queue });
  const running = new Set<Promise<void>>();
  let wake = new AbortController();
  const rouse = () => wake.abort();
  const stopListening = await store.listen(jobChannel, (name) => name === queue && rouse(), rouse);
  signal.addEventListener('abort', rouse, { once: true });

  while (!signal.aborted) {
    wake = new AbortController();
    let waitMs = maxWaitMs;
    try {
      const free = concurrency - running.size;
      const jobs = free > 0 ? await claimJobs(store.sql, queue, free, leaseMs) : [];
      for (const job of jobs) {
        const work = runJob(parameters, job, logger).finally(() => {
          running.delete(work);
          rouse();
        });
        running.add(work);
      }
      if (free > 0 && jobs.length === 0) {
        waitMs = Math.max(minWaitMs, Math.min(maxWaitMs, (await readNextDueMs(store.sql, queue)) ?? maxWaitMs));
      } else if (jobs.length > 0 && running.size < concurrency) waitMs = 0;
    } catch (error) {
      waitMs = troubleMs;
      if (!isConnectionError(error)) logger.error({ err: error }, 'jobs cannot be read; trying again');
    }
    if (!signal.aborted && !wake.signal.aborted) {
      await pause(waitMs, undefined, { signal: wake.signal }).catch(() => undefined);
    }
  }
  await Promise.all(running);
  await stopListening();
}

/** One attempt, with its lease kept alive. Never rejects: what cannot be recorded is redone when the lease ends. */
async function runJob(parameters: WorkJobsParameters, job: JobRow, logger: Logger): Promise<void> {
  const { store, queue, handler, signal, leaseMs = defaultLeaseMs, retryDelayMs = doubleFromOneSecond } = parameters;
  const lost = new AbortController();
  const keeper = setInterval(() => {
    extendLease(store.sql, job, leaseMs).then(
      (held) => held || lost.abort(),
      () => undefined,
    );
  }, leaseMs / 3);
  try {
    const { id, key, payload, attempt } = job;
    const work = async () => handler({ id, key, payload, attempt, signal: AbortSignal.any([signal, lost.signal]) });
    const failure = await work().then(
      () => null,
      (error: unknown) => ({ error }),
    );
    if (!failure) {
      await finishJob(store.sql, queue, job);
      return;
    }
    const { error } = failure;
    if (signal.aborted) {
      await returnJob(store.sql, job);
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    const final = job.attempt >= job.max_attempts || (error instanceof XiangyuError && !error.retryable);
    logger.warn({ err: error, job: id, attempt, final }, 'a job failed');
    if (final) await failJob(store.sql, job, message);
    else await retryJob(store.sql, job, message, retryDelayMs(attempt));
  } catch (error) {
    logger.warn({ err: error, job: job.id }, 'the end of a job could not be recorded; it will run again');
  } finally {
    clearInterval(keeper);
  }
}
