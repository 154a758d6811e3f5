import { randomUUID } from 'node:crypto';
import type { JsonValue } from '../../proof/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import { type Audience, publicAudience } from '../access/audience.ts';
import { storeAudience } from '../access/storeAudience.ts';
import { type Issue, maxIssues } from '../epcis/issue.ts';
import { type OpenedDocument, openDocument } from '../epcis/openDocument.ts';
import { traceErrors } from '../errors.ts';
import type { EvidenceLog } from '../evidence.ts';
import {
  type CaptureErrorBehaviour,
  type CaptureJob,
  type DuplicateEvent,
  insertJob,
  toProblem,
} from './captureJob.ts';
import { claimEventIds } from './claimEventIds.ts';
import { insertEvents, type StoredEvent } from './insertEvents.ts';
import { composeDocument, type PreparedEvent, prepareEvents, type RefusedEvent } from './prepareEvents.ts';
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
}

/** Aborts the transaction of a document that must be stored as a whole or not at all. */
class NotAllStored extends Error {}

/**
 * Captures an EPCISDocument or EPCISQueryDocument: events, index, master data and evidence in one transaction. The job
 * comes back finished and is durable. An event that is stored already is not stored or anchored again.
 *
 * Throws TRACE_INVALID_DOCUMENT (with `details.errors`, nothing stored) and TRACE_CAPTURE_LIMIT_EXCEEDED. An eventID
 * that names other content makes a job with `success: false`; under `rollback` that job stored nothing.
 */
export async function captureDocument(
  house: CaptureHouse,
  document: unknown,
  { member, errorBehaviour = 'rollback', audience }: CaptureParameters,
): Promise<CaptureJob> {
  const createdAt = new Date().toISOString();
  const opened = openDocument(document);
  if (Array.isArray(opened)) throw refuse(opened);
  if (opened.events.length > maxEvents) throw traceErrors.captureLimitExceeded({ maxEvents, maxBytes });
  const { prepared, refused, issues } = prepareEvents(opened);
  if (issues.length > 0 && errorBehaviour === 'rollback') throw refuse(issues);

  const captureID = randomUUID();
  const job = { captureID, member, createdAt, captureErrorBehaviour: errorBehaviour };
  const rejected: RefusedEvent[] = [...refused];
  const finish = (tx: Tx, events: string[], duplicates: DuplicateEvent[]) =>
    insertJob(tx, { ...job, eventIDs: events, duplicates, errors: rejected.map(toProblem) });
  try {
    return await house.store.transaction(async (tx) => {
      rejected.splice(refused.length);
      const claimed = await claimAll(tx, prepared, rejected);
      if (rejected.length > 0 && errorBehaviour === 'rollback') throw new NotAllStored();
      const { envelope } = opened;
      const stored = await insertEvents(tx, { captureID, member, time: createdAt, envelope, events: claimed });
      // Sent together, one after the other over the same connection: a round trip less each.
      const [duplicates] = await Promise.all([
        findDuplicates(tx, prepared, [...stored, ...rejected]),
        storeVocabulary(tx, { vocabularies: opened.vocabularies, member, time: createdAt }),
        appendEvidence(tx, house.ledger, { stored, opened, member, time: createdAt }),
        storeAudience(tx, stored, audience ?? publicAudience),
      ]);
      const total = await countCapture(tx, stored.length);
      if (stored.length > 0) {
        const news = { type: 'captured', captureID, events: stored.length, total };
        await house.store.notify(tx, 'live', JSON.stringify(news));
      }
      return finish(
        tx,
        stored.map(({ eventID }) => eventID),
        duplicates,
      );
    });
  } catch (error) {
    if (!(error instanceof NotAllStored)) throw error;
    return await house.store.transaction(async (tx) => finish(tx, [], []));
  }
}

function refuse(issues: Issue[]) {
  const [first = { pointer: '', problem: 'is invalid' }] = issues;
  return traceErrors.invalidDocument(
    { count: issues.length, pointer: first.pointer || '/', problem: first.problem },
    { details: { errors: issues.slice(0, maxIssues) } },
  );
}

/** Leaves out repetitions within the document and events whose eventID names something else (into `rejected`). */
async function claimAll(tx: Tx, prepared: PreparedEvent[], rejected: RefusedEvent[]): Promise<PreparedEvent[]> {
  const reject = ({ index, eventID }: PreparedEvent) => {
    rejected.push({ index, error: traceErrors.eventIdTaken({ index, eventID }) });
  };
  const hashes = new Map<string, string>();
  const first = new Map<string, PreparedEvent>();
  for (const event of prepared) {
    const known = hashes.get(event.eventID) ?? event.hash;
    hashes.set(event.eventID, known);
    const identity = `${event.hash} ${event.declaration}`;
    if (known !== event.hash) reject(event);
    else if (!first.has(identity)) first.set(identity, event);
  }
  const conflicts = await claimEventIds(tx, [...first.values()]);
  const claimed: PreparedEvent[] = [];
  const renamed: PreparedEvent[] = [];
  for (const event of first.values()) {
    if (!conflicts.has(event.eventID)) claimed.push(event);
    else if (!event.assigned) reject(event);
    else {
      // Someone gave this event's hash id to another event as its eventID: that must not keep it out.
      const eventID = `urn:uuid:${randomUUID()}`;
      renamed.push({ ...event, eventID, event: { ...event.event, eventID } });
    }
  }
  await claimEventIds(tx, renamed);
  return [...claimed, ...renamed].sort((a, b) => a.index - b.index);
}

async function appendEvidence(
  tx: Tx,
  ledger: CaptureHouse['ledger'],
  { stored, opened, member, time }: { stored: StoredEvent[]; opened: OpenedDocument; member: string; time: string },
): Promise<void> {
  if (stored.length === 0) return;
  const statements = await ledger.appendStatements(
    tx,
    stored.map(({ hash, event }) => ({
      kind: 'epcis.event',
      subject: hash,
      member,
      time,
      payload: composeDocument(opened.envelope, [event as unknown as Record<string, JsonValue>], time),
    })),
  );
  await tx`
    UPDATE trace.events e SET statement_id = s.statement_id
    FROM unnest(${stored.map(({ sequence }) => sequence)}::bigint[], ${statements.map((s) => s.statementId)}::text[])
      AS s(sequence, statement_id)
    WHERE e.sequence = s.sequence`;
}

async function findDuplicates(
  tx: Tx,
  prepared: PreparedEvent[],
  others: { index: number }[],
): Promise<DuplicateEvent[]> {
  const known = new Set(others.map(({ index }) => index));
  const repeated = prepared.filter(({ index }) => !known.has(index));
  if (repeated.length === 0) return [];
  const rows = await tx<{ hash: string; event_id: string }[]>`
    SELECT hash, event_id FROM trace.events
    WHERE hash = ANY(${repeated.map(({ hash }) => hash)}::text[]) ORDER BY sequence DESC`;
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
