import type { Tx } from '../../store/index.ts';
import { type MadeRecord, privatePart } from './makeRecord.ts';

/** Writes records in the caller's transaction and one round trip: no lock is held until they commit. */
export async function insertRecords(tx: Tx, records: readonly MadeRecord[]): Promise<void> {
  const rows = records.map(({ id, entry, time, content, privateSalt }) => ({
    id,
    participant: entry.participant,
    at: time.toISOString(),
    kind: entry.kind,
    outcome: entry.outcome,
    counterparty: entry.counterparty ?? null,
    negotiation: entry.negotiation ?? null,
    transfer: entry.transfer ?? null,
    agreement: entry.agreement ?? null,
    application: entry.application ?? null,
    grant_id: entry.grant ?? null,
    dataset: entry.dataset ?? null,
    purpose: entry.purpose ?? null,
    bytes: entry.bytes ?? null,
    row_count: entry.rows ?? null,
    case_number: privatePart(entry)?.caseNumber ?? null,
    subjects: entry.subjects && entry.subjects.length > 0 ? entry.subjects : null,
    private_salt: privateSalt,
    detail: entry.detail,
    documents: entry.documents ?? null,
    content,
  }));
  await tx`
    INSERT INTO exchange.records (id, participant, at, kind, outcome, counterparty, negotiation, transfer, agreement,
      application, grant_id, dataset, purpose, bytes, row_count, case_number, subjects, private_salt, detail, documents, content)
    SELECT id, participant, at, kind, outcome, counterparty, negotiation, transfer, agreement,
      application, grant_id, dataset, purpose, bytes, row_count, case_number, subjects, private_salt, detail, documents, content
    FROM jsonb_populate_recordset(NULL::exchange.records, ${JSON.stringify(rows)}::text::jsonb)`;
}
