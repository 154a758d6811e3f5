import type { RowCondition } from '../delivery/sources/source.ts';
import type { Words } from '../house.ts';

/** How often data are wanted, at most: so many times within an ISO 8601 duration. */
export interface Frequency {
  times: number;
  period: 'PT1H' | 'P1D' | 'P7D' | 'P1M';
}

/** What a department asks for. It travels as `xy:application` of the request and is what the decision is about. */
export interface ApplicationForm {
  /** Code and name of the matter (事项): the purpose. */
  matter: string;
  matterName: Words;
  /** The provision that lets the department handle the matter. */
  legalBasis: string;
  /** The business system in which cases are numbered. */
  caseSystem: string;
  /** Names of the items wanted. */
  items: string[];
  /** `rows` for rows and files, `answer` and `match` for what gives none. */
  ways: ('rows' | 'answer' | 'match')[];
  frequency: Frequency | null;
  /** Most uses altogether. */
  maxCount: number | null;
  /** When it is needed, ISO 8601 UTC; `to` is the first moment at which it is over. */
  from: string;
  to: string;
  reason: string;
  /** Region of use, GB/T 2260, its sub-regions included; needed where the catalogue offers the data for some regions only. */
  place?: string;
  /** Which rows, by items: those that satisfy all conditions; all of them when left out. */
  rows?: RowCondition[];
  /** Who answers for the application in the asking department; goes to the provider, never into records. */
  applicant: { name: string; office: string; phone: string };
  /** Asks for data at once because waiting would do harm; reviewed afterwards. */
  emergency: { ground: string } | null;
}

/** Where an application stands. */
export type ApplicationState =
  | 'inReview'
  | 'returned'
  | 'narrowed'
  | 'approved'
  | 'granted'
  | 'refused'
  | 'disputed'
  | 'arbitrated'
  | 'withdrawn';

/** Stages with a limit in working days. `review` is that of an emergency, afterwards; `ruling` that of the data authority. */
export type Stage = 'firstCheck' | 'answer' | 'provision' | 'review' | 'ruling';

/** Why an application is refused, as government catalogues code it. */
export type RefusalGround = 'law' | 'policyDocument' | 'sensitive' | 'other';

/** By what an application was decided; `published`: by what the law and the catalogue say to everybody. */
export type ApprovalMode = 'person' | 'published' | 'unconditional' | 'standingRule' | 'ruling' | 'emergency';

/** What is given of what was asked; never more. */
export interface Terms {
  items: string[];
  from: string;
  to: string;
  maxCount: number | null;
  frequency: Frequency | null;
  place?: string;
  rows?: RowCondition[];
}

/** How the time of a stage runs. */
export interface Clock {
  stage: Stage;
  /** ISO 8601; null while it stands still because the application was returned. */
  dueAt: string | null;
  /** Working days left, negative when overdue. */
  workingDaysLeft: number;
  light: 'green' | 'yellow' | 'red';
  paused: boolean;
  /** 0 nobody, 1 a superior person, 2 the data authority too. */
  escalated: 0 | 1 | 2;
  /** False when the official holidays of that year are not known here yet and only weekends count. */
  calendarKnown: boolean;
  /** The last day, YYYY-MM-DD, for which they are known. */
  calendarKnownUntil: string;
}

/** What was decided and why. */
export interface Decision {
  mode: ApprovalMode;
  outcome: 'approved' | 'narrowed' | 'refused';
  ground: RefusalGround | null;
  words: Words;
  /** Name of the person; null when no person decided. */
  by: string | null;
  at: string;
  /** What it is signed with: compact JWS of the connector, type `xy-decision`. */
  signed: string | null;
}

/** An application as one side keeps it. */
export interface Application {
  id: string;
  participant: string;
  role: 'provider' | 'consumer';
  counterparty: { did: string; slug: string };
  /** Negotiation of this side; null before the first one. */
  negotiation: string | null;
  dataset: string;
  datasetTitle: Words | null;
  offer: string;
  form: ApplicationForm;
  state: ApplicationState;
  clock: Clock | null;
  /** Why it was returned, or what the provider narrowed. */
  note: string | null;
  terms: Terms | null;
  decision: Decision | null;
  agreement: string | null;
  /** Of an emergency: what the review found; null while it is open. */
  review: 'justified' | 'misuse' | null;
  createdAt: string;
  updatedAt: string;
}

/** One step of an application's history. */
export interface ApplicationStep {
  at: string;
  step: string;
  actor: string | null;
  words: Words;
}

/** A person or key that acts for its department. */
export interface Actor {
  id: string;
  name: string;
}
