import type { Sql, Tx } from '../../store/index.ts';
import { describeDevice } from './describeDevice.ts';
import { peopleErrors } from './errors.ts';
import type { PeopleParts } from './parts.ts';
import type { SessionKind } from './sessionKind.ts';

/** An open session as its person or the person's administrator sees it. */
export interface PersonSession extends SessionKind {
  id: string;
  /** Whether the request that lists the sessions came with this one. */
  current: boolean;
  createdAt: string;
  /** Exact to a few minutes. */
  lastSeenAt: string;
  expiresAt: string;
  device: string | null;
}

interface Row extends SessionKind {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string | null;
}

/** More sessions than any person opens. */
const most = 200;

/** The open sessions of a person, the newest use first. */
export async function findSessions(
  { store: { sql } }: PeopleParts,
  { userId, currentId }: { userId: string; currentId: string | null },
): Promise<PersonSession[]> {
  const rows = await sql<Row[]>`
    select "id", "createdAt", "lastSeenAt", "expiresAt", "userAgent", "method", "secondFactor"
    from alliance."session" where "userId" = ${userId} and "expiresAt" > now()
    order by "lastSeenAt" desc limit ${most}`;
  return rows.map(({ userAgent, createdAt, lastSeenAt, expiresAt, ...row }) => ({
    ...row,
    current: row.id === currentId,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    device: describeDevice(userAgent),
  }));
}

/** Ends one session of a person at once. Throws PEOPLE_SESSION_UNKNOWN. */
export async function endSession(sql: Sql | Tx, { id, userId }: { id: string; userId: string }): Promise<void> {
  const ended = await sql`delete from alliance."session" where "id" = ${id} and "userId" = ${userId} returning "id"`;
  if (ended.length === 0) throw peopleErrors.sessionUnknown();
}

/** Ends the sessions of a person at once, all but `exceptId`; gives how many. */
export async function endSessions(
  sql: Sql | Tx,
  { userId, exceptId = null }: { userId: string; exceptId?: string | null },
): Promise<number> {
  const ended = await sql`
    delete from alliance."session"
    where "userId" = ${userId} and "id" is distinct from ${exceptId} returning "id"`;
  return ended.length;
}

/** Notes that a session is in use, at most every five minutes. */
export async function noteSession({ store: { sql } }: PeopleParts, id: string): Promise<void> {
  await sql`
    update alliance."session" set "lastSeenAt" = now()
    where "id" = ${id} and "lastSeenAt" < now() - interval '5 minutes'`;
}
