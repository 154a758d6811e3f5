import type { SignedIn, WebAuthnJson } from './account.ts';
import { type Page, readPage } from './page.ts';
import { request, requestWithHeaders } from './request.ts';
import type { Role } from './session.ts';

/** The own organisation. */
export interface Organisation {
  slug: string;
  name: { zh: string; en: string };
  people: number;
  secondFactorRequired: boolean;
  /** Whether the platform sends mail; without it links are handed over by hand. */
  mail: boolean;
}

export interface Person {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  createdAt: string;
  lastSeenAt: string | null;
  secondFactor: boolean;
  passkeys: number;
  singleSignOn: boolean;
}

export interface Invitation {
  id: string;
  email: string;
  roles: Role[];
  organisation: { slug: string; name: { zh: string; en: string }; isNew: boolean };
  state: 'open' | 'accepted' | 'revoked' | 'expired';
  invitedBy: string | null;
  createdAt: string;
  expiresAt: string;
}

/** `link` is there once, and only while the platform sends no mail. */
export type Invited = Invitation & { link: string | null };

export interface SingleSignOn {
  issuer: string;
  clientId: string;
  domains: { domain: string; confirmed: boolean }[];
  redirectUri: string;
  updatedAt: string;
}

/** Invitations of people into the own organisation, or of new organisations. */
export type InvitationKind = 'people' | 'organisations';

const invitationPath = (kind: InvitationKind) =>
  kind === 'people' ? '/api/organisation/invitations' : '/api/organisations/invitations';

async function readList<Item>(path: string, query: Record<string, string | null>, signal?: AbortSignal) {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
  const { body, headers } = await requestWithHeaders(`${path}?${new URLSearchParams(given)}`, { signal });
  return readPage<Item>(body, headers);
}

/** The own organisation. */
export function getOrganisation(signal?: AbortSignal): Promise<Organisation> {
  return request('/api/organisation', { signal });
}

/** Says whether the people of the organisation need a second factor. */
export function requireSecondFactor(secondFactorRequired: boolean): Promise<Organisation> {
  return request('/api/organisation', { method: 'PATCH', body: { secondFactorRequired } });
}

/** One page of the people of the own organisation. */
export function listPeople(q: string, nextPageToken: string | null, signal?: AbortSignal): Promise<Page<Person>> {
  return readList('/api/organisation/people', { q: q === '' ? null : q, nextPageToken }, signal);
}

/** Sets the roles of a person; they hold from the next request on. */
export function setRoles(id: string, roles: Role[]): Promise<void> {
  return request(`/api/organisation/people/${encodeURIComponent(id)}`, { method: 'PATCH', body: { roles } });
}

/** Removes a person from the organisation. */
export function removePerson(id: string): Promise<void> {
  return request(`/api/organisation/people/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

/** Ends all sessions of a person. */
export function endPersonSessions(id: string): Promise<void> {
  return request(`/api/organisation/people/${encodeURIComponent(id)}/sessions`, { method: 'DELETE' });
}

/** One page of the invitations that the own organisation made. */
export function listInvitations(
  kind: InvitationKind,
  nextPageToken: string | null,
  signal?: AbortSignal,
): Promise<Page<Invitation>> {
  return readList(invitationPath(kind), { nextPageToken }, signal);
}

/** Invites somebody into the own organisation. */
export function invitePerson(body: { email: string; roles: Role[]; language: string }): Promise<Invited> {
  return request(invitationPath('people'), { method: 'POST', body });
}

/** Invites the first administrator of a new organisation. */
export function inviteOrganisation(body: {
  email: string;
  organisation: { slug: string; name: { zh: string; en: string }; kinds: string[] };
  language: string;
}): Promise<Invited> {
  return request(invitationPath('organisations'), { method: 'POST', body });
}

/** Takes an invitation back. */
export function revokeInvitation(kind: InvitationKind, id: string): Promise<void> {
  return request(`${invitationPath(kind)}/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

/** What an invitation is for. */
export function lookAtInvitation(
  token: string,
  signal?: AbortSignal,
): Promise<Pick<Invitation, 'email' | 'roles' | 'organisation' | 'expiresAt'>> {
  return request('/api/invitations/look', { method: 'POST', body: { token }, signal });
}

/** Accepts an invitation with a password or a passkey; signs in. */
export function acceptInvitation(body: {
  token: string;
  name: string;
  password?: string;
  passkey?: { name: string; response: WebAuthnJson };
}): Promise<SignedIn> {
  return request('/api/invitations/accept', { method: 'POST', body });
}

/** The identity provider of the own organisation; null for none. */
export async function getSingleSignOn(signal?: AbortSignal): Promise<SingleSignOn | null> {
  return (await request<{ singleSignOn: SingleSignOn | null }>('/api/organisation/sso', { signal })).singleSignOn;
}

/** Sets the identity provider. A client secret that is left out stays. */
export function setSingleSignOn(body: {
  issuer: string;
  clientId: string;
  clientSecret?: string;
  domains: string[];
}): Promise<unknown> {
  return request('/api/organisation/sso', { method: 'PUT', body });
}

/** Removes the identity provider; who signed in with it is signed out. */
export function removeSingleSignOn(): Promise<void> {
  return request('/api/organisation/sso', { method: 'DELETE' });
}
