import { APIError } from 'better-auth/api';
import type { Store } from '../../store/index.ts';
import { allianceErrors } from '../errors.ts';
import { type AttemptKeys, beginAttempt, forgive } from './attempts.ts';
import type { Accounts } from './openAccounts.ts';
import { readSession } from './readSession.ts';
import { throwCause } from './throwCause.ts';

export interface VerifyPasswordParameters {
  /** With the session cookie of the person. */
  headers: Headers;
  password: string;
}

/**
 * Makes sure that whoever holds a session also knows its password, before something that a borrowed session must not do.
 *
 * @throws ALLIANCE_PASSWORD_WRONG, PEOPLE_TOO_MANY_ATTEMPTS, STORE_UNAVAILABLE
 */
export async function verifyPassword(
  store: Store,
  accounts: Accounts,
  { headers, password }: VerifyPasswordParameters,
): Promise<void> {
  const session = await readSession({ store, accounts }, headers);
  const keys: AttemptKeys = { kind: 'own password', account: session?.userId };
  await beginAttempt(store, keys);
  try {
    await accounts.api.verifyPassword({ headers, body: { password } });
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) throw allianceErrors.passwordWrong();
    await throwCause(store, error);
  }
  await forgive(store, keys);
}
