import type { Sql } from '../../store/index.ts';

/**
 * Takes back the executions of transactions that fulfil a condition: they are on their way again, with the same bytes. Gives
 * how many there were.
 */
export async function takeBack(sql: Sql, condition: ReturnType<Sql>): Promise<number> {
  const { count } = await sql`
    UPDATE ledger.transactions
    SET state = 'broadcast', packed_at = NULL, executed_at = NULL, confirmed_at = NULL, finalized_at = NULL,
      failed_at = NULL, cancelled_at = NULL, block_hash = NULL, block_number = NULL, success = NULL, gas_used = NULL,
      fee = NULL, contract_address = NULL, reason = NULL,
      notes = notes || 'the chain lost its execution; the same bytes are sent again'::text
    WHERE raw IS NOT NULL AND reason IS DISTINCT FROM 'nonceTaken'
      AND state IN ('packed', 'executed', 'confirmed', 'failed', 'cancelled') AND ${condition}`;
  return count;
}
