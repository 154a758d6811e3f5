import { request } from '../../api/request.ts';
import type { LocalText } from '../../i18n/language.ts';
import { pathOf } from './common.ts';

export const achievementKinds = ['application', 'standard', 'patent', 'output'] as const;
export type AchievementKind = (typeof achievementKinds)[number];
export const achievementStates = ['claimed', 'confirmed', 'disputed'] as const;
export type AchievementState = (typeof achievementStates)[number];

/** An entry of the register. */
export interface ListedAchievement {
  id: string;
  member: string;
  kind: AchievementKind;
  title: LocalText;
  achievedOn: string;
  amountFen: string | null;
  version: number;
  state: AchievementState;
  confirmations: number;
  disputes: number;
  createdAt: string;
  withdrawn: boolean;
}

export type Evidence =
  | { type: 'statement'; statementId: string; label: string }
  | { type: 'url'; url: string; label: string }
  | { type: 'file'; digest: string; statementId: string; label: string };

export type Details =
  | { kind: 'application'; link: string | null }
  | { kind: 'standard'; number: string; issuer: string; stage: 'draft' | 'published'; link: string | null }
  | {
      kind: 'patent';
      filingNumber: string;
      office: string;
      disclosure: { digest: string; fileName: string; statementId: string } | null;
    }
  | { kind: 'output'; amountFen: string; from: string };

export interface AchievementVersion {
  version: number;
  title: LocalText;
  body: LocalText;
  achievedOn: string;
  details: Details;
  evidence: Evidence[];
  correction: string;
  statementId: string;
  createdAt: string;
}

export interface Judgement {
  id: string;
  version: number;
  member: string;
  verdict: 'confirmed' | 'disputed';
  reason: string;
  statementId: string;
  createdAt: string;
  replacedAt: string | null;
}

export interface Achievement extends ListedAchievement {
  present: AchievementVersion;
  judgements: Judgement[];
  withdrawnReason: string | null;
}

export type GivenEvidence =
  | { type: 'statement'; statementId: string; label: string }
  | { type: 'url'; url: string; label: string }
  | { type: 'file'; digest: string; label: string };
export type GivenDetails =
  | Exclude<Details, { kind: 'patent' }>
  | { kind: 'patent'; filingNumber: string; office: string; disclosure: { digest: string; fileName: string } | null };

/** What an organisation claims. */
export interface Claim {
  title: LocalText;
  body: LocalText;
  achievedOn: string;
  details: GivenDetails;
  evidence: GivenEvidence[];
}

const of = (id: string, part = '') => pathOf(`/achievements/${id}${part}`);

/** One claim with what is said of it. */
export function getAchievement(id: string, signal?: AbortSignal): Promise<Achievement> {
  return request(of(id), { signal });
}

/** Registers an achievement. */
export async function register(claim: Claim): Promise<string> {
  return (await request<{ id: string }>(pathOf('/achievements'), { method: 'POST', body: claim })).id;
}

/** Makes a new version of a claim. */
export function correct(id: string, body: { claim: Claim; version: number; correction: string }): Promise<unknown> {
  return request(of(id), { method: 'PUT', body });
}

/** All versions of a claim, the newest first. */
export async function listVersions(id: string, signal?: AbortSignal): Promise<AchievementVersion[]> {
  return (await request<{ items: AchievementVersion[] }>(of(id, '/versions'), { signal })).items;
}

/** Confirms or disputes a claim of another organisation. */
export function judge(
  id: string,
  body: { version: number; verdict: Judgement['verdict']; reason: string },
): Promise<void> {
  return request(of(id, '/judgement'), { method: 'PUT', body });
}

/** Takes back what the own organisation said. */
export function withdrawJudgement(id: string): Promise<void> {
  return request(of(id, '/judgement'), { method: 'DELETE' });
}

/** Takes a claim back. */
export function withdrawClaim(id: string, reason: string): Promise<void> {
  return request(of(id, '/withdraw'), { method: 'POST', body: { reason } });
}
