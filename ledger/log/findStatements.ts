import type { Store } from '../../store/index.ts';
import type { StatementStatus } from '../ledgerTypes.ts';

/** A statement about a subject and how far it has come. */
export interface FoundStatement {
  statementId: string;
  index: number | null;
  status: StatementStatus;
}

/** Most statements given for one subject. */
const limit = 1_000;

/** Finds the statements about a subject, oldest first. `chain` is the present chain's key, null while unknown. */
export async function findStatements(store: Store, chain: string | null, subject: string): Promise<FoundStatement[]> {
  const rows = await store.sql<{ id: string; log_index: string | null; status: StatementStatus }[]>`
    WITH anchored AS (
      SELECT coalesce(max(size), 0) AS executed,
        coalesce(max(size) FILTER (WHERE state = 'confirmed'), 0) AS confirmed
      FROM ledger.checkpoints JOIN ledger.transactions ON transactions.id = transaction_id
      WHERE checkpoints.chain = ${chain} AND state IN ('executed', 'confirmed') AND success)
    SELECT id, log_index,
      CASE WHEN log_index IS NULL THEN 'pending' WHEN log_index < confirmed THEN 'confirmed'
        WHEN log_index < executed THEN 'anchored' ELSE 'integrated' END AS status
    FROM ledger.statements, anchored
    WHERE hashtextextended(subject, 0) = hashtextextended(${subject}, 0) AND subject = ${subject}
    ORDER BY seq
    LIMIT ${limit}`;
  return rows.map(({ id, log_index, status }) => ({
    statementId: id,
    index: log_index === null ? null : Number(log_index),
    status,
  }));
}
