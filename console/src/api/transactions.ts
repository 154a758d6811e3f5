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
  /** What the bytes behind `hash` are. */
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
  /** A change that was asked for and is not done yet. */
  wish: 'cancel' | 'speedUp' | 'replace' | null;
  /** When it came into each state; `finalized` too, which is not a state of its own. */
  times: Record<string, string>;
}

export interface SentTransactionDetail extends SentTransaction {
  /** Signed bytes, the present ones last. */
  attempts: { variant: string; hash: string; raw: string; maxFee: string | null; signedAt: string | null }[];
}

export interface ListSentTransactionsParameters {
  state?: TransactionState | undefined;
  /** Address or name of a key. */
  signer?: string | undefined;
  cursor?: string | undefined;
}

/** One page of the member's own transactions, the newest first. */
export function listSentTransactions(
  { state, signer, cursor }: ListSentTransactionsParameters,
  signal?: AbortSignal,
): Promise<{ items: SentTransaction[]; nextCursor: string | null }> {
  const query = new URLSearchParams({ limit: '25' });
  if (state !== undefined) query.set('state', state);
  if (signer !== undefined) query.set('signer', signer);
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
export function speedUpTransaction(id: string): Promise<{ outcome: 'replaced' | 'replacing' }> {
  return request(`/transactions/${encodeURIComponent(id)}/speed-up`, { method: 'POST', body: {} });
}

/** What a transaction shall do. Amounts are decimal wei. */
export type TransactionBody =
  | { kind: 'transfer'; to: string; value: string }
  | { kind: 'call'; to: string; function: string; args: unknown[]; abi?: unknown[]; value: string }
  | { kind: 'deploy'; bytecode: string; args: unknown[]; abi?: unknown[]; value: string }
  | { kind: 'raw'; to: string | null; data: string; value: string };

/** A transaction as it is submitted; what is left out the platform finds by itself. */
export type NewTransaction = TransactionBody & { signer: string; gas?: string; feeBudget?: string };

/** Submits a transaction. The same key with the same transaction is taken once, however often it is sent. */
export function submitTransaction(
  transaction: NewTransaction,
  idempotencyKey: string,
): Promise<{ transactionId: string; created: boolean }> {
  return request('/transactions', {
    method: 'POST',
    body: transaction,
    headers: { 'idempotency-key': idempotencyKey },
  });
}

/** What a transaction would do now. */
export type Simulation = { ok: true; gas: string } | { ok: false; reason: string; data: string | null };

/** Tries a transaction on the node's present state, without sending it. */
export function simulateTransaction(transaction: NewTransaction): Promise<Simulation> {
  return request('/transactions/simulate', { method: 'POST', body: transaction });
}

/** Gives a transaction another body under the same nonce. */
export function replaceTransaction(
  id: string,
  body: TransactionBody & { gas?: string },
): Promise<{ outcome: 'replaced' | 'replacing' }> {
  return request(`/transactions/${encodeURIComponent(id)}/replace`, { method: 'POST', body });
}

/** What a member may send and spend; null is no limit, amounts are decimal wei. */
export interface Limits {
  maxQueued: number | null;
  cap: string | null;
  periodSeconds: number;
  feeBudget: string;
}
/** Limits and what is used of them now. */
export interface UsedLimits extends Limits {
  queued: number;
  spent: string;
}

/** The own member's limits. */
export function getLimits(signal?: AbortSignal): Promise<UsedLimits> {
  return request('/transactions/limits', { signal });
}

/** Sets the limits of a member, for operators; what is left out stays. */
export function setLimits(member: string, limits: Partial<Limits>): Promise<UsedLimits> {
  return request(`/api/members/${encodeURIComponent(member)}/transaction-limits`, { method: 'PUT', body: limits });
}
