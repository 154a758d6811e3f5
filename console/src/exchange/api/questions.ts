import { send, type Words } from './common.ts';

export const questionKinds = ['holds', 'value', 'count', 'sum', 'average', 'histogram', 'matchRate', 'match'] as const;
export type QuestionKind = (typeof questionKinds)[number];
export const comparisons = ['eq', 'gteq', 'lteq', 'startsWith'] as const;

/** What others may ask of a dataset without getting it. */
export interface DeclaredQuestion {
  id: string;
  dataset: string;
  kind: QuestionKind;
  words: Words;
  state: 'open' | 'closed';
  createdAt: string;
}

export interface QuestionDraft {
  id: string;
  dataset: string;
  kind: QuestionKind;
  words: Words;
  item?: string;
  parameters?: {
    name: string;
    words: Words;
    item: string;
    comparison: (typeof comparisons)[number];
    type: 'text' | 'integer' | 'number' | 'boolean' | 'date';
    required: boolean;
  }[];
  values?: string[];
  bounds?: { low: number; high: number };
  step?: number;
  /** Fixed conditions; the value `$today` is the day of the question. */
  conditions?: { item: string; comparison: (typeof comparisons)[number]; value: string | number | boolean }[];
  /** Share from 0 to 1 that a rate is compared with. */
  threshold?: number;
  /** Whether the asker learns which of its own are in both lists. */
  reveal?: boolean;
}

/** Publishes a question. */
export const declareQuestion = (draft: QuestionDraft) => send<DeclaredQuestion>('POST', '/questions', draft);
/** Closes a question. */
export const closeQuestion = (dataset: string, id: string) => send('POST', '/questions/close', { dataset, id });
