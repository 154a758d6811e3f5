import { randomUUID } from 'node:crypto';
import type { Tx } from '../../store/index.ts';
import { allianceErrors } from '../errors.ts';
import { askAccounts, type Caller } from './askAccounts.ts';
import { type AttemptKeys, beginAttempt, forgive } from './attempts.ts';
import { passwordLimits } from './openAccounts.ts';
import type { PeopleParts } from './parts.ts';
import { readSession } from './readSession.ts';

/** Hashes a new password. Throws ALLIANCE_PASSWORD_UNFIT. */
export async function hashPassword({ accounts }: Pick<PeopleParts, 'accounts'>, password: string): Promise<string> {
  const { length } = password;
  const { least, most } = passwordLimits;
  if (length < least || length > most) throw allianceErrors.passwordUnfit({ length, least, most });
  return (await accounts.$context).password.hash(password);
}

/** Stores the hash of a person's password in place of the one before. */
export async function storePassword(tx: Tx, userId: string, hash: string): Promise<void> {
  await tx`
    insert into alliance."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
    values (${randomUUID()}, ${userId}, 'credential', ${userId}, ${hash}, now())
    on conflict ("providerId", "accountId") do update set "password" = excluded."password", "updatedAt" = now()`;
}

/**
 * Changes the own password, which ends all other sessions and gives this one a new id.
 *
 * @throws ALLIANCE_PASSWORD_WRONG, ALLIANCE_PASSWORD_UNFIT, PEOPLE_TOO_MANY_ATTEMPTS
 */
export async function changePassword(
  parts: PeopleParts,
  caller: Caller,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<{ setCookies: string[] }> {
  const { length } = newPassword;
  const { least, most } = passwordLimits;
  if (length < least || length > most) throw allianceErrors.passwordUnfit({ length, least, most });
  const account = (await readSession(parts, caller.headers))?.userId;
  const keys: AttemptKeys = { kind: 'own password', account, address: caller.address };
  await beginAttempt(parts.store, keys);
  const body = { currentPassword, newPassword, revokeOtherSessions: true };
  const { setCookies } = await askAccounts(parts, caller, { path: '/change-password', body });
  await forgive(parts.store, keys);
  return { setCookies };
}
