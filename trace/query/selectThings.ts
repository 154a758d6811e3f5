import type { Sql } from '../../store/index.ts';
import { anyOf } from './anyOf.ts';
import type { KeyRange, ThingFilter } from './eventQuery.ts';

/** Classes whose items and lots have names below theirs: GTIN, ITIP, CPI. */
const classKey = /^https:\/\/id\.gs1\.org\/(?:01|8006|8010)\/[^/]+$/;

/**
 * Events with a thing of the filter. A key matches itself, what lies below it (items and lots of a GTIN, as an EPC
 * pattern does), and for a lot the items that are known to be of it. All are alternatives in one condition over one
 * table, ranges one by one: so the planner sees how narrow they are, and may start from the events when they are wide.
 */
export function selectThings(sql: Sql, { keys, ranges, roles, level }: ThingFilter) {
  const part = sql`t.role = ANY(${[...roles]}::text[]) ${level === 'any' ? sql`` : sql`AND t.level = ${level}`}`;
  const lots = keys.filter((key) => key.includes('/10/'));
  const ofKeys = [
    ...keys.map((key) => sql`t.key = ${key}`),
    ...(lots.length === 0
      ? []
      : [sql`t.key = ANY(ARRAY(SELECT item FROM trace.lot_items WHERE lot = ANY(${lots}::text[])))`]),
    ...keys.filter((key) => classKey.test(key)).map((key) => sql`(t.key > ${`${key}/`} AND t.key < ${`${key}0`})`),
  ];
  // An EPC pattern names EPCs, where it is not classes that are looked for.
  const instances = level === 'any' ? sql`AND t.level = 'instance'` : sql``;
  const ofRanges = ranges.map(
    (range) => sql`(t.key >= ${range.from} AND t.key < ${range.until} ${ofSerials(sql, range)} ${instances})`,
  );
  return sql`SELECT t.event FROM trace.event_things t WHERE ${part} AND (${anyOf(sql, [...ofKeys, ...ofRanges])})`;
}

/** Serial numbers between two numbers; those that are no numbers are in no range. */
function ofSerials(sql: Sql, { from, serials }: KeyRange) {
  if (serials === null) return sql``;
  const rest = sql`substr(t.key, ${from.length + 1}::int)`;
  return sql`AND CASE WHEN ${rest} ~ '^[0-9]{1,20}$'
    THEN ${rest}::numeric BETWEEN ${serials.least}::numeric AND ${serials.greatest}::numeric ELSE false END`;
}
