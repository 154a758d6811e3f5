import type { RowCondition } from './applications.ts';
import { read, send } from './common.ts';

/** Where a grant can stand. */
export const grantStates = ['pending', 'active', 'suspended', 'revoked', 'renounced', 'expired', 'refused'] as const;
export type GrantState = (typeof grantStates)[number];
export const sides = ['provider', 'consumer'] as const;
export type Side = (typeof sides)[number];

/** A permission to use data, as one side keeps it. */
export interface Grant {
  id: string;
  role: Side;
  agreement: string;
  provider: string;
  consumer: string;
  providerSlug: string;
  consumerSlug: string;
  dataset: string;
  version: number;
  purpose: string;
  items: string[];
  /** Region of use (GB/T 2260). */
  place: string | null;
  /** Only rows that satisfy all of these. */
  rows: RowCondition[];
  notBefore: string;
  notAfter: string;
  maxCount: number | null;
  used: number;
  policyDigest: string;
  state: GrantState;
  transaction: string | null;
  reason: string | null;
  createdAt: string;
  changedAt: string;
}

/** An act upon a grant, as it went to the chain. */
export interface GrantAct {
  act: 'issue' | 'suspend' | 'resume' | 'revoke' | 'renounce';
  by: string;
  sequence: number;
  reason: string | null;
  reasonDigest: string | null;
  state: 'waiting' | 'carried' | 'done' | 'failed' | 'overtaken' | 'seen';
  problem: string | null;
  problemZh: string | null;
  decidedAt: string | null;
  transaction: string | null;
  blockNumber: number | null;
}

/** Parties of a grant by their chain keys. */
interface ChainTerms {
  provider: string;
  consumer: string;
  arbiter: string;
}

/** A grant with what the chain says of it. */
export interface GrantFacts {
  grant: Grant | null;
  evmChainId: number;
  contract: string | null;
  onChain: { terms: ChainTerms; stage: number; holds: number; blockNumber: number; transaction: string } | null;
  terms: ChainTerms | null;
  history: GrantAct[];
  keysReleased: number;
}

/** A grant of others that the own department may suspend. */
export interface NamedGrant {
  id: string;
  provider: string;
  consumer: string;
  stage: number;
  holds: number;
  notBefore: string;
  notAfter: string;
}

/** What a department does to a grant. */
export type GrantStep = 'suspend' | 'resume' | 'revoke' | 'renounce';

/** A grant with its facts on the chain and its history. */
export const getGrant = (id: string, signal?: AbortSignal) => read<GrantFacts>(`/grants/${id}`, signal);
/** Suspends, resumes, revokes or gives up a grant. */
export const actOnGrant = (id: string, step: GrantStep, reason: string) =>
  send<Grant>('POST', `/grants/${id}/${step}`, { reason });
/** Suspends a grant of others as data authority, or takes that back. */
export const arbitrateGrant = (id: string, act: 'suspend' | 'resume', reason: string) =>
  send('POST', `/grants/${id}/arbitration`, { act, reason });

/** Whether a grant is for questions or matches: they are named among its items. */
export const isForQuestions = ({ items }: Pick<Grant, 'items'>) =>
  items.length > 0 && items.every((item) => item.startsWith('question:'));
