import { randomUUID } from 'node:crypto';
import { inBoth } from '../../proof/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import { type Audience, publicAudience } from '../access/audience.ts';
import { selectVisible } from '../access/selectVisible.ts';
import { storeAudience } from '../access/storeAudience.ts';
import { recordWords } from '../discovery/recordWords.ts';
import { firstOf, type Issue, maxIssues } from '../epcis/issue.ts';
import { type OpenedDocument, openDocument, usualClockToleranceMs } from '../epcis/openDocument.ts';
import { traceErrors } from '../errors.ts';
import type { EvidenceLog } from '../evidence.ts';
import { appendEvidence } from './appendEvidence.ts';
import {
  type CaptureErrorBehaviour,
  type CaptureJob,
  type DuplicateEvent,
  finishJob,
  insertJob,
  toProblem,
} from './captureJob.ts';
import { claimEvents, findRepeatedIds } from './claimEvents.ts';
import { insertEvents } from './insertEvents.ts';
import { type PreparedEvent, prepareEvents, type RefusedEvent } from './prepareEvents.ts';
import { storeVocabulary } from './storeVocabulary.ts';

/** Most events that one document may hold. */
export const maxEvents = 5_000;
/** Most bytes of one document. */
export const maxBytes = 16 * 1024 * 1024;

export interface CaptureParameters {
  /** Slug of the member on whose behalf the events are recorded. */
  member: string;
  /** With `rollback` (the default) one bad event rejects all; with `proceed` the good ones are stored. */
  errorBehaviour?: CaptureErrorBehaviour;
  /** Who may see the events; when it is left out, what the member's settings say, through `Trace.capture`. */
  audience?: Audience | null;
}

/** What capture needs of the house. */
export interface CaptureHouse {
  store: Store;
  ledger: Pick<EvidenceLog, 'appendStatements'>;
  /** How far the clocks of devices and systems may be ahead of ours; 5 minutes. */
  clockToleranceMs?: number;
}

/** Aborts the transaction of a document that must be stored as a whole or not at all. */
class NotAllStored extends Error {}

/** A document whose valid events are ready to be stored. */
export interface ReadDocument {
  opened: OpenedDocument;
  prepared: PreparedEvent[];
  refused: RefusedEvent[];
}

/**
 * Captures an EPCISDocument, an EPCISQueryDocument or master data: events, index, vocabulary and evidence in one
 * transaction. The job comes back finished and is durable. An event that is stored already is not stored or anchored
 * again.
 *
 * Throws TRACE_INVALID_DOCUMENT (with `details.errors`, nothing stored) and TRACE_CAPTURE_LIMIT_EXCEEDED. An eventID
 * that names stored content other than this makes a job with `success: false`; under `rollback` it stored nothing.
 */
export async function captureDocument(
  house: CaptureHouse,
  document: unknown,
  parameters: CaptureParameters,
): Promise<CaptureJob> {
  const { errorBehaviour = 'rollback' } = parameters;
  const createdAt = new Date().toISOString();
  const read = readDocument(house, document, errorBehaviour);
  try {
    return await house.store.transaction(async (tx) => {
      const job = await storeDocument(house, tx, read, { ...parameters, createdAt });
      if (job.errors.length > 0 && errorBehaviour === 'rollback') throw new NotAllStored('', { cause: job });
      return job;
    });
  } catch (error) {
    if (!(error instanceof NotAllStored)) throw error;
    const failed = error.cause as CaptureJob;
    const nothing = { ...failed, member: parameters.member, eventIDs: [], duplicates: [] };
    return await house.store.transaction(async (tx) => insertJob(tx, nothing));
  }
}

