import type { Sql, Tx } from '../../store/index.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';
import type { RefusedEvent } from './prepareEvents.ts';

export type CaptureErrorBehaviour = 'rollback' | 'proceed';

/** RFC 9457 body of one event's error, with the event's place in the document. */
export interface EventProblem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  nextStep: string;
  /** `detail` and `nextStep` in Chinese. */
  zh?: { detail: string; nextStep: string };
  /** Position of the event in the document, from 0. */
  index: number;
  errors: unknown[];
}

/** An event that was stored before and therefore not again. */
export interface DuplicateEvent {
  index: number;
  /** The eventID under which it is stored. */
  eventID: string;
  hash: string;
}

/** A capture job, EPCIS 2.0 section 8.1 and 12.6.1; ours are finished when the caller first sees them. */
export interface CaptureJob {
  captureID: string;
  createdAt: string;
  finishedAt: string;
  running: boolean;
  /** False when at least one event was refused: with `rollback` nothing was stored then. */
  success: boolean;
  captureErrorBehaviour: CaptureErrorBehaviour;
  errors: EventProblem[];
  /** How many events this job stored. */
  events: number;
  eventIDs: string[];
  duplicates: DuplicateEvent[];
}

/** What a problem says of an error: the exception of the standard, the cause and the next step. */
export function toProblem({ index, error }: RefusedEvent): EventProblem {
  return {
    type: error.type ?? 'epcisException:ImplementationException',
    title: error.reason,
    status: error.status,
    detail: error.message,
    code: error.code,
    nextStep: error.nextStep,
    ...(error.zh && { zh: { detail: error.zh.reason, nextStep: error.zh.nextStep } }),
    index,
    errors: Array.isArray(error.details.errors) ? error.details.errors : [],
  };
}

type NewJob = Pick<
  CaptureJob,
  'captureID' | 'createdAt' | 'captureErrorBehaviour' | 'errors' | 'duplicates' | 'eventIDs'
>;

/** A job that is over now. */
export function finishJob({ captureID, createdAt, captureErrorBehaviour, errors, eventIDs, duplicates }: NewJob) {
  const finishedAt = new Date().toISOString();
  const success = errors.length === 0;
  const job = { captureID, createdAt, captureErrorBehaviour, errors, eventIDs, duplicates };
  return { ...job, finishedAt, running: false, success, events: eventIDs.length } satisfies CaptureJob;
}

/** Writes down a finished job. */
export async function insertJob(tx: Tx, { member, ...given }: NewJob & { member: string }): Promise<CaptureJob> {
  const job = finishJob(given);
  const { finishedAt, success, events } = job;
  await tx`
    INSERT INTO trace.capture_jobs
      (capture_id, member, created_at, finished_at, success, error_behaviour, events, duplicates, errors)
    VALUES (${job.captureID}, ${member}, ${job.createdAt}::timestamptz, ${finishedAt}::timestamptz, ${success},
      ${job.captureErrorBehaviour}, ${events}, ${JSON.stringify(job.duplicates)}::text::jsonb,
      ${JSON.stringify(job.errors)}::text::jsonb)`;
  return job;
}

interface Row {
  capture_id: string;
  sequence: string;
  created_at: Date;
  finished_at: Date;
  success: boolean;
  error_behaviour: CaptureErrorBehaviour;
  events: number;
  duplicates: DuplicateEvent[];
  errors: EventProblem[];
  event_ids?: string[];
}

const toJob = (row: Row): CaptureJob => ({
  captureID: row.capture_id,
  createdAt: row.created_at.toISOString(),
  finishedAt: row.finished_at.toISOString(),
  running: false,
  success: row.success,
  captureErrorBehaviour: row.error_behaviour,
  errors: row.errors,
  events: row.events,
  eventIDs: row.event_ids ?? [],
  duplicates: row.duplicates,
});

/** A member's capture job, or null; `member` null reads those of all. */
export async function readCaptureJob(sql: Sql, captureID: string, member: string | null): Promise<CaptureJob | null> {
  const [row] = await sql<Row[]>`
    SELECT *, array(SELECT event_id FROM trace.events e WHERE e.capture_id = j.capture_id ORDER BY sequence) AS event_ids
    FROM trace.capture_jobs j WHERE capture_id = ${captureID} AND (${member}::text IS NULL OR member = ${member})`;
  return row ? toJob(row) : null;
}

export interface CaptureJobPage {
  jobs: Omit<CaptureJob, 'eventIDs'>[];
  nextPageToken: string | null;
}

/** A member's capture jobs, the newest first; `member` null lists those of all. Throws TRACE_INVALID_PARAMETER. */
export async function findCaptureJobs(
  sql: Sql,
  { member, perPage, nextPageToken }: { member: string | null; perPage: number; nextPageToken: string | null },
): Promise<CaptureJobPage> {
  const before = nextPageToken === null ? null : decodePageToken(nextPageToken, 'captures', [/^\d{1,18}$/])[0];
  const rows = await sql<Row[]>`
    SELECT * FROM trace.capture_jobs j
    WHERE (${member}::text IS NULL OR member = ${member}) AND (${before ?? null}::bigint IS NULL OR sequence < ${before ?? null})
    ORDER BY sequence DESC LIMIT ${perPage + 1}`;
  const last = rows.length > perPage ? rows[perPage - 1] : undefined;
  return {
    jobs: rows.slice(0, perPage).map((row) => {
      const { eventIDs: _, ...job } = toJob(row);
      return job;
    }),
    nextPageToken: last ? encodePageToken('captures', [last.sequence]) : null,
  };
}
