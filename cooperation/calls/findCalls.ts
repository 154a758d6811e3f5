import { searchQuery } from '../../host/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { type Page, type PageParameters, readIdToken, toIdPage } from '../page.ts';
import { type Call, type CallRow, type CallState, toCall } from './call.ts';

export interface FindCallsParameters extends PageParameters {
  state?: CallState | undefined;
  /** Slug of the organisation that calls. */
  member?: string | undefined;
  q?: string | undefined;
}

type Sql = CooperationHouse['store']['sql'];

const stateOf = (sql: Sql) => sql`CASE WHEN c.state = 'open' AND c.deadline <= now() THEN 'closed' ELSE c.state END`;

const select = (sql: Sql, condition: ReturnType<Sql>) => sql<CallRow[]>`
  SELECT c.id, c.member, c.title, c.body, c.deadline, ${stateOf(sql)} AS state, c.decision, c.outcome, c.created_at,
    c.updated_at, c.decided_at, c.finished_at, counted.applications, counted.accepted
  FROM cooperation.calls AS c
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS applications,
      coalesce(array_agg(a.member ORDER BY a.member) FILTER (WHERE a.result = 'accepted'), '{}') AS accepted
    FROM cooperation.applications AS a WHERE a.call_id = c.id
  ) AS counted
  ${condition}`;

/** Calls for cooperation, the newest first. @throws COOPERATION_PAGE_TOKEN_WRONG */
export async function findCalls(house: CooperationHouse, parameters: FindCallsParameters): Promise<Page<Call>> {
  const { state, member, q, perPage, pageToken } = parameters;
  const { sql } = house.store;
  const before = readIdToken(pageToken);
  const query = q === undefined ? undefined : searchQuery(q);
  if (query === null) return { items: [], nextPageToken: null };
  const rows = await select(
    sql,
    sql`WHERE true
      ${state === undefined ? sql`` : sql`AND ${stateOf(sql)} = ${state}`}
      ${member === undefined ? sql`` : sql`AND c.member = ${member}`}
      ${query === undefined ? sql`` : sql`AND c.search @@ ${query}::tsquery`}
      ${before === null ? sql`` : sql`AND c.id < ${before}`}
      ORDER BY c.id DESC LIMIT ${perPage + 1}`,
  );
  return toIdPage(rows, perPage, toCall);
}

/** One call. @throws COOPERATION_CALL_UNKNOWN */
export async function readCall({ store: { sql } }: CooperationHouse, id: string): Promise<Call> {
  const [row] = await select(sql, sql`WHERE c.id = ${id}`);
  if (!row) throw cooperationErrors.callUnknown({ id });
  return toCall(row);
}