/** Opens and checks a document. With `rollback` every rule that an event breaks is an error of the document. */
export function readDocument(
  { clockToleranceMs = usualClockToleranceMs }: Pick<CaptureHouse, 'clockToleranceMs'>,
  document: unknown,
  errorBehaviour: CaptureErrorBehaviour,
): ReadDocument {
  const opened = openDocument(document, { clockToleranceMs });
  if (Array.isArray(opened)) throw refuse(opened);
  if (opened.events.length > maxEvents) throw traceErrors.captureLimitExceeded({ maxEvents, maxBytes });
  const { prepared, refused, issues } = prepareEvents(opened);
  const repeated = findRepeatedIds(prepared, opened.pointer);
  const all = [...issues, ...repeated.flatMap(({ error }) => error.details.errors as Issue[])];
  if (all.length > 0 && errorBehaviour === 'rollback') throw refuse(all);
  const left = new Set(repeated.map(({ index }) => index));
  return {
    opened,
    prepared: prepared.filter(({ index }) => !left.has(index)),
    refused: [...refused, ...repeated],
  };
}

/** Stores what was read, as far as no eventID stands in the way, and writes the job down. */
export async function storeDocument(
  house: CaptureHouse,
  tx: Tx,
  { opened, prepared, refused }: ReadDocument,
  { member, audience, errorBehaviour = 'rollback', createdAt }: CaptureParameters & { createdAt: string },
): Promise<CaptureJob> {
  const captureID = randomUUID();
  const taken = await claimEvents(tx, prepared, opened.pointer);
  const errors = [...refused, ...taken.refused].map(toProblem);
  const job = { captureID, member, createdAt, captureErrorBehaviour: errorBehaviour, errors };
  // All or nothing: the caller takes back what this transaction claimed.
  if (errors.length > 0 && errorBehaviour === 'rollback') return finishJob({ ...job, eventIDs: [], duplicates: [] });
  const { envelope } = opened;
  const stored = await insertEvents(tx, { captureID, member, time: createdAt, envelope, events: taken.claimed });
  // Sent together, one after the other over the same connection: a round trip less each.
  const [duplicates] = await Promise.all([
    findDuplicates(tx, prepared, [...stored, ...taken.refused], member),
    storeVocabulary(tx, { vocabularies: opened.vocabularies, member, time: createdAt }),
    appendEvidence(tx, house.ledger, { stored, opened, member, time: createdAt }),
    storeAudience(tx, stored, audience ?? publicAudience),
    recordWords(tx, stored),
  ]);
  const total = await countCapture(tx, stored.length);
  if (stored.length > 0) {
    const news = { type: 'captured', captureID, events: stored.length, total };
    await house.store.notify(tx, 'live', JSON.stringify(news));
  }
  return insertJob(tx, { ...job, eventIDs: stored.map(({ eventID }) => eventID), duplicates });
}

function refuse(issues: Issue[]) {
  const values = { count: issues.length, ...firstOf(issues) };
  return traceErrors.invalidDocument(...inBoth(values, { details: { errors: issues.slice(0, maxIssues) } }));
}

async function findDuplicates(
  tx: Tx,
  prepared: PreparedEvent[],
  others: { index: number }[],
  member: string,
): Promise<DuplicateEvent[]> {
  const known = new Set(others.map(({ index }) => index));
  const repeated = prepared.filter(({ index }) => !known.has(index));
  if (repeated.length === 0) return [];
  const rows = await tx<{ hash: string; event_id: string }[]>`
    SELECT hash, event_id FROM trace.events e
    WHERE hash = ANY(${repeated.map(({ hash }) => hash)}::text[])
      AND ${selectVisible(tx, { member, kinds: [], authority: false })} ORDER BY sequence DESC`;
  const ids = new Map(rows.map((row) => [row.hash, row.event_id]));
  return repeated.map(({ index, hash, eventID }) => ({ index, eventID: ids.get(hash) ?? eventID, hash }));
}

/** Counts this capture and gives how many events there are then. */
async function countCapture(tx: Tx, events: number): Promise<number> {
  const [row] = await tx<{ total: string }[]>`
    WITH counted AS (
      UPDATE trace.totals SET events = events + ${events}, captures = captures + 1
      WHERE slot = ${Math.floor(Math.random() * 16)} RETURNING slot, events
    )
    SELECT sum(coalesce(c.events, t.events)) AS total FROM trace.totals t LEFT JOIN counted c USING (slot)`;
  return Number(row?.total ?? 0);
}
