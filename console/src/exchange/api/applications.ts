import { read, send, type Words } from './common.ts';

/** Where an application can stand. */
export const applicationStates = [
  'inReview',
  'returned',
  'narrowed',
  'approved',
  'granted',
  'refused',
  'disputed',
  'arbitrated',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];
export const grounds = ['law', 'policyDocument', 'sensitive', 'other'] as const;
export type Ground = (typeof grounds)[number];
export const ways = ['rows', 'answer', 'match'] as const;
export type Way = (typeof ways)[number];
export const periods = ['PT1H', 'P1D', 'P7D', 'P1M'] as const;

export interface Frequency {
  times: number;
  period: (typeof periods)[number];
}

export const comparisons = ['eq', 'neq', 'lt', 'lteq', 'gt', 'gteq', 'startsWith'] as const;
export type Comparison = (typeof comparisons)[number];
export type RowValue = string | number | boolean;

/** Which rows, by an item: compared with a value, or one of some values. */
export type RowCondition = { column: string; is: Comparison; value: RowValue } | { column: string; in: RowValue[] };

/** What a department asks for. */
export interface ApplicationForm {
  matter: string;
  legalBasis: string;
  caseSystem: string;
  items: string[];
  ways: Way[];
  frequency: Frequency | null;
  maxCount: number | null;
  from: string;
  to: string;
  reason: string;
  /** Region of use (GB/T 2260). */
  place?: string;
  /** Only rows that satisfy all of these. */
  rows?: RowCondition[];
  applicant: { name: string; office: string; phone: string };
  emergency: { ground: string } | null;
}

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
  stage: 'firstCheck' | 'answer' | 'provision' | 'review' | 'ruling';
  dueAt: string | null;
  workingDaysLeft: number;
  light: 'green' | 'yellow' | 'red';
  paused: boolean;
  escalated: 0 | 1 | 2;
  calendarKnown: boolean;
}

export interface Decision {
  mode: 'person' | 'published' | 'unconditional' | 'standingRule' | 'ruling' | 'emergency';
  outcome: 'approved' | 'narrowed' | 'refused';
  ground: Ground | null;
  words: Words;
  by: string | null;
  at: string;
  signed: string | null;
}

export interface Application {
  id: string;
  role: 'provider' | 'consumer';
  counterparty: { did: string; slug: string };
  negotiation: string | null;
  dataset: string;
  datasetTitle: Words | null;
  offer: string;
  form: ApplicationForm & { matterName: Words };
  state: ApplicationState;
  clock: Clock | null;
  note: string | null;
  terms: Terms | null;
  decision: Decision | null;
  agreement: string | null;
  review: 'justified' | 'misuse' | null;
  createdAt: string;
  updatedAt: string;
}

export interface ApplicationStep {
  at: string;
  step: string;
  actor: string | null;
  words: Words;
}

/** What would happen to an application, and the limits of those who would decide. */
export interface Forecast {
  outcome: 'approved' | 'person' | 'refused' | 'unknown';
  words: Words;
  decision: { allowed: boolean; reasons: { rule: string; ok: boolean; words: Words }[] } | null;
  limits: { firstCheckDays: number; answerDays: number; dueAt: string; calendarKnown: boolean } | null;
}

const mine = (id: string) => `/applications/${encodeURIComponent(id)}`;
const theirs = (id: string) => `/inbox/${encodeURIComponent(id)}`;

export interface ApplyBody {
  provider: string;
  dataset: string;
  key?: string;
  form: ApplicationForm;
}

/** One application of either side. */
export const getApplication = (id: string, signal?: AbortSignal) => read<Application>(mine(id), signal);
/** Applies for data. */
export const apply = (body: ApplyBody) => send<Application>('POST', '/applications', body);
/** What would happen to it. */
export const forecast = (body: ApplyBody) => send<Forecast>('POST', '/applications/forecast', body);
/** Hands it in again. */
export const amend = (id: string, form: ApplicationForm) => send<Application>('PUT', mine(id), { form });
/** Takes what was narrowed. */
export const acceptNarrowed = (id: string) => send<Application>('POST', `${mine(id)}/acceptance`);
/** Withdraws it. */
export const withdraw = (id: string, reason: string) => send<Application>('POST', `${mine(id)}/withdrawal`, { reason });
/** Lays a refusal before the data authority. */
export const dispute = (id: string, reason: string) => send<Application>('POST', `${mine(id)}/dispute`, { reason });

/** The application is complete. */
export const confirmCheck = (id: string) => send<Application>('POST', `${theirs(id)}/check`);
/** Returns it to be completed. */
export const returnForChanges = (id: string, note: string) =>
  send<Application>('POST', `${theirs(id)}/return`, { note });
/** Approves it, or less of it. */
export const approve = (id: string, given: { words?: Words; narrow?: Partial<Terms> & { reason: string } }) =>
  send<Application>('POST', `${theirs(id)}/approval`, given);
/** Refuses it. */
export const refuse = (id: string, given: { ground: Ground; text: string }) =>
  send<Application>('POST', `${theirs(id)}/refusal`, given);
/** Judges an emergency. */
export const reviewEmergency = (id: string, given: { finding: 'justified' | 'misuse'; text: string }) =>
  send<Application>('POST', `${theirs(id)}/review`, given);
/** Lets a department use emergencies again. */
export const liftBar = (consumer: string, reason: string) =>
  send('POST', `/inbox/bars/${encodeURIComponent(consumer)}/lifting`, { reason });
