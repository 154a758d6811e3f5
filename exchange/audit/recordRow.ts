import type { JsonObject } from '../house.ts';
import type { Outcome } from './auditEntry.ts';

/** A record as auditors see it. */
export interface AuditRecord {
  id: string;
  participant: string;
  /** Place in the chain; null for a moment after it was written. */
  sequence: number | null;
  digest: string | null;
  /** ISO 8601 in UTC. */
  time: string;
  kind: string;
  outcome: Outcome;
  counterparty: string | null;
  negotiation: string | null;
  transfer: string | null;
  agreement: string | null;
  application: string | null;
  grant: string | null;
  dataset: string | null;
  purpose: string | null;
  caseNumber: string | null;
  bytes: number | null;
  rows: number | null;
  /** How many people the record concerns; who, by pseudonym, is only in the search. */
  subjects: number;
  detail: JsonObject;
  /** Names of its documents. */
  documents: string[];
  /** Whether a checkpoint that the chain holds is over it. */
  anchored: boolean;
}

/** A row of the search. */
export interface RecordRow {
  id: string;
  participant: string;
  sequence: string | null;
  digest: string | null;
  at: Date;
  kind: string;
  outcome: Outcome;
  counterparty: string | null;
  negotiation: string | null;
  transfer: string | null;
  agreement: string | null;
  application: string | null;
  grant_id: string | null;
  dataset: string | null;
  purpose: string | null;
  case_number: string | null;
  bytes: string | null;
  row_count: string | null;
  subject_count: number;
  detail: JsonObject;
  document_names: string[];
  anchored: boolean;
}

const numberOf = (text: string | null) => (text === null ? null : Number(text));

/** The record of a row. */
export function toRecord(row: RecordRow): AuditRecord {
  return {
    id: row.id,
    participant: row.participant,
    sequence: numberOf(row.sequence),
    digest: row.digest,
    time: row.at.toISOString(),
    kind: row.kind,
    outcome: row.outcome,
    counterparty: row.counterparty,
    negotiation: row.negotiation,
    transfer: row.transfer,
    agreement: row.agreement,
    application: row.application,
    grant: row.grant_id,
    dataset: row.dataset,
    purpose: row.purpose,
    caseNumber: row.case_number,
    bytes: numberOf(row.bytes),
    rows: numberOf(row.row_count),
    subjects: row.subject_count,
    detail: row.detail,
    documents: row.document_names,
    anchored: row.anchored,
  };
}
