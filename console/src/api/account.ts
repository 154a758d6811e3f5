import { request } from './request.ts';
import type { Role, Session } from './session.ts';

export interface Passkey {
  id: string;
  name: string | null;
  createdAt: string | null;
  /** Whether it is kept on several devices. */
  backedUp: boolean;
}

/** The own account. */
export interface Account {
  id: string;
  name: string;
  email: string;
  member: string;
  roles: Role[];
  hasPassword: boolean;
  secondFactor: {
    enrolled: boolean;
    recoveryCodesLeft: number;
    requiredByOrganisation: boolean;
    usedInThisSession: boolean;
  };
  passkeys: Passkey[];
  wallets: { address: string; createdAt: string }[];
  singleSignOn: boolean;
}

export interface PersonSession {
  id: string;
  current: boolean;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  device: string | null;
  method: string;
  secondFactor: boolean;
}

/** The answer of every way to sign in; nobody is signed in yet while the code is still due. */
export type SignedIn = Session & { secondFactorNeeded: boolean };

/** What the browser and the platform tell each other about passkeys (Web Authentication Level 3, JSON forms). */
export type WebAuthnJson = Record<string, unknown>;

/** The code of an authenticator app, or one of the recovery codes. */
export type SecondFactor = { code: string } | { recoveryCode: string };

const post = <Answer>(path: string, body: unknown = {}) => request<Answer>(path, { method: 'POST', body });

/** The own account with everything that one can sign in with. */
export function getAccount(signal?: AbortSignal): Promise<Account> {
  return request('/api/account', { signal });
}

/** Changes the own name. */
export function renameAccount(name: string): Promise<void> {
  return request('/api/account', { method: 'PATCH', body: { name } });
}

/** Changes the own password; all other sessions end. */
export function changePassword(body: { currentPassword: string; newPassword: string }): Promise<void> {
  return post('/api/auth/change-password', body);
}

/** Gives the second factor after the password. */
export function giveSecondFactor(body: SecondFactor): Promise<SignedIn> {
  return post('/api/auth/second-factor', body);
}

/** Raises the session with the second factor. */
export function proveSecondFactor(body: SecondFactor): Promise<SignedIn> {
  return post('/api/account/second-factor/prove', body);
}

/** Begins to enrol an authenticator app. */
export function startSecondFactor(password?: string): Promise<{ uri: string; recoveryCodes: string[] }> {
  return post('/api/account/second-factor', password === undefined ? {} : { password });
}

/** Enrols the authenticator app with its first code. */
export function confirmSecondFactor(code: string): Promise<SignedIn> {
  return post('/api/account/second-factor/confirm', { code });
}

/** Makes fresh recovery codes. */
export function renewRecoveryCodes(password?: string): Promise<{ recoveryCodes: string[] }> {
  return post('/api/account/second-factor/recovery-codes', password === undefined ? {} : { password });
}

/** Removes the second factor. */
export function removeSecondFactor(password?: string): Promise<void> {
  return post('/api/account/second-factor/remove', password === undefined ? {} : { password });
}

/** The own open sessions. */
export async function listSessions(signal?: AbortSignal): Promise<PersonSession[]> {
  return (await request<{ sessions: PersonSession[] }>('/api/account/sessions', { signal })).sessions;
}

/** Ends one of the own sessions, or all but this one. */
export function endSession(id: string | null): Promise<void> {
  const path = id === null ? '/api/account/sessions' : `/api/account/sessions/${encodeURIComponent(id)}`;
  return request(path, { method: 'DELETE' });
}

/** Removes a passkey. */
export function removePasskey(id: string): Promise<void> {
  return request(`/api/account/passkeys/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

/** Removes a linked wallet. */
export function unlinkWallet(address: string): Promise<void> {
  return request(`/api/account/wallets/${address}`, { method: 'DELETE' });
}

/** Begins to link the identity provider of the own organisation; the browser goes to the address. */
export function linkSingleSignOn(): Promise<{ url: string }> {
  return post('/api/account/sso');
}

/** Begins single sign-on for an e-mail address or an organisation; the browser goes to the address. */
export function startSingleSignOn(body: { email: string } | { organisation: string }): Promise<{ url: string }> {
  return post('/api/auth/sso', body);
}

/** What one may sign in with on this platform. */
export function getMethods(signal?: AbortSignal): Promise<{ mail: boolean; passkeyDomain: string }> {
  return request('/api/auth/methods', { signal });
}

/** Asks for a mail with a link to set a new password. */
export function askRecovery(body: { email: string; language: string }): Promise<void> {
  return post('/api/auth/recovery', body);
}

/** Sets a new password with the token of the mail. */
export function completeRecovery(body: { token: string; password: string }): Promise<void> {
  return post('/api/auth/recovery/complete', body);
}
