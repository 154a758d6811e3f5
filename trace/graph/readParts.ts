import type { Sql } from '../../store/index.ts';
import type { Role } from '../things.ts';
import type { Visit } from './visit.ts';

/** A part that a visited thing took in an event. */
export interface Part {
  /** Position of the visit that asked for it. */
  visit: number;
  sequence: string;
  role: Role;
  quantity: number | null;
  /** Milliseconds since 1970. */
  time: number;
  type: string;
  action: string | null;
  transformation: string | null;
}

/** Another thing of an event. */
export interface Partner {
  sequence: string;
  key: string;
  role: Role;
  quantity: number | null;
}

/** Cast on the server: the driver would take an infinite time for a broken date. */
const toText = (time: number) =>
  time === Infinity ? 'infinity' : time === -Infinity ? '-infinity' : new Date(time).toISOString();

/**
 * Parts of the visited things in their windows, the oldest first. Being put into something counts from before the window,
 * because it may last. Events that their recorder declared erroneous do not count, nor do the declarations.
 */
export async function readParts(sql: Sql, visits: readonly Visit[], limit: number): Promise<Part[]> {
  return sql<Part[]>`
    SELECT v.visit::int - 1 AS visit, e.sequence::text, t.role, t.quantity,
      (extract(epoch FROM e.event_time) * 1000)::float8 AS time, e.type, e.action, e.transformation_id AS transformation
    FROM unnest(
      ${visits.map(({ key }) => key)}::text[], ${visits.map(({ mode }) => mode)}::text[],
      ${visits.map(({ from }) => toText(from))}::text[], ${visits.map(({ until }) => toText(until))}::text[]
    ) WITH ORDINALITY AS v(key, mode, since, until, visit)
    JOIN trace.event_things t ON t.key = v.key AND t.event_time <= v.until::timestamptz
      AND (t.event_time >= v.since::timestamptz OR t.role IN ('child', 'parent'))
    JOIN trace.events e ON e.sequence = t.event
    WHERE e.declaration = ''
      AND NOT EXISTS (SELECT FROM trace.events d WHERE d.hash = e.hash AND d.member = e.member AND d.declaration <> '')
      AND (v.mode NOT IN ('carrier', 'vessel') OR t.role IN ('epc', 'child') OR (t.role = 'input' AND v.mode = 'vessel')
        OR (t.role = 'parent' AND e.type <> 'AggregationEvent'))
      AND (v.mode <> 'origin' OR t.role = 'output' OR (t.role = 'epc' AND e.action = 'ADD' AND e.type = 'ObjectEvent'))
    ORDER BY e.event_time, e.sequence
    LIMIT ${limit}`;
}

/** Containers and inputs of `events`, the children of those in `asParent`, the outputs of those in `asInput`. */
export async function readPartners(
  sql: Sql,
  events: string[],
  { asParent = [], asInput = [] }: { asParent?: string[]; asInput?: string[] },
  limit: number,
): Promise<Partner[]> {
  if (events.length === 0) return [];
  return sql<Partner[]>`
    SELECT event::text AS sequence, key, role, quantity FROM trace.event_things
    WHERE event = ANY(${events}::bigint[])
      AND (role IN ('parent', 'input') OR (role = 'child' AND event = ANY(${asParent}::bigint[]))
        OR (role = 'output' AND event = ANY(${asInput}::bigint[])))
    LIMIT ${limit}`;
}

/** Every event of transformations that were recorded in several events (EPCIS 2.0 section 7.4.6). */
export async function readTransformations(
  sql: Sql,
  ids: string[],
): Promise<{ transformation: string; sequence: string; time: number }[]> {
  if (ids.length === 0) return [];
  return sql`
    SELECT transformation_id AS transformation, sequence::text,
      (extract(epoch FROM event_time) * 1000)::float8 AS time
    FROM trace.events e WHERE transformation_id = ANY(${ids}::text[]) AND type = 'TransformationEvent'
      AND declaration = '' AND NOT EXISTS (SELECT FROM trace.events d WHERE d.hash = e.hash AND d.member = e.member AND d.declaration <> '')
    LIMIT 1000`;
}

/** The moments at which everything was taken out of the containers of `events`, and of `keys`. */
export async function readEmptied(
  sql: Sql,
  { events, keys = [] }: { events: string[]; keys?: string[] },
): Promise<{ key: string; sequence: string; time: number }[]> {
  if (events.length + keys.length === 0) return [];
  return sql`
    SELECT t.key, e.sequence::text, (extract(epoch FROM e.event_time) * 1000)::float8 AS time
    FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event
    WHERE t.key IN (
        SELECT unnest(${keys}::text[])
        UNION SELECT key FROM trace.event_things WHERE event = ANY(${events}::bigint[]) AND role = 'parent')
      AND t.role = 'emptied' AND e.declaration = ''
      AND NOT EXISTS (SELECT FROM trace.events d WHERE d.hash = e.hash AND d.member = e.member AND d.declaration <> '')
    ORDER BY e.event_time LIMIT 10000`;
}

/** Which items are known to be of which lots, for lots and items among `keys`. */
export async function readLotItems(sql: Sql, keys: string[], limit: number): Promise<{ lot: string; item: string }[]> {
  return sql`
    SELECT lot, item FROM trace.lot_items WHERE lot = ANY(${keys}::text[]) OR item = ANY(${keys}::text[])
    ORDER BY lot, item LIMIT ${limit}`;
}
