import type { Words } from '../../house.ts';
import type { ApplicationForm, Clock, Terms } from '../model.ts';

/** What the data authority decides. */
export interface RulingText {
  /** 'grant': the provider has to give what `terms` says. */
  outcome: 'grant' | 'refuse';
  terms: Terms | null;
  words: Words;
}

/** What one department laid before the data authority. */
export interface Dispute {
  id: string;
  /** Id of the application. */
  application: string;
  provider: { did: string; slug: string };
  consumer: { did: string; slug: string };
  dataset: string;
  form: Omit<ApplicationForm, 'applicant'>;
  /** What the provider said, and what the consumer says against it. */
  refusal: { ground: string; text: string };
  reason: string;
  state: 'open' | 'ruled';
  clock: Clock | null;
  ruling: (RulingText & { at: string; by: string; signed: string }) | null;
  createdAt: string;
}
