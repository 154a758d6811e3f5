import type { Hex } from '../../../proof/index.ts';
import { type Fees, highestPrice, raiseFees } from '../../chain/fees.ts';
import type { CoreLaneContext } from './coreContext.ts';
import { signCore } from './signCore.ts';

/** A transaction on its way with what its bytes say. */
export interface FlyingCore {
  id: string;
  signer: Hex;
  to_address: Hex | null;
  data: Hex;
  value: string;
  nonce: string;
  hash: Hex;
  variant: string;
  gas: string;
  max_fee: string;
  priority_fee: string;
  storage_limit: string;
  fee_budget: string | null;
}

/** Why the bytes are replaced, and by what. */
export interface CoreReplacement {
  variant: 'bump' | 'cancellation';
  note: string;
  /** Prices of now; what is offered is at least an eighth above the old ones, as the pool wants it. */
  fees: Fees;
  epoch: number;
}

/**
 * Signs other bytes with the same nonce, so that either the old or the new ones are executed. The old ones are kept and
 * watched. Gives why not, or null when it is done.
 */
export async function replaceCore(
  { store, keys, chainId, logger }: CoreLaneContext,
  row: FlyingCore,
  { variant, note, fees: now, epoch }: CoreReplacement,
): Promise<string | null> {
  const fees = raiseFees(now, { maxFee: BigInt(row.max_fee), priorityFee: BigInt(row.priority_fee) });
  const isBody = variant === 'bump';
  const gas = isBody ? BigInt(row.gas) : 21_000n;
  const storage = isBody ? BigInt(row.storage_limit) : 0n;
  if (row.fee_budget !== null && gas * highestPrice(fees) > BigInt(row.fee_budget)) {
    return `its fee budget of ${row.fee_budget} drip does not allow ${gas * highestPrice(fees)}`;
  }
  const body = isBody
    ? { to: row.to_address, data: row.data, value: BigInt(row.value) }
    : { to: `0x1${row.signer.slice(3)}` as Hex, data: '0x' as Hex, value: 0n };
  const unsigned = { nonce: Number(row.nonce), ...body, gas, storage, epochHeight: epoch, fees };
  const { raw, hash } = await signCore({ keys, signer: row.signer, chainId, transaction: unsigned });
  const priority = fees.type === 'legacy' ? fees.gasPrice : fees.maxPriorityFeePerGas;
  const isDone = await store.transaction(async (tx) => {
    const kept = await tx`
      INSERT INTO ledger.transaction_attempts (transaction_id, number, variant, raw, hash, gas, max_fee, priority_fee, signed_at)
      SELECT id, (SELECT count(*) + 1 FROM ledger.transaction_attempts WHERE transaction_id = id), variant, raw, hash, gas,
        max_fee, priority_fee, signed_at
      FROM ledger.transactions
      WHERE id = ${row.id} AND hash = ${row.hash} AND state IN ('signed', 'broadcast', 'packed') FOR UPDATE`;
    if (kept.count === 0) return false;
    await tx`
      UPDATE ledger.transactions
      SET raw = ${raw}, hash = ${hash}, variant = ${variant}, gas = ${gas.toString()},
        max_fee = ${highestPrice(fees).toString()}, priority_fee = ${priority.toString()}, state = 'signed',
        signed_at = now(), attempted_at = NULL, wish = NULL, last_error = NULL, notes = notes || ${note}::text
      WHERE id = ${row.id}`;
    await tx`UPDATE ledger.core_transactions SET epoch_height = ${epoch} WHERE transaction_id = ${row.id}`;
    return true;
  });
  if (isDone) logger.info({ transactionId: row.id }, note);
  return null;
}
