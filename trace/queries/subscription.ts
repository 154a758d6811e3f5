import type { Sql } from '../../store/index.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';
import { queryErrors } from './errors.ts';
import type { Schedule } from './schedule.ts';

/** A webhook subscription as its member sees it; the token is never shown. */
export interface Subscription {
  subscriptionID: string;
  queryName: string;
  dest: string;
  createdAt: string;
  initialRecordTime: string;
  /** Of the last run; at first `initialRecordTime`. */
  minRecordTime: string;
  lastNotifiedAt?: string;
  epcFormat: string;
  stream?: true;
  schedule?: Schedule;
  reportIfEmpty?: boolean;
}

/** A row of trace.subscriptions without the token. */
export interface SubscriptionRow {
  id: string;
  query: string;
  member: string;
  dest: string;
  schedule: Schedule | null;
  report_if_empty: boolean;
  epc_format: string;
  created_at: Date;
  initial_record_time: Date;
  min_record_time: Date;
  last_notified_at: Date | null;
}

/** What the interface shows of a row. */
export const toSubscription = (row: SubscriptionRow): Subscription => ({
  subscriptionID: row.id,
  queryName: row.query,
  dest: row.dest,
  createdAt: row.created_at.toISOString(),
  initialRecordTime: row.initial_record_time.toISOString(),
  minRecordTime: row.min_record_time.toISOString(),
  ...(row.last_notified_at && { lastNotifiedAt: row.last_notified_at.toISOString() }),
  epcFormat: row.epc_format,
  ...(row.schedule ? { schedule: row.schedule, reportIfEmpty: row.report_if_empty } : { stream: true }),
});

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface OwnSubscription {
  query: string;
  /** Slug of the member that subscribed. */
  member: string;
  id: string;
}

/** One subscription of a member. @throws TRACE_SUBSCRIPTION_UNKNOWN */
export async function readSubscription(sql: Sql, { query, member, id }: OwnSubscription): Promise<Subscription> {
  const [row] = uuid.test(id)
    ? await sql<SubscriptionRow[]>`
        SELECT * FROM trace.subscriptions WHERE id = ${id} AND query = ${query} AND member = ${member}`
    : [];
  if (!row) throw unknown(query, id);
  return toSubscription(row);
}

/** A member's subscriptions to a query, the oldest first. */
export async function listSubscriptions(
  sql: Sql,
  {
    query,
    member,
    perPage,
    nextPageToken,
  }: Omit<OwnSubscription, 'id'> & { perPage: number; nextPageToken: string | null },
): Promise<{ subscriptions: Subscription[]; nextPageToken: string | null }> {
  const list = `trace.subscriptions ${member} ${query}`;
  const place = nextPageToken === null ? null : decodePageToken(nextPageToken, list, [/^[\d-]+ [\d:.]+\+00$/, uuid]);
  const rows = await sql<(SubscriptionRow & { place: string })[]>`
    SELECT *, (created_at AT TIME ZONE 'UTC')::text || '+00' AS place FROM trace.subscriptions
    WHERE query = ${query} AND member = ${member}
      ${place ? sql`AND (created_at, id) > (${place[0] ?? ''}::timestamptz, ${place[1] ?? ''}::uuid)` : sql``}
    ORDER BY created_at, id LIMIT ${perPage + 1}`;
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  return {
    subscriptions: shown.map(toSubscription),
    nextPageToken: last ? encodePageToken(list, [last.place, last.id]) : null,
  };
}

/** Ends a subscription; what is under way may still arrive once. @throws TRACE_SUBSCRIPTION_UNKNOWN */
export async function removeSubscription(sql: Sql, { query, member, id }: OwnSubscription): Promise<void> {
  const { count } = uuid.test(id)
    ? await sql`DELETE FROM trace.subscriptions WHERE id = ${id} AND query = ${query} AND member = ${member}`
    : { count: 0 };
  if (count === 0) throw unknown(query, id);
}

function unknown(query: string, id: string) {
  return queryErrors.subscriptionUnknown({ id: JSON.stringify(id.slice(0, 60)), name: query.slice(0, 100) });
}
