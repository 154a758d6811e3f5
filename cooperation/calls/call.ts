import type { LocalText } from '../text.ts';

/** A call is open until its deadline or until it is closed; then decided; then finished, with what came of it. */
export const callStates = ['open', 'closed', 'decided', 'finished'] as const;
export type CallState = (typeof callStates)[number];

/** A call for cooperation. */
export interface Call {
  id: string;
  /** Slug of the organisation that calls. */
  member: string;
  title: LocalText;
  /** Markdown. */
  body: LocalText;
  deadline: string;
  state: CallState;
  /** How many applied; the names are sealed until the deadline. */
  applications: number;
  /** Slugs of the organisations that were accepted, once it is decided. */
  accepted: string[];
  /** Why it was decided so, and what came of it; Markdown. */
  decision: LocalText | null;
  outcome: LocalText | null;
  createdAt: string;
  updatedAt: string;
  decidedAt: string | null;
  finishedAt: string | null;
}

/** What its author writes. */
export interface CallText {
  title: LocalText;
  body: LocalText;
  deadline: string;
}

/** A row of cooperation.calls with its counts. */
export interface CallRow {
  id: string;
  member: string;
  title: LocalText;
  body: LocalText;
  deadline: Date;
  state: CallState;
  applications: number;
  accepted: string[];
  decision: LocalText | null;
  outcome: LocalText | null;
  created_at: Date;
  updated_at: Date;
  decided_at: Date | null;
  finished_at: Date | null;
}

/** A call as the API shows it. */
export const toCall = (row: CallRow): Call => ({
  id: row.id,
  member: row.member,
  title: row.title,
  body: row.body,
  deadline: row.deadline.toISOString(),
  state: row.state,
  applications: row.applications,
  accepted: row.accepted,
  decision: row.decision,
  outcome: row.outcome,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  decidedAt: row.decided_at?.toISOString() ?? null,
  finishedAt: row.finished_at?.toISOString() ?? null,
});
