import { peopleErrors } from './errors.ts';
import type { PeopleParts } from './parts.ts';
import type { SessionKind } from './sessionKind.ts';
import { throwCause } from './throwCause.ts';

/** The session that a request carries. */
export interface OwnSession extends SessionKind {
  id: string;
  token: string;
  userId: string;
  createdAt: Date;
}

/** Reads the session of a request; null without a good one. */
export async function readSession(
  { store, accounts }: Pick<PeopleParts, 'store' | 'accounts'>,
  headers: Headers,
): Promise<OwnSession | null> {
  if (!headers.has('cookie')) return null;
  const asked = await accounts.api
    .getSession({ headers, query: { disableRefresh: true } })
    .catch((error: unknown) => throwCause(store, error));
  if (!asked) return null;
  const { id, token, userId, createdAt, method, secondFactor } = asked.session;
  return {
    id,
    token,
    userId,
    createdAt,
    method: method as SessionKind['method'],
    secondFactor: secondFactor === true,
  };
}

/** How long after signing in one may change how one signs in. */
const freshMs = 60 * 60_000;

/**
 * Reads the session of a request that changes how its person signs in. One that was borrowed from an open browser is
 * mostly an old one; and whoever has a second factor must have used it, or one factor would be enough to add another.
 *
 * @throws PEOPLE_SESSION_NOT_FRESH, also without a session; PEOPLE_SECOND_FACTOR_UNPROVEN
 */
export async function requireFreshSession(parts: PeopleParts, headers: Headers): Promise<OwnSession> {
  const session = await readSession(parts, headers);
  if (!session || Date.now() - session.createdAt.getTime() > freshMs) throw peopleErrors.sessionNotFresh();
  if (session.secondFactor) return session;
  const strong = await parts.store.sql`
    select from alliance."user" where "id" = ${session.userId}
      and ("twoFactorEnabled" or exists(select from alliance."passkey" where "userId" = ${session.userId}))`;
  if (strong.length > 0) throw peopleErrors.secondFactorUnproven();
  return session;
}
