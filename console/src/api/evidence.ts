import type { EvidenceStatus } from './getJourney.ts';
import { type Page, readPage } from './page.ts';
import { request, requestWithHeaders } from './request.ts';

/** What everybody may read of a record. */
export interface EvidenceRecord {
  id: string;
  /** SHA-256, 64 hexadecimal digits. */
  digest: string;
  /** `sha-256`: of a file that its owner keeps; `sha-256-salted`: of a private payload and a salt. */
  alg: 'sha-256' | 'sha-256-salted';
  subject: string;
  /** Slug. */
  member: string;
  time: string;
  status: EvidenceStatus;
  /** Position in the log; null while pending. */
  index: number | null;
  erasedAt: string | null;
}

/** A record with where it is anchored. */
export interface AnchoredRecord extends EvidenceRecord {
  anchor: {
    size: number;
    root: string;
    contract: string;
    transactionHash: string;
    blockHash: string;
    blockNumber: number;
    anchoredAt: string | null;
  } | null;
}

/** A record with what only its owner may read. */
export interface OwnRecord extends EvidenceRecord {
  name: string | null;
  bytes: number | null;
  hasPayload: boolean;
}

export interface FileDigest {
  digest: string;
  name?: string;
  bytes?: number;
}

/** Records the digests of files. The same key and items can be sent again without recording anything twice. */
export function recordEvidence(
  items: FileDigest[],
  idempotencyKey: string,
): Promise<{ time: string; items: { id: string; digest: string }[] }> {
  return request('/evidence', { method: 'POST', body: items, headers: { 'idempotency-key': idempotencyKey } });
}

/** Reads one record. */
export function getEvidence(id: string, signal?: AbortSignal): Promise<AnchoredRecord> {
  return request(`/evidence/${encodeURIComponent(id)}`, { signal });
}

/** The records of a file, whoever made them, the oldest first. */
export async function findEvidence(digest: string, signal?: AbortSignal): Promise<EvidenceRecord[]> {
  return (await request<{ items: EvidenceRecord[] }>(`/evidence?digest=${digest}`, { signal })).items;
}

/** One page of the member's own records, the newest first. */
export async function listOwnEvidence(
  nextPageToken: string | undefined,
  signal?: AbortSignal,
): Promise<Page<OwnRecord>> {
  const query = nextPageToken === undefined ? '' : `?${new URLSearchParams({ nextPageToken })}`;
  const { body, headers } = await requestWithHeaders(`/evidence/records${query}`, { signal });
  return readPage<OwnRecord>(body, headers);
}

/** Where the certificate of a record is as a PDF. */
export function certificatePath(id: string, language: string): string {
  return `/evidence/${encodeURIComponent(id)}/certificate.pdf?lang=${language}`;
}
