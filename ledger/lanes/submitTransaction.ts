import type { Tx } from '../../store/index.ts';
import type { TransactionRequest } from './request.ts';
import { type SubmittedTransaction, submitMany } from './submitMany.ts';

/** A request and the chain it is for. */
export interface SubmitTransactionParameters extends TransactionRequest {
  chain: string;
}

/**
 * Queues a transaction in the caller's SQL transaction; it is sent if and only if that commits, and once however often it is
 * submitted. @throws LEDGER_IDEMPOTENCY_CONFLICT when the key was used for another request, and what `submitMany` throws
 */
export async function submitTransaction(
  tx: Tx,
  { chain, ...request }: SubmitTransactionParameters,
): Promise<SubmittedTransaction> {
  const [submitted] = await submitMany(tx, chain, [request]);
  return submitted as SubmittedTransaction;
}
