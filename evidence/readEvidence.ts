import type { StatementAnchor, StatementRecord, StatementStatus } from '../ledger/index.ts';
import type { DigestAlgorithm } from '../proof/index.ts';
import { evidenceErrors } from './errors.ts';
import { type EvidenceHouse, recordKind } from './house.ts';

/** What everybody may read of a record. */
export interface EvidenceRecord {
  id: string;
  digest: string;
  alg: DigestAlgorithm;
  subject: string;
  /** Slug of the member who stated it. */
  member: string;
  /** When it was stated, by the clock of the platform; ISO 8601 in UTC. */
  time: string;
  status: StatementStatus;
  /** Position in the log; null while pending. */
  index: number | null;
  /** When payload, salt and notes were erased; null while they are kept or if there were none. */
  erasedAt: string | null;
}

/** What only the member who stated it may read besides. */
export interface EvidenceNotes {
  name: string | null;
  /** Size of the file. */
  bytes: number | null;
  /** True while the platform keeps its payload. */
  hasPayload: boolean;
}

export type OwnEvidenceRecord = EvidenceRecord & EvidenceNotes;

/** Reads records by id with their notes, in the order of the ids; ids of other statements are left out. */
export async function readRecords(house: EvidenceHouse, ids: readonly string[]): Promise<OwnEvidenceRecord[]> {
  return addNotes(house, await house.ledger.statements.read(ids));
}

/** Adds what this room keeps to statements of its kind. */
export async function addNotes(
  { store }: EvidenceHouse,
  statements: readonly StatementRecord[],
): Promise<OwnEvidenceRecord[]> {
  const own = statements.filter(({ statement }) => statement.kind === recordKind);
  if (own.length === 0) return [];
  const rows = await store.sql<{ id: string; name: string | null; bytes: string | null; erased_at: Date | null }[]>`
    SELECT id, name, bytes, erased_at
    FROM unnest(${own.map(({ statementId }) => statementId)}::uuid[]) AS id
    LEFT JOIN evidence.records ON records.statement_id = id
    LEFT JOIN evidence.erasures ON erasures.statement_id = id`;
  const notes = new Map(rows.map((row) => [row.id, row]));
  return own.map(({ statementId, statement, index, status, hasPayload }) => {
    const { digest, alg, subject, member, time } = statement;
    const note = notes.get(statementId);
    return {
      id: statementId,
      digest,
      alg,
      subject,
      member,
      time,
      status,
      index,
      erasedAt: note?.erased_at?.toISOString() ?? null,
      name: note?.name ?? null,
      bytes: note?.bytes == null ? null : Number(note.bytes),
      hasPayload,
    };
  });
}

/** Reads one record and its anchor. @throws EVIDENCE_UNKNOWN */
export async function readRecord(
  house: EvidenceHouse,
  id: string,
): Promise<{ record: OwnEvidenceRecord; anchor: StatementAnchor | null }> {
  const [record] = await readRecords(house, [id]);
  if (!record) throw evidenceErrors.unknown({ id: id.slice(0, 80) });
  return { record, anchor: await house.ledger.statements.readAnchor(record.index) };
}

/** A record without what is private. */
export function toPublic({ name: _, bytes: __, hasPayload: ___, ...record }: OwnEvidenceRecord): EvidenceRecord {
  return record;
}
