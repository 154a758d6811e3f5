import type { ConfirmationLevel } from './getLog.ts';
import { type Page, readPage } from './page.ts';
import { request, requestWithHeaders } from './request.ts';

/** A checkpoint that the log signed, and what became of it. */
export interface ListedCheckpoint {
  size: number;
  root: string;
  signedAt: string;
  /** Null while too few witnesses cosigned. */
  publishedAt: string | null;
  /** Names of those who cosigned. */
  witnesses: string[];
  /** When each of them did, in the same order; ISO 8601. */
  cosignedAt: string[];
  /** Null where it was not anchored; not every checkpoint is. */
  anchor: {
    contract: string;
    status: string;
    level: ConfirmationLevel;
    transactionHash: string | null;
    blockNumber: number | null;
    anchoredAt: string | null;
  } | null;
}

/** A witness and how it goes with it, as everybody may see it. */
export interface WitnessState {
  name: string;
  vkeys: string[];
  /** Account that signs for the chain; null where the witness does not. */
  address: string | null;
  /** Slug of the member that runs it; null where the operator entered it. */
  member: string | null;
  /** Whether it says where it answers. */
  reachable: boolean;
  addedAt: string;
  /** Size that it cosigned last. */
  size: number;
  /** By how many statements it is behind the newest signed checkpoint. */
  lag: number;
  cosignedAt: string | null;
  attemptedAt: string | null;
  /** Failures in a row. */
  failures: number;
  /** It knows another or a longer history than this platform. */
  disagrees: boolean;
}

/** Who vouches for the log, and who decides that. */
export interface WitnessSet {
  decidedBy: 'operator' | 'alliance';
  /** The contract of the alliance, once the log is its own. */
  owner: string | null;
  /** How many have to cosign a checkpoint before it is published. */
  threshold: number;
  witnesses: WitnessState[];
}

/** One page of signed checkpoints, the newest first. */
export async function listCheckpoints(
  nextPageToken: string | undefined,
  signal?: AbortSignal,
  perPage = 50,
): Promise<Page<ListedCheckpoint>> {
  const query = new URLSearchParams({ perPage: String(perPage), ...(nextPageToken ? { nextPageToken } : {}) });
  const { body, headers } = await requestWithHeaders(`/api/log/checkpoints?${query}`, { signal });
  return readPage<ListedCheckpoint>(body, headers);
}

/** The witnesses and how many of them are needed. */
export function getWitnesses(signal?: AbortSignal): Promise<WitnessSet> {
  return request('/api/log/witnessing', { signal });
}

/** What went wrong last with each witness, by name. For the operator. */
export async function getWitnessErrors(signal?: AbortSignal): Promise<Map<string, string>> {
  const { witnesses } = await request<{ witnesses: { name: string; lastError: string | null }[] }>(
    '/api/log/witnesses',
    {
      signal,
    },
  );
  return new Map(witnesses.flatMap(({ name, lastError }) => (lastError === null ? [] : [[name, lastError]])));
}

/** Adds a witness by the keys and the address that it publishes. For the operator. */
export function addWitness(witness: { vkeys: string[]; url: string }): Promise<unknown> {
  return request('/api/log/witnesses', { method: 'POST', body: witness });
}

/** Removes a witness. For the operator. */
export function removeWitness(name: string): Promise<unknown> {
  return request(`/api/log/witnesses/${encodeURIComponent(name)}`, { method: 'DELETE' });
}

/** Sets how many witnesses have to cosign. For the operator. */
export function setThreshold(threshold: number): Promise<unknown> {
  return request('/api/log/witnesses/threshold', { method: 'PUT', body: { threshold } });
}

/** Where a signed checkpoint is with the lines of its witnesses (C2SP tlog-checkpoint). */
export function checkpointPath(size: number): string {
  return `/api/log/checkpoints/${size}`;
}

/** A signed checkpoint as text; null where there is none. */
export async function readCheckpointText(size: number, signal?: AbortSignal): Promise<string | null> {
  const answer = await fetch(checkpointPath(size), signal ? { signal } : {});
  return answer.ok ? answer.text() : null;
}

/** The hashes that prove the first `from` statements to be the beginning of the first `to`; hexadecimal. */
export async function readConsistency(from: number, to: number): Promise<string[]> {
  return (await request<{ hashes: string[] }>(`/api/log/consistency?from=${from}&to=${to}`)).hashes;
}
