import type { Store } from '../store/index.ts';
import type { Accounts } from './accounts/openAccounts.ts';
import { throwCause } from './accounts/throwCause.ts';
import type { AllianceState } from './allianceState.ts';
import { authenticateKey, readKeyHeader } from './keys.ts';
import { type Principal, platformSlug, type Role, type Standing } from './principal.ts';

/** Who makes a request, and the cookies that prolong the session. */
export interface Authentication {
  principal: Principal | null;
  setCookies: string[];
}

export interface AuthenticateParameters {
  headers: Headers;
  /** Prolongs a session that is older than a day; then the caller must pass `setCookies` on. */
  refresh?: boolean;
}

interface PersonRow {
  name: string;
  member: string;
  roles: Role[];
  standing: Standing;
  demo: boolean;
  secondFactor: boolean;
  secondFactorNeeded: boolean;
  founded: boolean;
}

/** Reads with every request what a person may lose from one to the next: its roles, its organisation's standing. */
async function readPerson({ sql }: Store, state: AllianceState, session: Session): Promise<Principal | null> {
  const [row] = await sql<PersonRow[]>`
    select u."name", u."member", u."roles", m.standing, m.demo,
      s."secondFactor",
      -- Of the platform's administrators one is wanted as soon as they have one.
      m.second_factor_required or (u."member" = ${platformSlug} and 'admin' = any(u."roles") and u."twoFactorEnabled")
        as "secondFactorNeeded",
      (select founded_at is not null from alliance.state) as founded
    from alliance."user" u
    join alliance.member m on m.slug = u."member"
    join alliance."session" s on s."id" = ${session.id} and s."userId" = u."id"
    where u."id" = ${session.userId}`;
  if (!row) return null;
  const { founded, ...person } = row;
  state.founded = founded;
  return { kind: 'person', id: session.userId, ...person, scopes: [], platform: person.member === platformSlug };
}

interface Session {
  id: string;
  userId: string;
}

/**
 * Finds out who makes a request. An API key goes before a session cookie, and a wrong key is nobody even when there
 * is a cookie, so that a mistake shows.
 *
 * @throws STORE_UNAVAILABLE
 */
export async function authenticate(
  store: Store,
  accounts: Accounts,
  state: AllianceState,
  { headers, refresh = false }: AuthenticateParameters,
): Promise<Authentication> {
  const key = readKeyHeader(headers);
  if (key !== null) return { principal: await authenticateKey(store, state, key), setCookies: [] };
  if (!headers.has('cookie')) return { principal: null, setCookies: [] };
  const asked = await accounts.api
    .getSession({ headers, query: { disableRefresh: !refresh }, returnHeaders: true })
    .catch((error: unknown) => throwCause(store, error));
  const session = asked.response?.session;
  if (!session) return { principal: null, setCookies: [] };
  return { principal: await readPerson(store, state, session), setCookies: asked.headers.getSetCookie() };
}
