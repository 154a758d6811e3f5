import type { Page } from '../api/page.ts';
import { request } from '../api/request.ts';
import type { LocalText } from '../i18n/language.ts';

/** What looks for doubts, in the order of the menu. */
export const detectors = [
  'mass-balance',
  'certificate',
  'cold-chain',
  'clone',
  'foreign-product',
  'journey',
  'report',
] as const;
export type Detector = (typeof detectors)[number];
export const findingStates = ['open', 'confirmed', 'dismissed'] as const;
export type FindingState = (typeof findingStates)[number];

export interface Reason extends LocalText {
  code: string;
  values: Record<string, string | number>;
}

export interface Finding {
  id: string;
  detector: Detector;
  subject: string;
  score: number;
  severity: 'low' | 'medium' | 'high';
  reasons: Reason[];
  events: string[];
  things: string[];
  members: string[];
  certifiers: string[];
  state: FindingState;
  createdAt: string;
  changedAt: string;
}

export interface FindingDecision {
  state: FindingState;
  note: string;
  member: string | null;
  person: string | null;
  decidedAt: string;
  statementId: string | null;
}

export type FullFinding = Finding & { decisions: FindingDecision[]; mayDecide: boolean };

export interface FindingFilter {
  state?: FindingState | undefined;
  detector?: Detector | undefined;
  search?: string | undefined;
}

function query(fields: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

/** One page of the findings that the caller may see, the most doubtful first. */
export async function listFindings(
  filter: FindingFilter,
  nextPageToken: string | null,
  signal?: AbortSignal,
): Promise<Page<Finding>> {
  const path = `/api/trace/findings${query({ ...filter, nextPageToken })}`;
  const answer = await request<{ findings: Finding[]; nextPageToken: string | null }>(path, { signal });
  return { items: answer.findings, nextPageToken: answer.nextPageToken };
}

/** How many findings there are, by detector and state. */
export async function countFindings(
  signal?: AbortSignal,
): Promise<{ detector: Detector; state: FindingState; count: number }[]> {
  return (await request<{ counts: [] }>('/api/trace/findings/counts', { signal })).counts;
}

export function getFinding(id: string, signal?: AbortSignal): Promise<FullFinding> {
  return request(`/api/trace/findings/${encodeURIComponent(id)}`, { signal });
}

export function decideFinding(id: string, body: { state: FindingState; note: string }): Promise<FullFinding> {
  return request(`/api/trace/findings/${encodeURIComponent(id)}/decisions`, { method: 'POST', body });
}

export interface BalanceRow {
  member: string;
  crop: string;
  season: number;
  hectares: number | null;
  plausibleKilograms: number | null;
  harvestedKilograms: number;
  receivedKilograms: number;
  inputKilograms: number;
  outputKilograms: number;
  leftKilograms: number;
  unknown: number;
  /** Plots whose certified area is known. */
  sites: { place: string; hectares: number; plausibleKilograms: number; harvestedKilograms: number }[];
  verdict: 'balanced' | 'over' | 'unknown';
}

export interface PlausibleYield {
  crop: string;
  region: string;
  typicalKgPerHectare: number;
  mostKgPerHectare: number;
}

export function getBalance(signal?: AbortSignal): Promise<{ rows: BalanceRow[]; yields: PlausibleYield[] }> {
  return request('/api/trace/balance', { signal });
}

export type CertificateState = 'valid' | 'suspended' | 'withdrawn' | 'expired';
export const certificateTypes = [
  'OrganicOperatorCertificate',
  'OrganicSiteCertificate',
  'OrganicProductCertificate',
] as const;
export type CertificateType = (typeof certificateTypes)[number];
export type CertificateAction = 'suspend' | 'reinstate' | 'withdraw';

export interface CertificateScope {
  activities: string[];
  sites: { place: string; crop?: string; areaHectares?: number }[];
  products: { item: string; crop?: string }[];
}

export interface Certificate {
  id: string;
  uri: string;
  type: CertificateType;
  number: string;
  standard: string;
  issuer: string;
  operator: string;
  validFrom: string;
  validUntil: string;
  scope: CertificateScope;
  issuedAt: string;
  changes: { state: CertificateState; effectiveAt: string; recordedAt: string; reason: string }[];
  state: CertificateState;
}

export interface CertificateStatus extends Certificate {
  checks: { id: string; ok: boolean | null; zh: string; en: string }[];
  trusted: boolean;
}

/** One page of the register, the newest first. */
export async function listCertificates(
  search: string | undefined,
  nextPageToken: string | null,
  signal?: AbortSignal,
): Promise<Page<Certificate>> {
  const path = `/api/trace/certificates${query({ search, nextPageToken })}`;
  const answer = await request<{ certificates: Certificate[]; nextPageToken: string | null }>(path, { signal });
  return { items: answer.certificates, nextPageToken: answer.nextPageToken };
}

/** The live check of a certificate. */
export function getCertificate(id: string, signal?: AbortSignal): Promise<CertificateStatus> {
  return request(`/api/trace/certificates/${encodeURIComponent(id)}`, { signal });
}

export interface IssueCertificate {
  type: CertificateType;
  number: string;
  standard: string;
  operator: string;
  validFrom: string;
  validUntil: string;
  scope: CertificateScope;
}

export function issueCertificate(body: IssueCertificate): Promise<Certificate> {
  return request('/api/trace/certificates', { method: 'POST', body });
}

export function changeCertificate(
  id: string,
  body: { action: CertificateAction; reason: string; effectiveAt?: string },
): Promise<Certificate> {
  return request(`/api/trace/certificates/${encodeURIComponent(id)}/changes`, { method: 'POST', body });
}
