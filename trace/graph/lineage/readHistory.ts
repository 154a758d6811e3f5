import type { Sql } from '../../../store/index.ts';
import { selectVisible } from '../../access/selectVisible.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Role } from '../../things.ts';

/** A part that a thing took in an event, with what the event says of it. */
export interface HistoryPart {
  key: string;
  role: Role;
  quantity: number | null;
  uom: string | null;
  sequence: string;
  hash: string;
  member: string;
  type: string;
  action: string | null;
  bizStep: string | null;
  /** Milliseconds since 1970. */
  time: number;
  visible: boolean;
}

/** Every part of things in events that were not declared erroneous, the oldest first; at most `limit`. */
export async function readHistory(
  sql: Sql,
  { keys, viewer, limit }: { keys: readonly string[]; viewer: Viewer; limit: number },
): Promise<HistoryPart[]> {
  if (keys.length === 0) return [];
  return sql<HistoryPart[]>`
    SELECT t.key, t.role, t.quantity, t.uom, e.sequence::text, e.hash, e.member, e.type, e.action,
      e.biz_step AS "bizStep", (extract(epoch FROM e.event_time) * 1000)::float8 AS time,
      ${selectVisible(sql, viewer)} AS visible
    FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event
    WHERE t.key = ANY(${[...keys]}::text[]) AND t.role <> 'emptied' AND e.declaration = ''
      AND NOT EXISTS (SELECT FROM trace.events d WHERE d.hash = e.hash AND d.member = e.member AND d.declaration <> '')
    ORDER BY e.event_time, e.sequence
    LIMIT ${limit}`;
}
