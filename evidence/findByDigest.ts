import type { EvidenceHouse } from './house.ts';
import { type EvidenceRecord, readRecords, toPublic } from './readEvidence.ts';
import { subjectOfDigest } from './record/saveRequests.ts';

/** Most records given for one digest. */
const limit = 100;

/** The records of the file with this SHA-256, oldest first, whoever stated them. */
export async function findByDigest(house: EvidenceHouse, digest: string): Promise<EvidenceRecord[]> {
  const { store, ledger } = house;
  const [bySubject, byDigest] = await Promise.all([
    ledger.findStatements(subjectOfDigest(digest)),
    store.sql<{ id: string }[]>`
      SELECT statement_id AS id FROM evidence.records WHERE digest = ${`\\x${digest}`}::text::bytea
      ORDER BY statement_id LIMIT ${limit}`,
  ]);
  const ids = [...bySubject.map(({ statementId }) => statementId), ...byDigest.map(({ id }) => id)];
  const records = await readRecords(house, ids.slice(0, limit));
  // A subject is free text: another record may name this digest there and hold a different one.
  return records.filter((record) => record.alg === 'sha-256' && record.digest === digest).map(toPublic);
}
