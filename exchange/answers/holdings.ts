import { createHash } from 'node:crypto';
import type { Sql, Tx } from '../../store/index.ts';
import type { AnswerHolding } from './answers.ts';

/** What answers and matches under an agreement left at the consumer. */
export async function findHoldings(sql: Sql | Tx, participant: string, agreement: string): Promise<AnswerHolding[]> {
  const rows = await sql<{ kind: AnswerHolding['kind']; id: string; jws: string | null }[]>`
    SELECT 'answer' AS kind, id, jws FROM exchange.answers_received
    WHERE participant = ${participant} AND agreement = ${agreement}
    UNION ALL
    SELECT 'match', id, NULL FROM exchange.matches WHERE participant = ${participant} AND agreement = ${agreement}
    ORDER BY 1, 2`;
  return rows.map(({ kind, id, jws }) => ({
    kind,
    id,
    digest: jws === null ? null : createHash('sha256').update(jws).digest('hex'),
  }));
}

/** Removes answers with their parameters and salts, and matches with their results. */
export async function eraseHoldings(tx: Tx, participant: string, agreement: string): Promise<void> {
  await tx`DELETE FROM exchange.answers_received WHERE participant = ${participant} AND agreement = ${agreement}`;
  await tx`
    DELETE FROM exchange.match_parts WHERE participant = ${participant} AND side = 'consumer' AND match IN (
      SELECT id FROM exchange.matches WHERE participant = ${participant} AND agreement = ${agreement})`;
  await tx`DELETE FROM exchange.matches WHERE participant = ${participant} AND agreement = ${agreement}`;
}
