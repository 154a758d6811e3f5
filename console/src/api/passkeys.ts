import type { SignedIn, WebAuthnJson } from './account.ts';
import { request } from './request.ts';

/** Whether this page may use passkeys: the browser can, and the page has the host name that they are bound to. */
export function canUsePasskeys(domain: string | undefined): boolean {
  const { hostname } = window.location;
  const isName = !/^[\d.]+$|:/.test(hostname);
  return isName && hostname === domain && typeof PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';
}

async function makeCredential(options: WebAuthnJson): Promise<WebAuthnJson> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  const made = await navigator.credentials.create({ publicKey });
  return { ...(made as PublicKeyCredential).toJSON() };
}

/** Signs in with a passkey of this device. */
export async function signInWithPasskey(): Promise<SignedIn> {
  const options = await request<WebAuthnJson>('/api/auth/passkey/options', { method: 'POST', body: {} });
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  const given = await navigator.credentials.get({ publicKey });
  const response = (given as PublicKeyCredential).toJSON();
  return request('/api/auth/passkey', { method: 'POST', body: { response } });
}

/** Adds a passkey of this device to the own account. */
export async function addPasskey(name: string): Promise<void> {
  const options = await request<WebAuthnJson>('/api/account/passkeys/options', { method: 'POST', body: {} });
  const response = await makeCredential(options);
  await request('/api/account/passkeys', { method: 'POST', body: { name, response } });
}

/** Makes a passkey for a person who accepts an invitation. */
export async function makeInvitedPasskey(invited: { token: string; name: string }): Promise<WebAuthnJson> {
  return makeCredential(await request('/api/invitations/passkey-options', { method: 'POST', body: invited }));
}
