import type { Application, Clock, Terms } from './applications.ts';
import { send, type Words } from './common.ts';

/** What one department laid before the data authority. */
export interface Dispute {
  id: string;
  application: string;
  provider: { did: string; slug: string };
  consumer: { did: string; slug: string };
  dataset: string;
  form: Omit<Application['form'], 'applicant'>;
  refusal: { ground: string; text: string };
  reason: string;
  state: 'open' | 'ruled';
  clock: Clock | null;
  ruling: (Ruling & { at: string; by: string; signed: string }) | null;
  createdAt: string;
}

export interface Ruling {
  outcome: 'grant' | 'refuse';
  terms: Terms | null;
  words: Words;
}

/** What another connector told the authority. */
export interface Notice {
  id: string;
  kind: 'dispute' | 'ruling' | 'overdue' | 'misuse';
  from: string;
  application: string;
  content: Record<string, unknown>;
  at: string;
}

/** Rules on a dispute. */
export const rule = (id: string, ruling: Ruling) =>
  send<Dispute>('POST', `/disputes/${encodeURIComponent(id)}/ruling`, ruling);
