import { XiangyuError } from '../../../errors.ts';
import type { Principal } from '../../principal.ts';
import { askAccounts, type Caller } from '../askAccounts.ts';
import { type AttemptKeys, beginAttempt, forgive } from '../attempts.ts';
import { peopleErrors } from '../errors.ts';
import type { PeopleParts } from '../parts.ts';
import { requireFreshSession } from '../readSession.ts';

export interface StartSingleSignOnParameters {
  /** Slug. */
  organisation?: string | undefined;
  email?: string | undefined;
}

async function findProvider({ store: { sql } }: PeopleParts, parameters: StartSingleSignOnParameters) {
  const { organisation, email = '' } = parameters;
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  const [row] =
    organisation === undefined
      ? await sql<{ provider_id: string }[]>`
          select s.provider_id from alliance.single_sign_on s join alliance.single_sign_on_domain d using (member)
          where d.domain = ${domain} and d.confirmed_at is not null`
      : await sql<{ provider_id: string }[]>`
          select provider_id from alliance.single_sign_on where member = ${organisation}`;
  if (!row) throw peopleErrors.ssoUnknown();
  return row.provider_id;
}

async function start(parts: PeopleParts, caller: Caller, providerId: string, back: string, loginHint?: string) {
  const body = {
    providerId,
    // Where it ends is never the caller's to say.
    callbackURL: back,
    errorCallbackURL: back === '/' ? '/sign-in' : back,
    ...(loginHint === undefined ? {} : { loginHint }),
  };
  const answer = await askAccounts(parts, caller, { path: '/sign-in/sso', body });
  return { setCookies: answer.setCookies, url: (answer.body as { url: string }).url };
}

/**
 * Begins a sign-in at the identity provider of an organisation, found by its slug or by an address under a domain that is
 * confirmed for it.
 *
 * @throws PEOPLE_SSO_UNKNOWN
 */
export async function startSingleSignOn(parts: PeopleParts, caller: Caller, parameters: StartSingleSignOnParameters) {
  const keys: AttemptKeys = { kind: 'sso', address: caller.address };
  await beginAttempt(parts.store, keys);
  const providerId = await findProvider(parts, parameters);
  await forgive(parts.store, keys);
  return start(parts, caller, providerId, '/', parameters.email);
}

/**
 * Begins to link the identity provider of the own organisation to the own account: who signs in there with the same
 * address within ten minutes is its person.
 *
 * @throws PEOPLE_SSO_UNKNOWN, PEOPLE_SESSION_NOT_FRESH, PEOPLE_SECOND_FACTOR_UNPROVEN
 */
export async function startLinking(parts: PeopleParts, caller: Caller, { id, member }: Principal) {
  await requireFreshSession(parts, caller.headers);
  const providerId = await findProvider(parts, { organisation: member });
  await parts.store.sql`
    insert into alliance.single_sign_on_link (user_id, provider_id, expires_at)
    values (${id}, ${providerId}, now() + interval '10 minutes')
    on conflict (user_id) do update set provider_id = excluded.provider_id, expires_at = excluded.expires_at`;
  return start(parts, caller, providerId, '/account');
}

/** Ends a sign-in at an identity provider: gives the cookies to set and where to send the browser, always our own. */
export async function finishSingleSignOn(
  parts: PeopleParts,
  caller: Caller,
  { providerId, query }: { providerId: string; query: Record<string, string> },
): Promise<{ setCookies: string[]; location: string }> {
  const failed = (code: string) => ({ setCookies: [], location: `/sign-in?error=${encodeURIComponent(code)}` });
  const path = `/sso/callback/${encodeURIComponent(providerId)}`;
  const answer = await parts
    .turns(() => askAccounts(parts, caller, { path, query }))
    .catch((error: unknown) => {
      if (error instanceof XiangyuError && error.status < 500) return null;
      throw error;
    });
  if (!answer?.location) return failed('sign_in_refused');
  const base = new URL(parts.baseUrl);
  const target = new URL(answer.location, base);
  const code = target.searchParams.get('error');
  // The library's own error page is none of ours.
  if (target.pathname.startsWith('/api/'))
    return { ...failed(code ?? 'sign_in_refused'), setCookies: answer.setCookies };
  // The provider's words do not go into our address bar.
  const search = code === null ? '' : `?error=${encodeURIComponent(code)}`;
  return { setCookies: answer.setCookies, location: `${target.pathname}${search}` };
}
