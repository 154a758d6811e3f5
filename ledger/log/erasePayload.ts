import type { Tx } from '../../store/index.ts';

/**
 * Erases the private payload of a statement and its salt in the caller's SQL transaction; the statement stays, so that its
 * proof still verifies. False when there was none.
 */
export async function erasePayload(tx: Tx, statementId: string): Promise<boolean> {
  const { count } = await tx`
    DELETE FROM ledger.payloads USING ledger.statement_rows WHERE statement_seq = seq AND id = ${statementId}`;
  return count > 0;
}
