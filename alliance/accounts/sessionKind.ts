/** How somebody signed in. */
export type SignInMethod = 'password' | 'passkey' | 'wallet' | 'sso' | 'invitation';

/** What a session remembers of how it was opened. */
export interface SessionKind {
  method: SignInMethod;
  /** True after a passkey (which asks for a PIN or a fingerprint) or the code of an authenticator app. */
  secondFactor: boolean;
}

/** The account library's paths that open a session for somebody who had none. */
const opened: Readonly<Record<string, SessionKind>> = {
  '/sign-in/email': { method: 'password', secondFactor: false },
  '/two-factor/verify-totp': { method: 'password', secondFactor: true },
  '/two-factor/verify-backup-code': { method: 'password', secondFactor: true },
  '/passkey/verify-authentication': { method: 'passkey', secondFactor: true },
  '/passkey/verify-registration': { method: 'passkey', secondFactor: true },
  '/sso/callback/:providerId': { method: 'sso', secondFactor: false },
};

/** Paths that replace the session of somebody who is signed in; whether the new one has a second factor. */
const replaced: Readonly<Record<string, (before: SessionKind) => boolean>> = {
  '/two-factor/verify-totp': () => true,
  '/two-factor/disable': ({ method }) => method === 'passkey',
  '/change-password': ({ secondFactor }) => secondFactor,
};

/**
 * The kind of a session that the account library opens at a path, `before` being the one it replaces; null where the
 * session says it itself (`openSession`).
 */
export function sessionKindOf(path: string | undefined, before: SessionKind | null): SessionKind | null {
  const replaces = replaced[path ?? ''];
  if (before && replaces) return { method: before.method, secondFactor: replaces(before) };
  return opened[path ?? ''] ?? null;
}
