import type { Sql } from '../../store/index.ts';
import type { EventQuery } from './eventQuery.ts';
import { fieldNumber } from './fieldName.ts';

type Row = Record<string, unknown>;

/**
 * The order of a query's results in SQL over `trace.events e`, with the place of an event in it for page tokens. By an
 * extension field: numbers, then moments, then texts by their bytes; events without the field come before all.
 */
export function orderEvents(sql: Sql, { orderBy, descending }: EventQuery) {
  const direction = descending ? sql`DESC` : sql`ASC`;
  const before = descending ? sql`<` : sql`>`;
  const sequence = /^\d{1,18}$/;
  if (typeof orderBy === 'string') {
    const column = sql(orderBy === 'eventTime' ? 'event_time' : 'record_time');
    return {
      join: sql``,
      place: sql`e.${column} AS order_time`,
      shape: [/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, sequence],
      by: sql`e.${column} ${direction}, e.sequence ${direction}`,
      after: ([time = '', last = '']: string[]) =>
        sql`AND (e.${column}, e.sequence) ${before} (${time}::timestamptz, ${last}::bigint)`,
      read: (row: Row) => [(row.order_time as Date).toISOString(), String(row.sequence)],
    };
  }
  const names = orderBy.names.map(fieldNumber);
  return {
    // An event can have the field several times: its first value in this order counts.
    join: sql`LEFT JOIN LATERAL (
      SELECT CASE WHEN f.number IS NOT NULL THEN 1 WHEN f.time IS NOT NULL THEN 2 ELSE 3 END AS kind,
        coalesce(f.number, extract(epoch FROM f.time)::float8, 0) AS number, coalesce(f.text, '') AS text
      FROM trace.event_fields f WHERE f.event = e.sequence AND f.field = ANY(${names}::bigint[])
      ORDER BY 1 ${direction}, 2 ${direction}, 3 ${direction} LIMIT 1) o ON true`,
    place: sql`coalesce(o.kind, 0) AS order_kind, coalesce(o.number, 0)::text AS order_number, coalesce(o.text, '') AS order_text`,
    shape: [/^[0-3]$/, /^-?[\d.e+-]+$/, /^/, sequence],
    by: sql`coalesce(o.kind, 0) ${direction}, coalesce(o.number, 0) ${direction},
      coalesce(o.text, '') COLLATE "C" ${direction}, e.sequence ${direction}`,
    after: ([kind = '', number = '', text = '', last = '']: string[]) => sql`
      AND (coalesce(o.kind, 0), coalesce(o.number, 0), coalesce(o.text, '') COLLATE "C", e.sequence)
        ${before} (${kind}::int, ${number}::float8, ${text}::text, ${last}::bigint)`,
    read: (row: Row) => [row.order_kind, row.order_number, row.order_text, row.sequence].map(String),
  };
}
