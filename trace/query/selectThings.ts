import type { Sql } from '../../store/index.ts';
import type { KeyRange, ThingFilter } from './eventQuery.ts';

/** Classes whose items and lots have names below theirs: GTIN, ITIP, CPI. */
const classKey = /^https:\/\/id\.gs1\.org\/(?:01|8006|8010)\/[^/]+$/;

/**
 * Events with a thing of the filter. A key matches itself, what lies below it (items and lots of a GTIN, as an EPC
 * pattern does), and for a lot the items that are known to be of it. Ranges stand in the text one by one: so the
 * planner sees how narrow they are.
 */
export function selectThings(sql: Sql, { keys, ranges, roles, level }: ThingFilter) {
  const part = sql`t.role = ANY(${[...roles]}::text[]) ${level === 'any' ? sql`` : sql`AND t.level = ${level}`}`;
  const patterned = sql`t.role = ANY(${[...roles]}::text[]) AND t.level = ${level === 'class' ? 'class' : 'instance'}`;
  const lots = keys.filter((key) => key.includes('/10/'));
  const items =
    lots.length === 0
      ? sql``
      : sql`UNION ALL SELECT t.event FROM trace.event_things t
          WHERE t.key IN (SELECT item FROM trace.lot_items WHERE lot = ANY(${lots}::text[])) AND ${part}`;
  const below = keys
    .filter((key) => classKey.test(key))
    .reduce(
      (all, key) => sql`${all} UNION ALL SELECT t.event FROM trace.event_things t
        WHERE t.key > ${`${key}/`} AND t.key < ${`${key}0`} AND ${part}`,
      sql``,
    );
  const patterns = ranges.reduce(
    (all, range) => sql`${all} UNION ALL SELECT t.event FROM trace.event_things t
      WHERE t.key >= ${range.from} AND t.key < ${range.until} ${ofSerials(sql, range)} AND ${patterned}`,
    sql``,
  );
  return sql`SELECT t.event FROM trace.event_things t WHERE t.key = ANY(${keys}::text[]) AND ${part}
    ${items} ${below} ${patterns}`;
}

/** Serial numbers between two numbers; those that are no numbers are in no range. */
function ofSerials(sql: Sql, { from, serials }: KeyRange) {
  if (serials === null) return sql``;
  const rest = sql`substr(t.key, ${from.length + 1}::int)`;
  return sql`AND CASE WHEN ${rest} ~ '^[0-9]{1,20}$'
    THEN ${rest}::numeric BETWEEN ${serials.least}::numeric AND ${serials.greatest}::numeric ELSE false END`;
}
