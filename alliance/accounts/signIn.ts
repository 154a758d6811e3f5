import { createHash } from 'node:crypto';
import { askAccounts, type Caller } from './askAccounts.ts';
import { type AttemptKeys, beginAttempt, forgive } from './attempts.ts';
import { peopleErrors } from './errors.ts';
import type { PeopleParts } from './parts.ts';
import type { SessionKind } from './sessionKind.ts';
import { throwCause } from './throwCause.ts';

/** What a way to sign in leads to. */
export interface SignedIn {
  setCookies: string[];
  /** True when nobody is signed in yet: the second factor is due. */
  secondFactorNeeded: boolean;
}

export interface SignInWithPasswordParameters {
  email: string;
  password: string;
  /** False: only until the browser is closed. */
  rememberMe?: boolean | undefined;
}

/**
 * Signs in with a password. Unknown addresses take as long and fail with the same words as wrong passwords.
 *
 * @throws ALLIANCE_CREDENTIALS_WRONG, PEOPLE_TOO_MANY_ATTEMPTS
 */
export async function signInWithPassword(
  parts: PeopleParts,
  caller: Caller,
  { email, password, rememberMe }: SignInWithPasswordParameters,
): Promise<SignedIn> {
  const keys: AttemptKeys = { kind: 'password', account: email, address: caller.address };
  await beginAttempt(parts.store, keys);
  const body = { email, password, ...(rememberMe === undefined ? {} : { rememberMe }) };
  const answer = await askAccounts(parts, caller, { path: '/sign-in/email', body });
  await forgive(parts.store, keys);
  const { twoFactorRedirect = false } = (answer.body ?? {}) as { twoFactorRedirect?: boolean };
  return { setCookies: answer.setCookies, secondFactorNeeded: twoFactorRedirect };
}

/** The second factor as it was given. */
export type SecondFactorCode = { code: string } | { recoveryCode: string };

/**
 * Spends a code of an authenticator app: each is good once (RFC 6238, 5.2).
 *
 * @throws PEOPLE_CODE_WRONG when it was used before
 */
export async function spendCode({ store: { sql } }: PeopleParts, userId: string, code: string): Promise<void> {
  await sql`delete from alliance.used_code where used_at < now() - interval '10 minutes'`;
  const spent = await sql`
    insert into alliance.used_code (user_id, hash) values (${userId}, ${createHash('sha256').update(code).digest()})
    on conflict do nothing returning user_id`;
  if (spent.length === 0) throw peopleErrors.codeWrong();
}

/** Asks the account library whether a code is good; gives whose it is. */
export async function checkCode(parts: PeopleParts, caller: Caller, given: SecondFactorCode) {
  const answer = await ('code' in given
    ? askAccounts(parts, caller, { path: '/two-factor/verify-totp', body: { code: given.code } })
    : askAccounts(parts, caller, { path: '/two-factor/verify-backup-code', body: { code: given.recoveryCode } }));
  const { token, user } = answer.body as { token: string; user: { id: string } };
  return { setCookies: answer.setCookies, token, userId: user.id };
}

/**
 * Finishes a sign-in with the second factor. The session is a new one.
 *
 * @throws PEOPLE_CODE_WRONG, PEOPLE_SECOND_FACTOR_EXPIRED, PEOPLE_TOO_MANY_ATTEMPTS
 */
export async function giveSecondFactor(parts: PeopleParts, caller: Caller, given: SecondFactorCode): Promise<SignedIn> {
  // The library counts per sign-in and per account; this counts who tries.
  const keys: AttemptKeys = { kind: 'code', address: caller.address };
  await beginAttempt(parts.store, keys);
  const { setCookies, token, userId } = await checkCode(parts, caller, given);
  if ('code' in given) {
    await spendCode(parts, userId, given.code).catch(async (error: unknown) => {
      await parts.store.sql`delete from alliance."session" where "token" = ${token}`;
      throw error;
    });
  }
  await forgive(parts.store, keys);
  return { setCookies, secondFactorNeeded: false };
}

/** Opens a session for somebody whom the platform itself has identified. */
export async function openSession(
  { store, accounts }: PeopleParts,
  caller: Caller,
  session: SessionKind & { userId: string; remember: boolean },
): Promise<SignedIn> {
  const { headers } = await accounts.api
    .openSession({ headers: caller.headers, body: session, returnHeaders: true } as never)
    .then((opened) => opened as unknown as { headers: Headers })
    .catch((error: unknown) => throwCause(store, error));
  return { setCookies: headers.getSetCookie(), secondFactorNeeded: false };
}
