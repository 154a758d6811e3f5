import { makeStatementIds } from '../../ledger/index.ts';
import { canonicalizeJson, type JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { toThingKey } from '../things.ts';
import { column } from './columns.ts';
import { insertIndex } from './insertIndex.ts';
import { type PreparedEvent, sha256Hex } from './prepareEvents.ts';

export interface InsertEventsParameters {
  captureID: string;
  member: string;
  /** Capture time, ISO 8601 in UTC. */
  time: string;
  envelope: Record<string, JsonValue>;
  events: readonly PreparedEvent[];
}

/** An event that this transaction stored. */
export interface StoredEvent extends PreparedEvent {
  sequence: string;
  /** The id that its statement must get: the row has it already, so that it need not be written again. */
  statementId: string;
}

/** Stores events and their index rows in bulk; gives those that were not stored yet, in the order of the document. */
export async function insertEvents(tx: Tx, parameters: InsertEventsParameters): Promise<StoredEvent[]> {
  const { captureID, member, time, envelope, events } = parameters;
  if (events.length === 0) return [];
  const content = canonicalizeJson(envelope);
  // Half of the hash tells contexts apart, and stands in every row.
  const digest = sha256Hex(content).slice(0, 32);
  const statementIds = makeStatementIds(events.length);
  const list = (read: (prepared: PreparedEvent) => string | null | undefined) =>
    column(
      tx,
      events.map((event) => read(event) ?? null),
    );
  // Rows go in by the order of the unique key, so that concurrent captures wait in one direction only;
  // `sequence` keeps the order of the document.
  const stored = await tx<{ sequence: string; position: number }[]>`
    WITH envelope AS (
      INSERT INTO trace.envelopes (digest, content) VALUES (${digest}, ${content}::text::jsonb) ON CONFLICT DO NOTHING
    ), given AS MATERIALIZED (
      SELECT nextval('trace.event_sequence') AS sequence, g.* FROM unnest(
        ${list(({ eventID }) => eventID)}, ${list(({ hash }) => hash)}, ${list(({ declaration }) => declaration)},
        ${list(({ event }) => event.type)}, ${list(({ event }) => event.action)},
        ${list(({ event }) => new Date(event.eventTime).toISOString())}::timestamptz[],
        ${list(({ event }) => event.eventTimeZoneOffset)}, ${list(({ bizStep }) => bizStep)},
        ${list(({ disposition }) => disposition)}, ${list(({ event }) => placeKey(event.readPoint))},
        ${list(({ event }) => placeKey(event.bizLocation))},
        ${list(({ event }) => event.transformationID && toThingKey(event.transformationID))},
        ${column(tx, statementIds)},
        ${list(({ event }) => JSON.stringify(event as unknown as JsonValue))}::jsonb[]
      ) WITH ORDINALITY AS g(event_id, hash, declaration, type, action, event_time, event_time_zone_offset, biz_step,
        disposition, read_point, biz_location, transformation_id, statement_id, document, position)
    ), stored AS (
      INSERT INTO trace.events (sequence, event_id, hash, declaration, capture_id, member, record_time, type, action,
        event_time, event_time_zone_offset, biz_step, disposition, read_point, biz_location, transformation_id,
        statement_id, envelope, document)
      SELECT sequence, event_id, hash, coalesce(declaration, ''), ${captureID}, ${member}, ${time}::timestamptz, type,
        action, event_time, event_time_zone_offset, biz_step, disposition, read_point, biz_location, transformation_id,
        statement_id, ${digest}, document
      FROM given ORDER BY hash COLLATE "C", declaration COLLATE "C"
      ON CONFLICT (hash, declaration) DO NOTHING
      RETURNING sequence
    )
    SELECT sequence::text, position::int - 1 AS position FROM given JOIN stored USING (sequence) ORDER BY position`;
  const inserted = stored.flatMap(({ sequence, position }) => {
    const event = events[position];
    return event ? [{ ...event, sequence, statementId: statementIds[position] ?? '' }] : [];
  });
  await insertIndex(tx, inserted);
  return inserted;
}

const placeKey = (place: { id: string } | undefined) => (place ? toThingKey(place.id) : null);
