import {
  type AnomalyRule,
  anomalyRules,
  type Group,
  groups,
  type Judgement,
  judgements,
  type Outcome,
  outcomes,
} from './api/audit.ts';
import { type GrantState, grantStates, type Side, sides } from './api/grants.ts';
import { type TransferState, transferStates } from './api/transfers.ts';
import { type DutyState, dutyStates } from './api/using.ts';
import { type Given, given, oneOf, textOf } from './searches.ts';

/** Grants of one side or state. */
export const grantsSearch = (search: Given) =>
  given({ role: oneOf<Side>(sides, search.role), state: oneOf<GrantState>(grantStates, search.state) });

/** Transfers of one side, state or agreement. */
export const transfersSearch = (search: Given) =>
  given({
    role: oneOf<Side>(sides, search.role),
    state: oneOf<TransferState>(transferStates, search.state),
    agreement: textOf(search.agreement),
  });

/** What is looked for in the records. */
export const recordsSearch = (search: Given) =>
  given({
    from: textOf(search.from),
    until: textOf(search.until),
    kind: textOf(search.kind),
    outcome: oneOf<Outcome>(outcomes, search.outcome),
    counterparty: textOf(search.counterparty),
    purpose: textOf(search.purpose),
    caseNumber: textOf(search.caseNumber),
    agreement: textOf(search.agreement),
    dataset: textOf(search.dataset),
    subject: textOf(search.subject),
  });
export type RecordsSearch = ReturnType<typeof recordsSearch>;

/** The agreement whose evidence is wanted. */
export const evidenceSearch = (search: Given) => given({ agreement: textOf(search.agreement) });
/** What statistics are counted by. */
export const statisticsSearch = (search: Given) => given({ by: oneOf<Group>(groups, search.by) });
/** Anomalies of one rule or judgement. */
export const anomaliesSearch = (search: Given) =>
  given({ rule: oneOf<AnomalyRule>(anomalyRules, search.rule), state: oneOf<Judgement>(judgements, search.state) });
/** Duties of one side or state, or those that are late. */
export const dutiesSearch = (search: Given) =>
  given({
    role: oneOf<Side>(sides, search.role),
    state: oneOf<DutyState>(dutyStates, search.state),
    overdue: search.overdue === true ? true : undefined,
  });
/** The department that gave the code. */
export const citizenSearch = (search: Given) => given({ department: textOf(search.department) });
