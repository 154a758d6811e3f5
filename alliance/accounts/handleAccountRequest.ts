import type { Store } from '../../store/index.ts';
import { allianceErrors } from '../errors.ts';
import { peopleErrors } from './errors.ts';
import type { Accounts } from './openAccounts.ts';
import { throwCause } from './throwCause.ts';

/** The answer of the account library to a request that it accepted. */
export interface AccountAnswer {
  status: number;
  setCookies: string[];
  /** Where a redirecting answer goes. */
  location: string | null;
  body: unknown;
}

const wrongCredentials = new Set(['INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL']);
const lockSeconds = 900;

/** The catalogue's words for codes of the account library. */
const known: Readonly<Record<string, () => Error>> = {
  INVALID_PASSWORD: () => allianceErrors.passwordWrong(),
  SESSION_NOT_FRESH: () => peopleErrors.sessionNotFresh(),
  INVALID_CODE: () => peopleErrors.codeWrong(),
  INVALID_BACKUP_CODE: () => peopleErrors.codeWrong(),
  INVALID_TWO_FACTOR_COOKIE: () => peopleErrors.secondFactorExpired(),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: () => peopleErrors.secondFactorExpired(),
  ACCOUNT_TEMPORARILY_LOCKED: () => peopleErrors.tooManyAttempts({ seconds: lockSeconds }),
  TOTP_ALREADY_ENABLED: () => peopleErrors.secondFactorEnrolled(),
  TOTP_NOT_ENABLED: () => peopleErrors.secondFactorMissing(),
  TWO_FACTOR_NOT_ENABLED: () => peopleErrors.secondFactorMissing(),
  BACKUP_CODES_NOT_ENABLED: () => peopleErrors.secondFactorMissing(),
  USER_NOT_VERIFIED: () =>
    peopleErrors.passkeyRefused(
      { reason: 'the device did not ask who is there' },
      { zh: { reason: '设备没有验证使用者身份' } },
    ),
  CHALLENGE_NOT_FOUND: () =>
    peopleErrors.passkeyRefused(
      { reason: 'its challenge was used or is too old' },
      { zh: { reason: '挑战码已使用或已过期' } },
    ),
  PASSKEY_NOT_FOUND: () =>
    peopleErrors.passkeyRefused(
      { reason: 'it belongs to no account here' },
      { zh: { reason: '不属于本平台的任何账户' } },
    ),
  AUTHENTICATION_FAILED: () =>
    peopleErrors.passkeyRefused({ reason: 'its signature is not good' }, { zh: { reason: '签名无效' } }),
  FAILED_TO_VERIFY_REGISTRATION: () =>
    peopleErrors.passkeyRefused({ reason: 'its registration is not good' }, { zh: { reason: '登记信息无效' } }),
};

/**
 * Passes a request below `/api/auth/` to the account library.
 *
 * @throws ALLIANCE_CREDENTIALS_WRONG, ALLIANCE_PASSWORD_WRONG, ALLIANCE_ACCOUNT_REFUSED, PEOPLE_*, STORE_UNAVAILABLE
 */
export async function handleAccountRequest(store: Store, accounts: Accounts, request: Request): Promise<AccountAnswer> {
  const response = await accounts.handler(request);
  const text = await response.text();
  const { status, headers } = response;
  const setCookies = headers.getSetCookie();
  if (status >= 300 && status < 400) return { status, setCookies, location: headers.get('location'), body: null };
  const body: unknown = text === '' ? null : JSON.parse(text);
  if (response.ok) return { status, setCookies, location: null, body };
  const { code = '', message } = (body ?? {}) as { code?: string; message?: string };
  if (code && wrongCredentials.has(code)) throw allianceErrors.credentialsWrong();
  const error = known[code]?.();
  if (error) throw error;
  if (status >= 500) await throwCause(store, new Error(`the account library failed: ${code || message}`));
  const reason = (message || code || `status ${status}`).replace(/[.\s]+$/, '');
  const zh = { reason: code ? `原因代码 ${code}` : `状态 ${status}` };
  throw allianceErrors.accountRefused({ reason }, { details: { accountCode: code || null }, zh });
}
