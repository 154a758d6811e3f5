import { request } from '../../api/request.ts';
import type { LocalText } from '../../i18n/language.ts';
import type { Hex, MemberKind, TypedData } from './types.ts';

export interface Rules {
  /** From a proposal to the beginning of its vote. */
  votingDelaySeconds: number;
  votingPeriodSeconds: number;
  /** Of all weight, how much has to vote for or abstain. */
  quorumPercent: number;
  /** Of the weight for and against, how much has to be for. */
  passPercent: number;
  /** Weight that a proposal needs behind it. */
  proposalThreshold: number;
  /** A member weighs as its heaviest kind. */
  kindWeights: Record<MemberKind, number>;
}

export interface Founder {
  slug: string;
  name: LocalText;
  kinds: MemberKind[];
  key: Hex;
  did: string;
  signedAt: string | null;
  enrolledAt: string | null;
  /** Why its place could not be taken yet, in English and in Chinese. */
  problem: string | null;
  problemZh: string | null;
}

export interface Founding {
  step: 'deploying' | 'signing' | 'founded';
  startedAt: string;
  foundedAt: string | null;
  signed: number;
  enrolled: number;
  total: number;
  /** Why the contracts could not be deployed yet. */
  problem: string | null;
  /** In the order of the charter. */
  founders: Founder[];
}

/** The alliance as a whole. */
export interface AllianceState {
  state: 'none' | 'founding' | 'founded';
  name: LocalText | null;
  purpose: LocalText | null;
  chainId: number;
  governor: Hex | null;
  registry: Hex | null;
  record: Hex | null;
  charterHash: Hex | null;
  rules: Rules | null;
  founding: Founding | null;
  counts: { applied: number; admitted: number; suspended: number; left: number };
  log: { contract: Hex | null; owner: Hex | null; ownedBy: 'alliance' | 'platform' | 'other' | null };
}

/** The alliance: its contracts and rules, how far its founding is, who owns the log. */
export function getAlliance(signal?: AbortSignal): Promise<AllianceState> {
  return request('/api/alliance', { signal });
}

/** The charter as it is hashed: the text, byte for byte. */
export async function getCharter(signal: AbortSignal): Promise<string> {
  const answer = await fetch('/api/alliance/charter', { signal });
  return answer.ok ? answer.text() : '';
}

/** What a founder signs. */
export interface FoundingTask {
  founder: Founder;
  charterHash: Hex;
  typedData: TypedData;
}

/** What a founder has to sign. */
export function getFoundingTask(slug: string, signal?: AbortSignal): Promise<FoundingTask> {
  return request(`/api/alliance/founding/founders/${encodeURIComponent(slug)}`, { signal });
}

/** Takes a founder's signature; whoever sends it, only its key counts. */
export function sendFoundingSignature(body: { founder: string; signature: Hex }): Promise<unknown> {
  return request('/api/alliance/founding/signatures', { method: 'POST', body });
}

/** Begins a founding with the founders and rules of a members.yaml. */
export function startFounding(members: string): Promise<unknown> {
  return request('/api/alliance/founding', { method: 'POST', body: { members } });
}
