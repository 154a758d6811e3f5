import type { Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { TransactionStatus } from '../ledgerTypes.ts';
import { lanesErrors } from './errors.ts';
import type { Variant } from './signBytes.ts';

/** Signed bytes of a transaction, the present ones last. Any of them may be executed, and only one can be. */
export interface TransactionAttempt {
  variant: Variant;
  hash: Hex;
  raw: Hex;
  /** Most wei for a unit of gas. */
  maxFee: string | null;
  signedAt: string | null;
}

/** A transaction and all that is known of it. Amounts are decimal wei, times UTC in ISO 8601. */
export interface TransactionView {
  id: string;
  tenant: string;
  idempotencyKey: string;
  chain: string;
  space: 'espace' | 'core';
  signer: Hex;
  to: Hex | null;
  data: Hex;
  value: string;
  state: TransactionStatus;
  nonce: number | null;
  hash: Hex | null;
  /** What the bytes behind `hash` are. */
  variant: Variant;
  gas: string | null;
  maxFee: string | null;
  /** Null until it is executed. */
  success: boolean | null;
  blockHash: Hex | null;
  blockNumber: number | null;
  contractAddress: Hex | null;
  gasUsed: string | null;
  fee: string | null;
  /** Why it failed for good: `reverted` or `nonceTaken`. */
  reason: string | null;
  /** What the node says, or why it reverts. */
  lastError: string | null;
  revertData: Hex | null;
  /** What the lane did about it that nobody asked for, and what became of wishes. */
  notes: string[];
  /** A change that was asked for and is not done yet. */
  wish: 'cancel' | 'speedUp' | 'replace' | null;
  times: Partial<Record<TransactionStatus | 'finalized', string>>;
}

interface TransactionRow {
  id: string;
  tenant: string;
  idempotency_key: string;
  chain: string;
  space: 'espace' | 'core';
  signer: Hex;
  to_address: Hex | null;
  data: Hex;
  value: string;
  state: TransactionStatus;
  nonce: string | null;
  hash: Hex | null;
  variant: Variant;
  gas: string | null;
  max_fee: string | null;
  success: boolean | null;
  block_hash: Hex | null;
  block_number: string | null;
  contract_address: Hex | null;
  gas_used: string | null;
  fee: string | null;
  reason: string | null;
  last_error: string | null;
  revert_data: Hex | null;
  notes: string[];
  wish: { kind: 'cancel' | 'speedUp' | 'replace' } | null;
  created_at: Date;
  signed_at: Date | null;
  broadcast_at: Date | null;
  packed_at: Date | null;
  executed_at: Date | null;
  confirmed_at: Date | null;
  finalized_at: Date | null;
  failed_at: Date | null;
  cancelled_at: Date | null;
}

const maxLimit = 500;

function toView(row: TransactionRow): TransactionView {
  const times = {
    queued: row.created_at,
    signed: row.signed_at,
    broadcast: row.broadcast_at,
    packed: row.packed_at,
    executed: row.executed_at,
    confirmed: row.confirmed_at,
    finalized: row.finalized_at,
    failed: row.failed_at,
    cancelled: row.cancelled_at,
  };
  const known = Object.entries(times).flatMap(([name, time]) => (time ? [[name, time.toISOString()]] : []));
  return {
    id: row.id,
    tenant: row.tenant,
    idempotencyKey: row.idempotency_key,
    chain: row.chain,
    space: row.space,
    signer: row.signer,
    to: row.to_address,
    data: row.data,
    value: row.value,
    state: row.state,
    nonce: row.nonce === null ? null : Number(row.nonce),
    hash: row.hash,
    variant: row.variant,
    gas: row.gas,
    maxFee: row.max_fee,
    success: row.success,
    blockHash: row.block_hash,
    blockNumber: row.block_number === null ? null : Number(row.block_number),
    contractAddress: row.contract_address,
    gasUsed: row.gas_used,
    fee: row.fee,
    reason: row.reason,
    lastError: row.last_error,
    revertData: row.revert_data,
    notes: row.notes,
    wish: row.wish?.kind ?? null,
    times: Object.fromEntries(known),
  };
}

/** Reads a transaction with all of its signed bytes; null when there is none of that number, or it is another tenant's. */
export async function readTransaction(
  { sql }: Store,
  id: string,
  tenant?: string,
): Promise<(TransactionView & { attempts: TransactionAttempt[] }) | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const [row] = await sql<(TransactionRow & { raw: Hex | null })[]>`
    SELECT * FROM ledger.transactions WHERE id = ${id} AND ${tenant === undefined ? sql`true` : sql`tenant = ${tenant}`}`;
  if (!row) return null;
  const earlier = await sql<
    { variant: Variant; hash: Hex; raw: Hex; max_fee: string | null; signed_at: Date | null }[]
  >`
    SELECT variant, hash, raw, max_fee::text, signed_at FROM ledger.transaction_attempts
    WHERE transaction_id = ${id} ORDER BY number`;
  const all = row.raw && row.hash ? [...earlier, { ...row, raw: row.raw, hash: row.hash }] : earlier;
  const attempts = all.map(({ variant, hash, raw, max_fee, signed_at }) => ({
    variant,
    hash,
    raw,
    maxFee: max_fee,
    signedAt: signed_at?.toISOString() ?? null,
  }));
  return { ...toView(row), attempts };
}

export interface ListTransactionsParameters {
  /** All tenants' where it is not given. */
  tenant?: string;
  state?: TransactionStatus;
  signer?: Hex;
  /** From the last answer. */
  cursor?: string;
  /** At most 500. */
  limit?: number;
}

/** Lists transactions, the newest first. @throws LANES_BAD_CURSOR */
export async function listTransactions(
  { sql }: Store,
  { tenant, state, signer, cursor, limit = 50 }: ListTransactionsParameters,
): Promise<{ items: TransactionView[]; nextCursor: string | null }> {
  if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) throw lanesErrors.badCursor({ cursor });
  const size = Math.min(Math.max(1, Math.floor(limit)), maxLimit);
  const rows = await sql<TransactionRow[]>`
    SELECT * FROM ledger.transactions
    WHERE true
      ${tenant === undefined ? sql`` : sql`AND tenant = ${tenant}`}
      ${state === undefined ? sql`` : sql`AND state = ${state}`}
      ${signer === undefined ? sql`` : sql`AND signer = ${signer}`}
      ${cursor === undefined ? sql`` : sql`AND id < ${cursor}`}
    ORDER BY id DESC LIMIT ${size + 1}`;
  const items = rows.slice(0, size).map(toView);
  return { items, nextCursor: rows.length > size ? (items.at(-1)?.id ?? null) : null };
}
