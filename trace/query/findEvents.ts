import type postgres from 'postgres';
import type { Sql } from '../../store/index.ts';
import { selectVisible } from '../access/selectVisible.ts';
import { publicViewer, type Viewer } from '../access/viewer.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';
import { queryErrors } from './errors.ts';
import type { EventQuery } from './eventQuery.ts';
import { orderEvents } from './orderEvents.ts';
import { selectEvents } from './selectEvents.ts';
import type { EventRecord } from './storedEvent.ts';

export interface EventPage {
  events: EventRecord[];
  nextPageToken: string | null;
}

/** Which part of the answer is wanted. */
export interface EventPaging {
  perPage: number;
  nextPageToken: string | null;
}

/**
 * Runs a query for a viewer, a page at a time; a page starts after the last event of the one before (keyset). Throws
 * TRACE_QUERY_TOO_LARGE, TRACE_QUERY_TOO_COMPLEX, and TRACE_INVALID_PARAMETER for a page token of another query.
 */
export async function findEvents(
  sql: Sql,
  query: EventQuery,
  viewer: Viewer = publicViewer,
  paging: EventPaging = query,
): Promise<EventPage> {
  const { perPage, nextPageToken } = paging;
  const order = orderEvents(sql, query);
  const [seen = '0', ...place] =
    nextPageToken === null ? [] : decodePageToken(nextPageToken, query.text, [/^\d{1,10}$/, ...order.shape]);
  const conditions = sql`${await selectEvents(sql, query)} AND ${selectVisible(sql, viewer)}`;
  await refuseTooMany(sql, query, conditions);
  const wanted = query.eventCountLimit === null ? perPage : Math.min(perPage, query.eventCountLimit - Number(seen));
  const rows = await sql<(EventRecord & Record<string, unknown>)[]>`
    SELECT e.*, v.content AS envelope, ${order.place}
    FROM trace.events e JOIN trace.envelopes v ON v.digest = e.envelope ${order.join}
    WHERE ${conditions} ${place.length > 0 ? order.after(place) : sql``}
    ORDER BY ${order.by}
    LIMIT ${wanted + 1}`;
  const events = rows.slice(0, wanted);
  const last = rows.length > wanted ? events.at(-1) : undefined;
  const told = Number(seen) + events.length;
  const over = query.eventCountLimit !== null && told >= query.eventCountLimit;
  return {
    events,
    nextPageToken: last && !over ? encodePageToken(query.text, [String(told), ...order.read(last)]) : null,
  };
}

async function refuseTooMany(sql: Sql, { maxEventCount }: EventQuery, conditions: postgres.Fragment): Promise<void> {
  if (maxEventCount === null) return;
  const rows = await sql`SELECT FROM trace.events e WHERE ${conditions} LIMIT ${maxEventCount + 1}`;
  if (rows.length > maxEventCount) throw queryErrors.queryTooLarge({ max: maxEventCount });
}
