import type { Store } from '../../store/index.ts';
import { allianceErrors } from '../errors.ts';
import type { Accounts } from './openAccounts.ts';
import { throwCause } from './throwCause.ts';

/** The answer of the account library to a request that it accepted. */
export interface AccountAnswer {
  status: number;
  setCookies: string[];
  body: unknown;
}

const wrongCredentials = new Set(['INVALID_EMAIL_OR_PASSWORD', 'INVALID_PASSWORD', 'INVALID_EMAIL']);

/**
 * Passes a request below `/api/auth/` to the account library.
 *
 * @throws ALLIANCE_CREDENTIALS_WRONG, ALLIANCE_ACCOUNT_REFUSED, STORE_UNAVAILABLE
 */
export async function handleAccountRequest(store: Store, accounts: Accounts, request: Request): Promise<AccountAnswer> {
  const response = await accounts.handler(request);
  const text = await response.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  if (response.ok) return { status: response.status, setCookies: response.headers.getSetCookie(), body };
  const { code, message } = (body ?? {}) as { code?: string; message?: string };
  if (response.status >= 500) await throwCause(store, new Error(`the account library failed: ${code ?? message}`));
  if (code && wrongCredentials.has(code)) throw allianceErrors.credentialsWrong();
  const reason = (message ?? code ?? `status ${response.status}`).replace(/[.\s]+$/, '');
  throw allianceErrors.accountRefused({ reason }, { details: { accountCode: code ?? null } });
}
