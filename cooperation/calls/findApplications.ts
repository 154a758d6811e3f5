import type { Principal } from '../../alliance/index.ts';
import type { CooperationHouse } from '../house.ts';
import { type Page, type PageParameters, readIdToken, toIdPage } from '../page.ts';
import { readCall } from './findCalls.ts';

/** What an organisation handed in, and what became of it. */
export interface Application {
  id: string;
  /** Slug of the organisation that applies. */
  member: string;
  title: string;
  /** Markdown. */
  body: string;
  /** Its salted digest in the evidence log. */
  statementId: string;
  createdAt: string;
  updatedAt: string;
  result: 'accepted' | 'declined' | null;
  reason: string;
}

interface ApplicationRow {
  id: string;
  member: string;
  title: string;
  body: string;
  statement_id: string;
  created_at: Date;
  updated_at: Date;
  result: 'accepted' | 'declined' | null;
  reason: string;
}

/**
 * The applications to a call that the principal's organisation may read: all for the one that calls; the own one for others, and
 * the rest of them when the call is not open any more and the own organisation has applied too.
 * @throws COOPERATION_CALL_UNKNOWN, RIGHTS_REFUSED
 */
export async function findApplications(
  house: CooperationHouse,
  { principal, id, perPage, pageToken }: PageParameters & { principal: Principal; id: string },
): Promise<Page<Application>> {
  const { sql } = house.store;
  house.rights.require({ principal, action: 'cooperation:read-applications' });
  const call = await readCall(house, id);
  const { member } = principal;
  const after = readIdToken(pageToken);
  const unsealed = call.state !== 'open';
  const rows = await sql<ApplicationRow[]>`
    SELECT id, member, title, body, statement_id, created_at, updated_at, result, reason
    FROM cooperation.applications AS a
    WHERE call_id = ${id} ${after === null ? sql`` : sql`AND id > ${after}`}
      AND (${call.member === member} OR member = ${member} OR (${unsealed} AND EXISTS (
        SELECT FROM cooperation.applications AS own WHERE own.call_id = ${id} AND own.member = ${member})))
    ORDER BY id
    LIMIT ${perPage + 1}`;
  return toIdPage(rows, perPage, (row) => ({
    id: row.id,
    member: row.member,
    title: row.title,
    body: row.body,
    statementId: row.statement_id,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    result: row.result,
    // Why another was declined is between it and the one that called.
    reason: row.member === member || call.member === member ? row.reason : '',
  }));
}
