import { askAccounts, type Caller } from './askAccounts.ts';
import { type AttemptKeys, beginAttempt, forgive } from './attempts.ts';
import { peopleErrors } from './errors.ts';
import type { PeopleParts } from './parts.ts';
import { requireFreshSession } from './readSession.ts';
import { endSession } from './sessions.ts';
import { openSession, type SignedIn } from './signIn.ts';

/** Options for the browser, and the cookie that binds its answer to them. */
export interface PasskeyOptions {
  setCookies: string[];
  options: Record<string, unknown>;
}

/** Begins a sign-in with a passkey: the browser offers the passkeys that it has for this platform. */
export async function startPasskeySignIn(parts: PeopleParts, caller: Caller): Promise<PasskeyOptions> {
  const { setCookies, body } = await askAccounts(parts, caller, { path: '/passkey/generate-authenticate-options' });
  // The library only prefers that the device asks who is there; the platform refuses it otherwise.
  return { setCookies, options: { ...(body as object), userVerification: 'required' } };
}

/**
 * Signs in with a passkey.
 *
 * @throws PEOPLE_PASSKEY_REFUSED, PEOPLE_TOO_MANY_ATTEMPTS
 */
export async function signInWithPasskey(
  parts: PeopleParts,
  caller: Caller,
  response: Record<string, unknown>,
): Promise<SignedIn> {
  const keys: AttemptKeys = { kind: 'passkey', address: caller.address };
  await beginAttempt(parts.store, keys);
  const answer = await askAccounts(parts, caller, { path: '/passkey/verify-authentication', body: { response } });
  await forgive(parts.store, keys);
  return { setCookies: answer.setCookies, secondFactorNeeded: false };
}

/** Begins to add a passkey to the account of a session. Throws PEOPLE_SESSION_NOT_FRESH. */
export async function startPasskey(parts: PeopleParts, caller: Caller): Promise<PasskeyOptions> {
  await requireFreshSession(parts, caller.headers);
  const { setCookies, body } = await askAccounts(parts, caller, { path: '/passkey/generate-register-options' });
  return { setCookies, options: body as Record<string, unknown> };
}

/** A passkey as its owner sees it. */
export interface Passkey {
  id: string;
  name: string | null;
  createdAt: string | null;
  backedUp: boolean;
}

interface PasskeyRow extends Omit<Passkey, 'createdAt'> {
  createdAt: Date | string | null;
}

const toPasskey = ({ id, name, createdAt, backedUp }: PasskeyRow): Passkey => ({
  id,
  name,
  backedUp,
  createdAt: createdAt === null ? null : new Date(createdAt).toISOString(),
});

/**
 * Adds a passkey. A session without a second factor becomes a new one with it, for the device has just asked who is there.
 *
 * @throws PEOPLE_PASSKEY_REFUSED, PEOPLE_SESSION_NOT_FRESH, PEOPLE_SECOND_FACTOR_UNPROVEN
 */
export async function addPasskey(
  parts: PeopleParts,
  caller: Caller,
  { name, response }: { name: string; response: Record<string, unknown> },
): Promise<{ passkey: Passkey; setCookies: string[] }> {
  const { id, userId, method, secondFactor } = await requireFreshSession(parts, caller.headers);
  const { body } = await askAccounts(parts, caller, { path: '/passkey/verify-registration', body: { name, response } });
  const passkey = toPasskey(body as PasskeyRow);
  if (secondFactor) return { passkey, setCookies: [] };
  await endSession(parts.store.sql, { id, userId });
  const { setCookies } = await openSession(parts, caller, { userId, method, secondFactor: true, remember: true });
  return { passkey, setCookies };
}

/** The passkeys of a person. */
export async function findPasskeys({ store: { sql } }: PeopleParts, userId: string): Promise<Passkey[]> {
  const rows = await sql<PasskeyRow[]>`
    select "id", "name", "createdAt", "backedUp" from alliance."passkey" where "userId" = ${userId} order by "createdAt"`;
  return rows.map(toPasskey);
}

/** Gives a passkey of a person another name. Throws PEOPLE_PASSKEY_UNKNOWN. */
export async function renamePasskey(
  { store: { sql } }: PeopleParts,
  { id, userId, name }: { id: string; userId: string; name: string },
): Promise<Passkey> {
  const [row] = await sql<PasskeyRow[]>`
    update alliance."passkey" set "name" = ${name} where "id" = ${id} and "userId" = ${userId}
    returning "id", "name", "createdAt", "backedUp"`;
  if (!row) throw peopleErrors.passkeyUnknown({ id });
  return toPasskey(row);
}

/**
 * Takes a passkey from a person, unless nothing else is left to sign in with.
 *
 * @throws PEOPLE_PASSKEY_UNKNOWN, PEOPLE_LAST_WAY_IN, PEOPLE_SESSION_NOT_FRESH
 */
export async function removePasskey(
  parts: PeopleParts,
  caller: Caller,
  { id, userId }: { id: string; userId: string },
): Promise<void> {
  await requireFreshSession(parts, caller.headers);
  await parts.store.transaction(async (tx) => {
    await tx`select from alliance."user" where "id" = ${userId} for update`;
    const removed = await tx`
      delete from alliance."passkey" where "id" = ${id} and "userId" = ${userId} returning "id"`;
    if (removed.length === 0) throw peopleErrors.passkeyUnknown({ id });
    const [left] = await tx<{ ways: number }[]>`
      select (select count(*) from alliance."passkey" where "userId" = ${userId})::int
        + (select count(*) from alliance."account" where "userId" = ${userId})::int as ways`;
    if (!left?.ways) throw peopleErrors.lastWayIn();
  });
}
