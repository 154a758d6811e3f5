import { type Page, type PageParameters, toPage } from '../../alliance/index.ts';
import type { Sql, Store } from '../../store/index.ts';
import type { Outcome } from './auditEntry.ts';
import { auditErrors } from './errors.ts';
import { readRecordToken } from './readRecordToken.ts';
import { type AuditRecord, type RecordRow, toRecord } from './recordRow.ts';

/** What an auditor looks for; all of it must hold. */
export interface RecordFilter {
  /** From this moment on, and before that one; ISO 8601. */
  from?: string | undefined;
  until?: string | undefined;
  kind?: string | undefined;
  outcome?: Outcome | undefined;
  counterparty?: string | undefined;
  negotiation?: string | undefined;
  transfer?: string | undefined;
  agreement?: string | undefined;
  application?: string | undefined;
  grant?: string | undefined;
  dataset?: string | undefined;
  purpose?: string | undefined;
  caseNumber?: string | undefined;
  /** A pseudonym. */
  subject?: string | undefined;
}

const columns = {
  kind: 'kind',
  outcome: 'outcome',
  counterparty: 'counterparty',
  negotiation: 'negotiation',
  transfer: 'transfer',
  agreement: 'agreement',
  application: 'application',
  grant: 'grant_id',
  dataset: 'dataset',
  purpose: 'purpose',
  caseNumber: 'case_number',
} as const satisfies Partial<Record<keyof RecordFilter, string>>;

/** The condition of a filter in SQL. */
export function filterRecords(sql: Sql, participant: string, filter: RecordFilter): ReturnType<Sql> {
  const named = Object.entries(columns).reduce((all, [name, column]) => {
    const value = filter[name as keyof typeof columns];
    return value === undefined ? all : sql`${all} AND ${sql(column)} = ${value}`;
  }, sql``);
  return sql`participant = ${participant}
    ${filter.from === undefined ? sql`` : sql`AND at >= ${filter.from}`}
    ${filter.until === undefined ? sql`` : sql`AND at < ${filter.until}`}
    ${filter.subject === undefined ? sql`` : sql`AND subjects @> ARRAY[${filter.subject}]`}
    ${named}`;
}

/** The columns of a search. */
function selectRecord(sql: Sql): ReturnType<Sql> {
  return sql`id, participant, sequence, digest, at, kind, outcome, counterparty, negotiation, transfer, agreement,
    application, grant_id, dataset, purpose, case_number, bytes, row_count, detail,
    coalesce(cardinality(subjects), 0) AS subject_count,
    ARRAY(SELECT jsonb_object_keys(coalesce(documents, '{}'))) AS document_names,
    coalesce(sequence <= (SELECT anchored FROM exchange.record_heads AS heads
      WHERE heads.participant = records.participant), false) AS anchored`;
}

/** A page of a participant's records, the newest first. @throws ALLIANCE_PAGE_TOKEN_WRONG */
export async function findRecords(
  { sql }: Store,
  participant: string,
  filter: RecordFilter,
  { perPage, pageToken }: PageParameters,
): Promise<Page<AuditRecord>> {
  const token = readRecordToken(pageToken);
  const after = token ? sql`AND (at, id) < (${token.at}, ${token.id}::uuid)` : sql``;
  const rows = await sql<RecordRow[]>`
    SELECT ${selectRecord(sql)} FROM exchange.records
    WHERE ${filterRecords(sql, participant, filter)} ${after}
    ORDER BY at DESC, id DESC LIMIT ${perPage + 1}`;
  const page = toPage(rows, perPage, (row) => [row.at.toISOString(), row.id]);
  return { ...page, items: page.items.map(toRecord) };
}

/** One record with its signed text and its documents. @throws AUDIT_RECORD_UNKNOWN */
export async function readRecord(
  { sql }: Store,
  participant: string,
  id: string,
): Promise<AuditRecord & { jws: string | null; texts: Record<string, string> }> {
  const [row] = await sql<(RecordRow & { jws: string | null; documents: Record<string, string> | null })[]>`
    SELECT ${selectRecord(sql)}, jws, documents FROM exchange.records
    WHERE participant = ${participant} AND id = ${id}`;
  if (!row) throw auditErrors.recordUnknown({ id });
  return { ...toRecord(row), jws: row.jws, texts: row.documents ?? {} };
}
