import { APIError } from 'better-auth/api';
import type { Store } from '../../store/index.ts';
import { allianceErrors } from '../errors.ts';
import type { Accounts } from './openAccounts.ts';
import { throwCause } from './throwCause.ts';

export interface VerifyPasswordParameters {
  /** With the session cookie of the person. */
  headers: Headers;
  password: string;
}

/**
 * Makes sure that whoever holds a session also knows its password, before something that a borrowed session must not do.
 *
 * @throws ALLIANCE_PASSWORD_WRONG, STORE_UNAVAILABLE
 */
export async function verifyPassword(
  store: Store,
  accounts: Accounts,
  { headers, password }: VerifyPasswordParameters,
): Promise<void> {
  try {
    await accounts.api.verifyPassword({ headers, body: { password } });
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) throw allianceErrors.passwordWrong();
    await throwCause(store, error);
  }
}
