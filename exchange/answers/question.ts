import type { Words } from '../house.ts';
import type { IdentifierKind } from './identifiers.ts';

/** What a question asks for. Only `value` shows an item of a person, and only within the bounds that its steward set. */
export type QuestionKind = 'holds' | 'value' | 'count' | 'sum' | 'average' | 'histogram' | 'matchRate' | 'match';

export const questionKinds: readonly QuestionKind[] = [
  'holds',
  'value',
  'count',
  'sum',
  'average',
  'histogram',
  'matchRate',
  'match',
];

/** Kinds about groups: subject to the smallest group, to overlap control and to the rounding of counts. */
export const aggregateKinds: readonly QuestionKind[] = ['count', 'sum', 'average', 'histogram'];

/** How a parameter is compared with its item. */
export type Comparison = 'eq' | 'gteq' | 'lteq' | 'startsWith';

/** A plain value of an item or a parameter. */
export type Scalar = string | number | boolean;

/** What an asker fills in. All parameters of a question hold together; there is no "or" and no "not". */
export interface QuestionParameter {
  name: string;
  words: Words;
  item: string;
  comparison: Comparison;
  type: 'text' | 'integer' | 'number' | 'boolean' | 'date';
  required: boolean;
  /** A regular expression that a text must match as a whole. */
  pattern?: string;
  minimum?: number;
  maximum?: number;
  /** The only values that may be asked for. */
  values?: Scalar[];
}

/** A condition that the steward fixed, such as `state = valid`; `$today` stands for the day of the question. */
export interface FixedCondition {
  item: string;
  comparison: Comparison;
  value: Scalar;
}

export interface QuestionLimits {
  /** Groups of fewer persons are not told. */
  smallestGroup: number;
  /** Counts are rounded to a multiple of this; 1 leaves them as they are. */
  roundTo: number;
  /** Questions of one grant in one day, Asia/Shanghai. */
  perDay: number;
  /** Identifiers that one list or set may hold. */
  setSize: number;
  /** Share of a sum that one person may make up, 0 to 1. */
  dominance: number;
}

/** What a steward lets others ask of a dataset without showing it. */
export interface Question {
  id: string;
  participant: string;
  /** Id of the dataset, `urn:uuid:…`. */
  dataset: string;
  kind: QuestionKind;
  words: Words;
  /** The item that is told, added up or grouped by; null where rows are only counted. */
  item: string | null;
  parameters: QuestionParameter[];
  conditions: FixedCondition[];
  /** Bounds of `value`; sums count each row's value within them. */
  bounds: { low: number; high: number } | null;
  /** Values that `value` may tell of an item that is not a number, and the groups of a `histogram`. */
  values: Scalar[] | null;
  /** Width of the bands of a `histogram` over a number. */
  step: number | null;
  /** `matchRate` tells only whether the rate is at least this, 0 to 1. */
  threshold: number | null;
  /** How the identifiers of the key item are written. */
  identifierKind: IdentifierKind;
  /** Whether a match may show its consumer which identifiers are in both sets. */
  reveal: boolean;
  limits: QuestionLimits;
  state: 'open' | 'closed';
  createdAt: string;
}

/** The entry in the items of a grant that allows a question without allowing the items that it reads. */
export const grantedAs = (questionId: string): string => `question:${questionId}`;
