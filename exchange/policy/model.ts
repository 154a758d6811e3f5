import type { Words } from '../house.ts';

/** How constraints combine (ODRL Information Model 2.2, section 2.5.2). */
export const combinations = ['and', 'or', 'xone', 'andSequence'] as const;
export type Combination = (typeof combinations)[number];

/** One comparison. Operand and operator may be ones that this evaluator does not know. */
export interface AtomicConstraint {
  leftOperand: string;
  operator: string;
  rightOperand: string | string[];
}
/** Several constraints, combined in exactly one way. */
export type LogicalConstraint =
  | { and: Constraint[] }
  | { or: Constraint[] }
  | { xone: Constraint[] }
  | { andSequence: Constraint[] };
export type Constraint = AtomicConstraint | LogicalConstraint;

/** What must be done, such as deleting the data at the end. */
export interface Duty {
  action: string;
  constraint?: Constraint[];
}
/** What is permitted or prohibited. */
export interface Rule {
  action: string;
  constraint?: Constraint[];
  /** What must be done for a permission. */
  duty?: Duty[];
}

/** A policy in one normal form: short names, arrays, texts; what is left of it is what is evaluated and digested. */
export interface Policy {
  '@id': string;
  '@type': 'Offer' | 'Agreement' | 'Set';
  profile?: string[];
  target?: string;
  assigner?: string;
  assignee?: string;
  /** Of an agreement, ISO 8601. */
  timestamp?: string;
  permission?: Rule[];
  prohibition?: Rule[];
  obligation?: Duty[];
}

/**
 * What somebody wants to do. A null says that it is not known: before the first request that means "not yet", at a request
 * that a constraint on it is not satisfied.
 */
export interface PolicyRequest {
  stage: 'negotiation' | 'start' | 'request' | 'running';
  /** 'use' for rows and files; 'xy:answer' and 'xy:match' for what gives no rows. 'use' permits those too. */
  action: string;
  /** The dataset. */
  target: string;
  /** DID of the connector that asks. */
  assignee: string;
  /** Code of the matter. */
  purpose: string | null;
  caseNumber: string | null;
  at: Date;
  /** How often it was used, this time included. */
  count: number;
  /** Slug of the department that gets the data: unlike its DID it stays when keys change. */
  recipient: string;
  /** Code of the region where it happens, or an IRI. */
  place: string | null;
  /** Names of the items that are wanted. */
  items: string[] | null;
  /** Conditions on rows that are applied whatever is asked for, each as canonical JSON; see `rowsOf`. */
  rows?: readonly string[];
  /** When the agreement came into force, for elapsedTime. */
  since?: Date;
  /**
   * Uses within the last hour, day and so on, this one included, by ISO 8601 duration: `{ P1D: 3 }`. Left out, the frequency is
   * checked where uses are counted, by `frequencyLimits`.
   */
  uses?: Readonly<Record<string, number>>;
  /** Actions of duties that are done. */
  fulfilled?: readonly string[];
}

/** Why: one rule or constraint, by its place in the policy, such as `permission[0].constraint[1]`. */
export interface PolicyReason {
  rule: string;
  ok: boolean;
  words: Words;
}

/** Whether it is allowed, and because of what. */
export interface PolicyDecision {
  allowed: boolean;
  reasons: PolicyReason[];
}

/** Our terms. */
export const exchangeNamespace = 'https://ns.xiangyu.example/exchange/';
/** The profile that says how our operands are meant; policies of other profiles are not understood and permit nothing. */
export const exchangeProfile = `${exchangeNamespace}profile`;
