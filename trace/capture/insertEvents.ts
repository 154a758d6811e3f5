import { canonicalizeJson, type JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { toThingKey } from '../things.ts';
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
}

/** Stores events and their index rows in bulk; gives those that were not stored yet, in the order of the document. */
export async function insertEvents(tx: Tx, parameters: InsertEventsParameters): Promise<StoredEvent[]> {
  const { captureID, member, time, envelope, events } = parameters;
  if (events.length === 0) return [];
  const content = canonicalizeJson(envelope);
  const digest = sha256Hex(content);
  const rows = JSON.stringify(events.map(toRow));
  // Rows go in by the order of the unique key, so that concurrent captures wait in one direction only;
  // `sequence` keeps the order of the document.
  const stored = await tx<{ sequence: string; position: number }[]>`
    WITH envelope AS (
      INSERT INTO trace.envelopes (digest, content) VALUES (${digest}, ${content}::text::jsonb) ON CONFLICT DO NOTHING
    ), given AS MATERIALIZED (
      SELECT nextval('trace.event_sequence') AS sequence, e.*
      FROM (SELECT * FROM jsonb_to_recordset(${rows}::text::jsonb) AS e(
        position int, event_id text, hash text, declaration text, type text, action text, event_time timestamptz,
        event_time_zone_offset text, biz_step text, disposition text, read_point text, biz_location text,
        transformation_id text, content text) ORDER BY position) AS e
    ), stored AS (
      INSERT INTO trace.events (sequence, event_id, hash, declaration, capture_id, member, record_time, type, action,
        event_time, event_time_zone_offset, biz_step, disposition, read_point, biz_location, transformation_id,
        envelope, document, content)
      SELECT sequence, event_id, hash, declaration, ${captureID}, ${member}, ${time}::timestamptz, type, action,
        event_time, event_time_zone_offset, biz_step, disposition, read_point, biz_location, transformation_id,
        ${digest}, content::jsonb, content
      FROM given ORDER BY hash COLLATE "C", declaration COLLATE "C"
      ON CONFLICT (hash, declaration) DO NOTHING
      RETURNING sequence
    )
    SELECT sequence::text, position FROM given JOIN stored USING (sequence) ORDER BY position`;
  const inserted = stored.flatMap(({ sequence, position }) => {
    const event = events[position];
    return event ? [{ ...event, sequence }] : [];
  });
  await insertThings(tx, inserted);
  return inserted;
}

function toRow(prepared: PreparedEvent, position: number) {
  const { event } = prepared;
  return {
    position,
    event_id: prepared.eventID,
    hash: prepared.hash,
    declaration: prepared.declaration,
    type: event.type,
    action: event.action ?? null,
    event_time: new Date(event.eventTime).toISOString(),
    event_time_zone_offset: event.eventTimeZoneOffset,
    biz_step: prepared.bizStep,
    disposition: prepared.disposition,
    read_point: event.readPoint ? toThingKey(event.readPoint.id) : null,
    biz_location: event.bizLocation ? toThingKey(event.bizLocation.id) : null,
    transformation_id: event.transformationID ?? null,
    content: canonicalizeJson(event as unknown as JsonValue),
  };
}

async function insertThings(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
  const things = events.flatMap(({ sequence, things }) => things.map((thing) => ({ sequence, ...thing })));
  const lots = new Map<string, string>();
  for (const { sequence, key } of things) if (isLot(key) && !lots.has(key)) lots.set(key, sequence);
  const lotItems = events.flatMap((event) => event.lotItems);
  for (const { lot } of lotItems) if (!lots.has(lot)) lots.set(lot, events[0]?.sequence ?? '0');
  await Promise.all([
    tx`
      INSERT INTO trace.event_things (event, key, role, level, quantity, uom, event_time)
      SELECT t.sequence, t.key, t.role, t.level, t.quantity, t.uom, e.event_time
      FROM jsonb_to_recordset(${JSON.stringify(things)}::text::jsonb)
        AS t(sequence bigint, key text, role text, level text, quantity double precision, uom text)
      JOIN trace.events e ON e.sequence = t.sequence`,
    lotItems.length > 0 &&
      tx`
        INSERT INTO trace.lot_items (lot, item)
        SELECT DISTINCT lot, item FROM jsonb_to_recordset(${JSON.stringify(lotItems)}::text::jsonb) AS l(lot text, item text)
        ORDER BY lot, item
        ON CONFLICT DO NOTHING`,
    lots.size > 0 &&
      tx`
        INSERT INTO trace.lots (key, first_event)
        SELECT key, event FROM unnest(${[...lots.keys()]}::text[], ${[...lots.values()]}::bigint[]) AS l(key, event)
        ORDER BY key COLLATE "C"
        ON CONFLICT DO NOTHING`,
  ]);
}

const isLot = (key: string) => key.startsWith('https://id.gs1.org/01/') && key.includes('/10/');
