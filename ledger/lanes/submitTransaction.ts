import { createHash } from 'node:crypto';
import { canonicalizeJson, type Hex } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';

/** A transaction to be signed, sent and watched until it is confirmed. */
export interface SubmitTransactionParameters {
  chain: string;
  /** Whose idempotency keys these are. */
  tenant: string;
  idempotencyKey: string;
  /** Address of a key of the key store, lower case. */
  signer: Hex;
  /** The called address; null deploys `data`. */
  to: Hex | null;
  data?: Hex;
  /** In wei. */
  value?: bigint;
}

/** `created` is false when the same request was submitted before. */
export interface SubmitTransactionReturnType {
  transactionId: string;
  created: boolean;
}

/**
 * Queues a transaction in the caller's SQL transaction; it is sent if and only if that commits, and once however often it is
 * submitted. @throws LEDGER_IDEMPOTENCY_CONFLICT when the key was used for another request.
 */
export async function submitTransaction(
  tx: Tx,
  { chain, tenant, idempotencyKey, signer, to, data = '0x', value = 0n }: SubmitTransactionParameters,
): Promise<SubmitTransactionReturnType> {
  const request = canonicalizeJson({ signer, to, data, value: value.toString() });
  const requestHash = createHash('sha256').update(request).digest('hex');
  const [created] = await tx<{ id: string }[]>`
    INSERT INTO ledger.transactions (chain, tenant, idempotency_key, request_hash, signer, to_address, data, value)
    VALUES (${chain}, ${tenant}, ${idempotencyKey}, ${requestHash}, ${signer}, ${to}, ${data}, ${value.toString()})
    ON CONFLICT (chain, tenant, idempotency_key) DO NOTHING
    RETURNING id`;
  if (created) {
    await tx`SELECT pg_notify('ledger_transactions', '')`;
    return { transactionId: created.id, created: true };
  }
  const [earlier] = await tx<{ id: string; request_hash: string }[]>`
    SELECT id, request_hash FROM ledger.transactions
    WHERE chain = ${chain} AND tenant = ${tenant} AND idempotency_key = ${idempotencyKey}`;
  if (earlier?.request_hash !== requestHash) throw ledgerErrors.idempotencyConflict({ key: idempotencyKey });
  return { transactionId: earlier.id, created: false };
}
