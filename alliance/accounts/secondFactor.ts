import { askAccounts, type Caller } from './askAccounts.ts';
import { type AttemptKeys, beginAttempt, forgive } from './attempts.ts';
import { peopleErrors } from './errors.ts';
import type { PeopleParts } from './parts.ts';
import { readSession, requireFreshSession } from './readSession.ts';
import { checkCode, openSession, type SecondFactorCode, type SignedIn, spendCode } from './signIn.ts';

/** What one needs to enrol an authenticator app. */
export interface Enrolment {
  /** `otpauth://` address for a QR code. */
  uri: string;
  /** Each is good once in place of a code; shown this one time. */
  recoveryCodes: string[];
}

/** A password, for people who have one. */
export interface PasswordProof {
  password?: string | undefined;
}

/** Counts a password that is asked for again like one at the sign-in, for a borrowed session could guess it here. */
async function withPassword<Answer>(
  parts: PeopleParts,
  caller: Caller,
  userId: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const keys: AttemptKeys = { kind: 'own password', account: userId, address: caller.address };
  await beginAttempt(parts.store, keys);
  const answer = await ask();
  await forgive(parts.store, keys);
  return answer;
}

/**
 * Begins to enrol an authenticator app; nothing counts until its first code was given.
 *
 * @throws ALLIANCE_PASSWORD_WRONG, PEOPLE_SECOND_FACTOR_ENROLLED, PEOPLE_SESSION_NOT_FRESH
 */
export async function startSecondFactor(parts: PeopleParts, caller: Caller, proof: PasswordProof): Promise<Enrolment> {
  const { userId } = await requireFreshSession(parts, caller.headers);
  const { body } = await withPassword(parts, caller, userId, () =>
    askAccounts(parts, caller, { path: '/two-factor/enable', body: { ...proof, method: 'totp' } }),
  );
  const { totpURI, backupCodes } = body as { totpURI: string; backupCodes: string[] };
  return { uri: totpURI, recoveryCodes: backupCodes };
}

/**
 * Proves a second factor in a session that was opened without one, which becomes a new session; also ends an enrolment.
 *
 * @throws PEOPLE_CODE_WRONG, PEOPLE_SECOND_FACTOR_MISSING, PEOPLE_TOO_MANY_ATTEMPTS
 */
export async function proveSecondFactor(
  parts: PeopleParts,
  caller: Caller,
  given: SecondFactorCode,
): Promise<SignedIn> {
  const before = await readSession(parts, caller.headers);
  if (!before) throw peopleErrors.sessionNotFresh();
  const { sql } = parts.store;
  // Inside a session the library counts nothing.
  const keys: AttemptKeys = { kind: 'own code', account: before.userId, address: caller.address };
  await beginAttempt(parts.store, keys);
  const { setCookies } = await checkCode(parts, caller, given);
  if ('code' in given) await spendCode(parts, before.userId, given.code);
  await forgive(parts.store, keys);
  const ended = await sql`delete from alliance."session" where "id" = ${before.id} returning "id"`;
  // At the end of an enrolment the library has replaced the session already.
  if (ended.length === 0) return { setCookies, secondFactorNeeded: false };
  const { userId, method } = before;
  return openSession(parts, caller, { userId, method, secondFactor: true, remember: true });
}

/** Makes fresh recovery codes; the ones before stop working. Throws ALLIANCE_PASSWORD_WRONG, PEOPLE_SECOND_FACTOR_UNPROVEN. */
export async function renewRecoveryCodes(parts: PeopleParts, caller: Caller, proof: PasswordProof): Promise<string[]> {
  const session = await requireFreshSession(parts, caller.headers);
  if (!session.secondFactor) throw peopleErrors.secondFactorUnproven();
  const { body } = await withPassword(parts, caller, session.userId, () =>
    askAccounts(parts, caller, { path: '/two-factor/generate-backup-codes', body: proof }),
  );
  return (body as { backupCodes: string[] }).backupCodes;
}

/** Removes the second factor. Throws ALLIANCE_PASSWORD_WRONG, PEOPLE_SECOND_FACTOR_UNPROVEN, PEOPLE_SESSION_NOT_FRESH. */
export async function removeSecondFactor(parts: PeopleParts, caller: Caller, proof: PasswordProof): Promise<SignedIn> {
  const session = await requireFreshSession(parts, caller.headers);
  if (!session.secondFactor) throw peopleErrors.secondFactorUnproven();
  const { setCookies } = await withPassword(parts, caller, session.userId, () =>
    askAccounts(parts, caller, { path: '/two-factor/disable', body: proof }),
  );
  return { setCookies, secondFactorNeeded: false };
}
