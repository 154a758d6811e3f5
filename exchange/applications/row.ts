import type { JsonObject, Words } from '../house.ts';
import { type ClockRow, readClock } from './clocks/stageClock.ts';
import type { WorkCalendar } from './clocks/workCalendar.ts';
import type { Application, ApplicationForm, ApplicationState, Decision, Terms } from './model.ts';

/** A row of exchange.applications. */
export interface ApplicationRow extends ClockRow {
  participant: string;
  id: string;
  role: 'provider' | 'consumer';
  counterparty_did: string;
  counterparty_slug: string;
  negotiation: string | null;
  dataset: string;
  dataset_title: Words | null;
  dataset_version: number | null;
  offer: string;
  /** The catalogue's policy of the offer when it was asked for. */
  offer_policy: JsonObject;
  form: ApplicationForm;
  state: ApplicationState;
  escalate_at: Date | null;
  returns: number;
  note: string | null;
  terms: Terms | null;
  decision: Decision | null;
  agreement: string | null;
  review: 'justified' | 'misuse' | null;
  rule: string | null;
  ruling: string | null;
  created_at: Date;
  updated_at: Date;
}

/** An application as it looks now. */
export function toApplication(row: ApplicationRow, calendar: WorkCalendar, now: Date): Application {
  return {
    id: row.id,
    participant: row.participant,
    role: row.role,
    counterparty: { did: row.counterparty_did, slug: row.counterparty_slug },
    negotiation: row.negotiation,
    dataset: row.dataset,
    datasetTitle: row.dataset_title,
    offer: row.offer,
    form: row.form,
    state: row.state,
    clock: readClock(calendar, now, row),
    note: row.note,
    terms: row.terms,
    decision: row.decision,
    agreement: row.agreement,
    review: row.review,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
