import type { Sql } from './connectStore.ts';

/** A job that a worker holds. */
export interface JobRow {
  id: string;
  key: string | null;
  payload: unknown;
  /** 1 for the first attempt. With the id it names this lease: a later worker has a higher one. */
  attempt: number;
  max_attempts: number;
}

const leaseLost = 'the worker that ran it ended without a word';

/** Takes up to `limit` due jobs for `leaseMs`; jobs whose worker died and that had their last attempt become failed. */
export async function claimJobs(sql: Sql, queue: string, limit: number, leaseMs: number): Promise<JobRow[]> {
  await sql`
    UPDATE store.jobs SET state = 'failed', finished_at = now(), last_error = ${leaseLost}
    WHERE queue = ${queue} AND state = 'running' AND due_at <= now() AND attempts >= max_attempts`;
  return await sql<JobRow[]>`
    WITH due AS (
      SELECT id FROM store.jobs
      WHERE queue = ${queue} AND state IN ('waiting', 'running') AND due_at <= now() AND attempts < max_attempts
      ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE store.jobs AS job
    SET state = 'running', attempts = attempts + 1, due_at = now() + ${leaseMs}::int * interval '1 ms',
      last_error = CASE WHEN state = 'running' THEN ${leaseLost} ELSE last_error END
    FROM due WHERE job.id = due.id
    RETURNING job.id, job.key, job.payload, job.attempts AS attempt, job.max_attempts`;
}

/** Milliseconds until the next job of the queue is due; null when there is none. */
export async function readNextDueMs(sql: Sql, queue: string): Promise<number | null> {
  const [row] = await sql<{ wait: number | null }[]>`
    SELECT (extract(epoch FROM min(due_at) - clock_timestamp()) * 1000)::float8 AS wait FROM store.jobs
    WHERE queue = ${queue} AND state IN ('waiting', 'running')`;
  return row?.wait ?? null;
}

/** Prolongs the lease. False when another worker has the job by now. */
export async function extendLease(sql: Sql, job: JobRow, leaseMs: number): Promise<boolean> {
  const { count } = await sql`
    UPDATE store.jobs SET due_at = now() + ${leaseMs}::int * interval '1 ms'
    WHERE id = ${job.id} AND state = 'running' AND attempts = ${job.attempt}`;
  return count === 1;
}

/** Marks the job as done. Done jobs are forgotten after a week. */
export async function finishJob(sql: Sql, queue: string, job: JobRow): Promise<void> {
  await sql`
    UPDATE store.jobs SET state = 'done', finished_at = now(), last_error = NULL
    WHERE id = ${job.id} AND state = 'running' AND attempts = ${job.attempt}`;
  await sql`DELETE FROM store.jobs WHERE queue = ${queue} AND state = 'done' AND finished_at < now() - interval '7 days'`;
}

/** Puts the job back for another attempt after `delayMs`. */
export async function retryJob(sql: Sql, job: JobRow, error: string, delayMs: number): Promise<void> {
  await sql`
    UPDATE store.jobs
    SET state = 'waiting', last_error = ${error}, due_at = now() + ${Math.round(delayMs)}::int * interval '1 ms'
    WHERE id = ${job.id} AND state = 'running' AND attempts = ${job.attempt}`;
}

/** Puts back, uncounted, a job that was interrupted because its worker stops. */
export async function returnJob(sql: Sql, job: JobRow): Promise<void> {
  await sql`
    UPDATE store.jobs SET state = 'waiting', due_at = now(), attempts = attempts - 1
    WHERE id = ${job.id} AND state = 'running' AND attempts = ${job.attempt}`;
}

/** Gives the job up; it stays, with its error, for an operator to see. */
export async function failJob(sql: Sql, job: JobRow, error: string): Promise<void> {
  await sql`
    UPDATE store.jobs SET state = 'failed', finished_at = now(), last_error = ${error}
    WHERE id = ${job.id} AND state = 'running' AND attempts = ${job.attempt}`;
}
