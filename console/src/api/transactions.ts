import { request } from './request.ts';

/** Where a transaction of the own lanes is. */
export const transactionStates = [
  'queued',
  'signed',
  'broadcast',
  'packed',
  'executed',
  'confirmed',
  'failed',
  'cancelled',
] as const;
export type TransactionState = (typeof transactionStates)[number];

/** A transaction that the platform sends for its member. */
export interface SentTransaction {
  id: string;
  idempotencyKey: string;
  signer: string;
  to: string | null;
  data: string;
  /** Decimal wei, as `maxFee` and `fee` are. */
  value: string;
  state: TransactionState;
  nonce: number | null;
  hash: string | null;
  variant: string;
  gas: string | null;
  maxFee: string | null;
  success: boolean | null;
  blockHash: string | null;
  blockNumber: number | null;
  contractAddress: string | null;
  gasUsed: string | null;
  fee: string | null;
  reason: string | null;
  lastError: string | null;
  /** What the lane did about it that nobody asked for. */
  notes: string[];
  wish: string | null;
  /** When it came into each state. */
  times: Record<string, string>;
}

export interface SentTransactionDetail extends SentTransaction {
  /** Signed bytes, the present ones last. */
  attempts: { variant: string; hash: string; raw: string; maxFee: string | null; signedAt: string | null }[];
}

/** One page of the member's own transactions, the newest first. */
export function listSentTransactions(
  { state, cursor }: { state?: TransactionState | undefined; cursor?: string | undefined },
  signal?: AbortSignal,
): Promise<{ items: SentTransaction[]; nextCursor: string | null }> {
  const query = new URLSearchParams({ limit: '25' });
  if (state !== undefined) query.set('state', state);
  if (cursor !== undefined) query.set('cursor', cursor);
  return request(`/transactions?${query}`, { signal });
}

/** One transaction with its signed bytes. */
export function getSentTransaction(id: string, signal?: AbortSignal): Promise<SentTransactionDetail> {
  return request(`/transactions/${encodeURIComponent(id)}`, { signal });
}

/** Cancels a transaction: at once when it waits, by a race under the same nonce when it is on its way. */
export function cancelTransaction(id: string): Promise<{ outcome: 'cancelled' | 'cancelling' }> {
  return request(`/transactions/${encodeURIComponent(id)}/cancel`, { method: 'POST', body: {} });
}

/** Offers a higher fee for a transaction on its way. */
export function speedUpTransaction(id: string): Promise<{ outcome: string }> {
  return request(`/transactions/${encodeURIComponent(id)}/speed-up`, { method: 'POST', body: {} });
}
