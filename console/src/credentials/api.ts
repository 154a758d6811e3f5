import { type Page, readPage } from '../api/page.ts';
import { request, requestWithHeaders } from '../api/request.ts';

export type CredentialFormat = 'data-integrity' | 'vc+jwt' | 'dc+sd-jwt';
export type CredentialState = 'valid' | 'suspended' | 'revoked' | 'expired';
export type StatusChange = 'suspend' | 'reinstate' | 'revoke';

export interface IssuedCredential {
  id: string;
  type: string;
  format: CredentialFormat;
  issuer: string;
  subject: string;
  /** Slug of the member that it is about. */
  subjectMember: string | null;
  issuedAt: string;
  validUntil: string | null;
  status: CredentialState;
  reason: string | null;
}

export interface HeldCredential {
  id: string;
  type: string;
  format: CredentialFormat;
  issuer: string;
  /** Null for an issuer that nobody here knows. */
  issuedBy: { kind: 'alliance' | 'member'; member: string | null } | null;
  subject: string;
  validUntil: string | null;
  receivedAt: string;
  /** Null where only its issuer knows. */
  status: CredentialState | null;
}

/** What a property of claims may be, as far as the form can ask for it. */
export interface ClaimSchema {
  /** What it is called. */
  title?: string;
  type?: string;
  items?: { type?: string };
  maxLength?: number;
}

export interface CredentialType {
  name: string;
  title: { zh: string; en: string };
  /** Null for the platform's own. */
  member: string | null;
  schema: { properties?: Record<string, ClaimSchema>; required?: string[] };
  accredited: boolean;
}

/** One finding of a verification; `ok` is null for what was not looked at. */
export interface Finding {
  id: string;
  ok: boolean | null;
  code: string;
  detail: string;
  zh: string;
}

export interface CredentialReport {
  valid: boolean;
  format: CredentialFormat;
  type: string;
  issuer: string;
  subject: string | null;
  validFrom: string | null;
  validUntil: string | null;
  claims: Record<string, unknown>;
  checks: Finding[];
}

export interface Report {
  valid: boolean;
  kind: 'credential' | 'presentation';
  presentation: { holder: string | null; challenge: string; domain: string; checks: Finding[] } | null;
  credentials: CredentialReport[];
}

interface VerificationMethod {
  id: string;
  type: string;
  publicKeyMultibase?: string;
  expires?: string;
}

export interface DidVersion {
  version: number;
  document: { verificationMethod?: VerificationMethod[] };
  digest: string;
  reason: string;
  statementId: string;
  validFrom: string;
  validTo: string | null;
}

export interface DidHistory {
  did: string;
  member: string | null;
  kind: 'hosted' | 'own';
  /** Newest first. */
  versions: DidVersion[];
}

const query = (nextPageToken: string | null) =>
  nextPageToken === null ? '' : `?${new URLSearchParams({ nextPageToken })}`;

/** One page of what the own organisation issued, newest first. */
export async function listIssued(token: string | null, signal?: AbortSignal): Promise<Page<IssuedCredential>> {
  const { body, headers } = await requestWithHeaders(`/api/credentials${query(token)}`, { signal });
  return readPage<IssuedCredential>(body, headers);
}

/** One page of what the own organisation holds, newest first. */
export async function listHeld(token: string | null, signal?: AbortSignal): Promise<Page<HeldCredential>> {
  const { body, headers } = await requestWithHeaders(`/api/credentials/held${query(token)}`, { signal });
  return readPage<HeldCredential>(body, headers);
}

/** Every type of credentials. */
export async function listTypes(signal?: AbortSignal): Promise<CredentialType[]> {
  return (await request<{ types: CredentialType[] }>('/api/credentials/types', { signal })).types;
}

export interface IssueParameters {
  type: string;
  format: CredentialFormat;
  subject: string;
  claims: Record<string, unknown>;
  validUntil?: string;
}

/** Issues a credential as the own organisation. */
export function issueCredential(body: IssueParameters): Promise<IssuedCredential & { credential: string }> {
  return request('/api/credentials', { method: 'POST', body });
}

/** Suspends, reinstates or revokes a credential of the own organisation. */
export function changeStatus(id: string, body: { change: StatusChange; reason: string }): Promise<IssuedCredential> {
  return request(`/api/credentials/${encodeURIComponent(id)}/status`, { method: 'POST', body });
}

/** Takes a credential into the wallet. */
export function holdCredential(credential: string): Promise<{ id: string }> {
  return request('/api/credentials/held', { method: 'POST', body: { credential } });
}

/** Shows held credentials to one verifier. */
export function presentCredentials(body: {
  ids: string[];
  challenge: string;
  domain: string;
}): Promise<{ format: CredentialFormat; presentation: string }> {
  return request('/api/credentials/presentations', { method: 'POST', body });
}

/** A challenge that counts once. */
export function createChallenge(domain: string): Promise<{ challenge: string; domain: string; expiresAt: string }> {
  return request('/api/credentials/challenges', { method: 'POST', body: { domain } });
}

/** Verifies a credential or a presentation; whoever may ask. */
export function verifyCredential(body: { credential: string; challenge?: string; domain?: string }): Promise<Report> {
  return request('/api/credentials/verify', { method: 'POST', body });
}

/** The DID of a member with its history; of the alliance without one. */
export function getDidHistory(member: string | null, signal?: AbortSignal): Promise<DidHistory> {
  const path = member === null ? '/api/credentials/alliance' : `/did/${encodeURIComponent(member)}/history`;
  return request(path, { signal });
}

/** The own organisation's DID, which is made when there is none. */
export function getOwnDid(signal?: AbortSignal): Promise<DidHistory> {
  return request('/api/did', { signal });
}

/** Gives the own DID a new key. */
export function rotateDid(body: { reason: string; compromised: boolean }): Promise<DidHistory> {
  return request('/api/did/rotate', { method: 'POST', body });
}
