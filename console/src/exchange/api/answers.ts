import { read, send, type Words } from './common.ts';

export const identifierKinds = ['citizenNumber', 'creditCode', 'mobile', 'text', 'exact'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];
export type Scalar = string | number | boolean;

/** Something that an asker fills in. */
export interface QuestionParameter {
  name: string;
  words: Words;
  comparison: 'eq' | 'gteq' | 'lteq' | 'startsWith';
  type: 'text' | 'integer' | 'number' | 'boolean' | 'date';
  required: boolean;
  values?: Scalar[];
}

/** A question that a grant lets the department ask. */
export interface OpenQuestion {
  id: string;
  dataset: string;
  kind: 'holds' | 'value' | 'count' | 'sum' | 'average' | 'histogram' | 'matchRate' | 'match';
  words: Words;
  parameters: QuestionParameter[];
  smallestGroup: number;
  setSize: number;
  threshold: number | null;
  identifierKind: IdentifierKind;
  reveal: boolean;
  perDay: number;
}

/** What an answer says. */
export interface AnswerContent {
  kind: OpenQuestion['kind'];
  holds?: boolean;
  value?: Scalar | null;
  count?: number;
  suppressed?: boolean;
  groups?: { value: Scalar; count: number }[];
  suppressedGroups?: boolean;
  reached?: boolean;
}

/** A question and its answer as the department keeps them. */
export interface ReceivedAnswer {
  id: string;
  transfer: string;
  question: string;
  provider: string;
  purpose: string;
  caseNumber: string | null;
  state: 'asking' | 'answered' | 'refused';
  answer: AnswerContent | null;
  jws: string | null;
  salt: string;
  refusal: string | null;
  askedAt: string;
  answeredAt: string | null;
}

/** A private match of two sets. */
export interface Match {
  id: string;
  transfer: string;
  question: string;
  provider: string;
  mode: 'size' | 'intersection';
  state: 'preparing' | 'asking' | 'waiting' | 'computing' | 'done' | 'failed';
  ownSize: number;
  size: number | null;
  problem: string | null;
  problemZh: string | null;
  startedAt: string;
  endedAt: string | null;
}

interface Asked {
  transfer: string;
  question: string;
  purpose: string;
  caseNumber: string | null;
  id?: string;
}

/** Questions that the provider of a transfer lets the department ask. */
export const listOpenQuestions = async (transfer: string, signal?: AbortSignal) =>
  (await read<{ items: OpenQuestion[] }>(`/answers/questions/${transfer}`, signal)).items;
/** Asks; the same id again is the same question. */
export const ask = (body: Asked & { parameters: Record<string, unknown> }) =>
  send<ReceivedAnswer>('POST', '/answers', body);
export const getAnswer = (id: string, signal?: AbortSignal) => read<ReceivedAnswer>(`/answers/${id}`, signal);
/** Starts a match of two sets that neither side shows. */
export const startMatch = (body: Asked & { identifiers: string[]; mode: Match['mode'] }) =>
  send<Match>('POST', '/answers/matches', body);
export const getMatch = (id: string, signal?: AbortSignal) => read<Match>(`/answers/matches/${id}`, signal);
