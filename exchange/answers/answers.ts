import type { JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import type { Words } from '../house.ts';
import type { PlaneCall } from './admit.ts';
import type { IdentifierKind } from './identifiers.ts';
import type { MatchStatus } from './match/acceptMatch.ts';
import type { Question, QuestionKind, Scalar } from './question.ts';

/** One page of a list. */
export interface Page<Item> {
  items: Item[];
  nextPageToken: string | null;
}

/** Which page of a list. */
export interface PageParameters {
  perPage: number;
  pageToken?: string | undefined;
}

/**
 * What an answer says. A negative answer is the same whether the person is unknown, the condition does not hold or the
 * value is out of bounds; `suppressed` is the same for an empty group, a small one and one that a single person dominates.
 */
export type AnswerContent =
  | { kind: 'holds'; holds: boolean }
  | { kind: 'value'; value: Scalar | null }
  | { kind: 'count'; count: number; suppressed: false }
  | { kind: 'sum' | 'average'; value: number; suppressed: false }
  | { kind: 'count' | 'sum' | 'average'; suppressed: true }
  | { kind: 'histogram'; groups: { value: Scalar; count: number }[]; suppressedGroups: boolean }
  | { kind: 'matchRate'; reached: boolean };

/** The payload of a signed answer (JWS of type `xy-answer+jwt`), which anybody can verify with the provider's DID alone. */
export interface SignedAnswer {
  question: string;
  questionDigest: string;
  dataset: string;
  datasetVersion: number;
  grant: string;
  agreement: string;
  asker: string;
  purpose: string;
  caseNumber: string | null;
  /** SHA-256 over a salt and the parameters (as `digestPayload` of the evidence log); only the asker keeps the salt. */
  parametersDigest: string;
  answer: AnswerContent;
  /** Chosen by the asker; also its protection against a repeated answer. */
  nonce: string;
  at: string;
}

/** A question and its answer as the asker keeps them. */
export interface ReceivedAnswer {
  id: string;
  participant: string;
  transfer: string;
  question: string;
  provider: string;
  purpose: string;
  caseNumber: string | null;
  state: 'asking' | 'answered' | 'refused';
  answer: AnswerContent | null;
  /** The signed answer, for the file of the case. */
  jws: string | null;
  /** Opens `parametersDigest` together with the parameters. */
  salt: string;
  refusal: string | null;
  askedAt: string;
  answeredAt: string | null;
}

/** A question as other departments see it: without conditions on items that they may not know. */
export interface OpenQuestion {
  id: string;
  dataset: string;
  kind: QuestionKind;
  words: Words;
  parameters: Question['parameters'];
  smallestGroup: number;
  setSize: number;
  threshold: number | null;
  identifierKind: IdentifierKind;
  reveal: boolean;
  perDay: number;
}

export interface AskParameters {
  /** The department that asks. */
  participant: string;
  /** A started transfer of format `xy:answer` in which it is the consumer. */
  transfer: string;
  question: string;
  parameters: { [name: string]: JsonValue };
  purpose: string;
  caseNumber: string | null;
  /** Region of use, GB/T 2260, where it is not all of what was agreed. */
  place?: string;
  /** Makes the call repeatable: the same id is one question. */
  id?: string;
}

export interface MatchParameters extends Omit<AskParameters, 'parameters' | 'place'> {
  identifiers: readonly string[];
  /** Only how many, or also which of the consumer's own identifiers. */
  mode: 'size' | 'intersection';
  /** How the identifiers are written; the provider is asked when it is left out. */
  identifierKind?: IdentifierKind;
}

export type MatchState = 'preparing' | 'asking' | 'waiting' | 'computing' | 'done' | 'failed';

/** A private set match as its consumer sees it. */
export interface Match {
  id: string;
  participant: string;
  transfer: string;
  question: string;
  provider: string;
  mode: 'size' | 'intersection';
  state: MatchState;
  ownSize: number;
  /** How many identifiers are in both sets. */
  size: number | null;
  problem: string | null;
  /** The problem in Chinese; null where there is none, or it has no words of ours. */
  problemZh: string | null;
  startedAt: string;
  endedAt: string | null;
}

/** A match whose result is kept at the consumer. */
export interface AnswerHolding {
  id: string;
  ownSize: number;
  size: number | null;
}

/** Answers without data: what a grant lets a consumer ask, and matches of two sets that neither side shows. */
export interface Answers {
  /** @throws ANSWER_QUESTION_INVALID, ANSWER_QUESTION_TAKEN */
  declareQuestion(participant: string, question: unknown, by: string): Promise<Question>;
  closeQuestion(participant: string, dataset: string, id: string, by: string): Promise<void>;
  readQuestion(participant: string, dataset: string, id: string): Promise<Question | null>;
  listQuestions(participant: string, p: PageParameters & { dataset?: string | undefined }): Promise<Page<Question>>;
  /** What others may know of the open questions of a dataset: for catalogues and applications. */
  describeQuestions(participant: string, dataset: string): Promise<OpenQuestion[]>;
  /** Consumer: the questions that a provider lets it ask under a transfer. */
  requestQuestions(participant: string, transfer: string): Promise<OpenQuestion[]>;
  /** Consumer: asks, verifies the signature and keeps the answer. */
  ask(p: AskParameters): Promise<ReceivedAnswer>;
  listAnswers(participant: string, p: PageParameters): Promise<Page<ReceivedAnswer>>;
  readAnswer(participant: string, id: string): Promise<ReceivedAnswer>;
  /** Consumer: starts a match; `run` carries it through. */
  startMatch(p: MatchParameters): Promise<Match>;
  listMatches(participant: string, p: PageParameters): Promise<Page<Match>>;
  readMatch(participant: string, id: string): Promise<Match>;
  /** The consumer's own identifiers that are in both sets, when the mode was `intersection`. */
  readIntersection(participant: string, id: string, p: PageParameters): Promise<Page<string>>;
  /** What the deletion duty is about: matches under an agreement. */
  holdings(participant: string, agreement: string): Promise<AnswerHolding[]>;
  /** Forgets them, in the caller's transaction. */
  eraseHoldings(tx: Tx, participant: string, agreement: string): Promise<void>;
  /** Provider's side of a message to the data plane. */
  serve: {
    /** Whether a set may come under this transfer, whoever asks: before its bytes are read. */
    expectsMatch(call: Pick<PlaneCall, 'participant' | 'transfer'>): Promise<boolean>;
    answer(call: PlaneCall): Promise<{ answer: string }>;
    match(call: PlaneCall): Promise<MatchStatus>;
    matchPart(call: PlaneCall): Promise<MatchStatus | { part: number; bytes: string }>;
    questions(call: PlaneCall): Promise<{ questions: OpenQuestion[] }>;
  };
  /** Carries matches on after an interruption, and forgets what is over. */
  run(signal: AbortSignal): Promise<void>;
}

/** The type of a signed answer. */
export const answerType = 'xy-answer+jwt';
