import type { Sql, Tx } from '../../store/index.ts';
import type { AnswerHolding } from './answers.ts';

/**
 * What matches under an agreement left at the consumer. Signed answers are not among it: they hold a yes, a number or nothing,
 * and stay in the file of their case as the evidence of what was decided.
 */
export async function findHoldings(sql: Sql | Tx, participant: string, agreement: string): Promise<AnswerHolding[]> {
  return sql<AnswerHolding[]>`
    SELECT id, own_size AS "ownSize", size FROM exchange.matches
    WHERE participant = ${participant} AND agreement = ${agreement} ORDER BY id`;
}

/** Removes matches with their sets and results. */
export async function eraseHoldings(tx: Tx, participant: string, agreement: string): Promise<void> {
  await tx`
    DELETE FROM exchange.match_parts WHERE participant = ${participant} AND side = 'consumer' AND match IN (
      SELECT id FROM exchange.matches WHERE participant = ${participant} AND agreement = ${agreement})`;
  await tx`DELETE FROM exchange.matches WHERE participant = ${participant} AND agreement = ${agreement}`;
}
