import type { Sql } from '../../store/index.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';
import type { EventQuery, ThingFilter } from './parseQuery.ts';
import type { EventRecord } from './storedEvent.ts';

export interface EventPage {
  events: EventRecord[];
  nextPageToken: string | null;
}

/** Runs a query, a page at a time; a page starts after the last event of the one before (keyset). */
export async function findEvents(sql: Sql, query: EventQuery): Promise<EventPage> {
  const { eventTime, recordTime, perPage, nextPageToken, text } = query;
  const shape = [/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, /^\d{1,18}$/];
  const [time, sequence] = nextPageToken === null ? [] : decodePageToken(nextPageToken, text, shape);
  const column = sql(query.orderBy === 'eventTime' ? 'event_time' : 'record_time');
  const order = query.descending ? sql`DESC` : sql`ASC`;
  const oneOf = (name: string, values: string[] | null) =>
    values === null ? sql`` : sql`AND e.${sql(name)} = ANY(${values}::text[])`;
  const within = (name: string, { from, until }: { from: string | null; until: string | null }) => sql`
    ${from === null ? sql`` : sql`AND e.${sql(name)} >= ${from}::timestamptz`}
    ${until === null ? sql`` : sql`AND e.${sql(name)} < ${until}::timestamptz`}`;
  const after =
    time === undefined || sequence === undefined
      ? sql``
      : sql`AND (e.${column}, e.sequence) ${query.descending ? sql`<` : sql`>`} (${time}::timestamptz, ${sequence}::bigint)`;
  const rows = await sql<EventRecord[]>`
    SELECT e.*, v.content AS envelope
    FROM trace.events e JOIN trace.envelopes v ON v.digest = e.envelope
    WHERE true
      ${query.things.reduce((all, filter) => sql`${all} AND e.sequence IN (${selectMatching(sql, filter)})`, sql``)}
      ${oneOf('type', query.eventTypes)} ${oneOf('biz_step', query.bizSteps)}
      ${oneOf('disposition', query.dispositions)} ${oneOf('event_id', query.eventIDs)}
      ${within('event_time', eventTime)} ${within('record_time', recordTime)} ${after}
    ORDER BY e.${column} ${order}, e.sequence ${order}
    LIMIT ${perPage + 1}`;
  const events = rows.slice(0, perPage);
  const last = rows.length > perPage ? events.at(-1) : undefined;
  const lastTime = query.orderBy === 'eventTime' ? last?.event_time : last?.record_time;
  return {
    events,
    nextPageToken: last && lastTime ? encodePageToken(text, [lastTime.toISOString(), last.sequence]) : null,
  };
}

/** Classes whose items and lots have names below theirs: GTIN, ITIP, CPI. */
const classKey = /^https:\/\/id\.gs1\.org\/(?:01|8006|8010)\/[^/]+$/;

/**
 * Events with a thing of the filter. A key matches itself, what lies below it (items and lots of a GTIN, as an EPC
 * pattern does), and for a lot the items that are known to be of it. Ranges stand in the text one by one: so the
 * planner sees how narrow they are.
 */
function selectMatching(sql: Sql, { keys, roles, level }: ThingFilter) {
  const part = sql`t.role = ANY(${roles}::text[]) ${level === 'any' ? sql`` : sql`AND t.level = ${level}`}`;
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
  return sql`SELECT t.event FROM trace.event_things t WHERE t.key = ANY(${keys}::text[]) AND ${part} ${items} ${below}`;
}
