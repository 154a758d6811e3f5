import type { Store } from '../store/index.ts';
import type { Accounts } from './accounts/openAccounts.ts';
import { throwCause } from './accounts/throwCause.ts';
import { authenticateKey, readKeyHeader } from './keys.ts';
import { type Principal, type Role, scopesOf } from './principal.ts';

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

/**
 * Finds out who makes a request. An API key goes before a session cookie, and a wrong key is nobody even when there
 * is a cookie, so that a mistake shows.
 *
 * @throws STORE_UNAVAILABLE
 */
export async function authenticate(
  store: Store,
  accounts: Accounts,
  { headers, refresh = false }: AuthenticateParameters,
): Promise<Authentication> {
  const key = readKeyHeader(headers);
  if (key !== null) return { principal: await authenticateKey(store, key), setCookies: [] };
  if (!headers.has('cookie')) return { principal: null, setCookies: [] };
  const asked = await accounts.api
    .getSession({ headers, query: { disableRefresh: !refresh }, returnHeaders: true })
    .catch((error: unknown) => throwCause(store, error));
  const user = asked.response?.user;
  if (!user) return { principal: null, setCookies: [] };
  const role = user.role as Role;
  return {
    principal: { kind: 'person', id: user.id, name: user.name, member: user.member, role, scopes: scopesOf(role) },
    setCookies: asked.headers.getSetCookie(),
  };
}
