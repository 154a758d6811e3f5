import type { Hex } from '../../../proof/index.ts';
import type { CoreLaneContext } from './coreContext.ts';
import { signCore } from './signCore.ts';

/** Conflux packs a transaction only within so many epochs of its epochHeight. */
const conflux = 100_000;

interface ExpiringRow {
  id: string;
  signer: Hex;
  to_address: Hex | null;
  data: Hex;
  value: string;
  nonce: string;
  raw: Hex;
  hash: Hex;
  gas: string;
  max_fee: string;
  priority_fee: string;
  storage_limit: string;
  signed_at: Date;
}

/**
 * Signs bytes again that the chain will soon refuse because of their age, with the same nonce, so that either of the two is
 * executed at most. The old ones are kept and watched. Gives how many.
 */
export async function renewCore(context: CoreLaneContext): Promise<number> {
  const { store, client, chain, logger, lifeEpochs = conflux } = context;
  const epoch = await client.readEpoch('latest_mined');
  // A tenth of their life is left for being packed.
  const oldest = epoch - Math.floor(lifeEpochs * 0.9);
  const rows = await store.sql<ExpiringRow[]>`
    SELECT id, signer, to_address, data, value::text, nonce, raw, hash, gas, max_fee::text, priority_fee::text, storage_limit,
      signed_at
    FROM ledger.transactions JOIN ledger.core_transactions ON transaction_id = id
    WHERE chain = ${chain} AND phase = 1 AND state IN ('signed', 'broadcast') AND epoch_height < ${oldest}
    ORDER BY signer, nonce LIMIT 100`;
  const { type } = rows.length > 0 ? await client.readFees() : { type: 'eip1559' as const };
  for (const row of rows) {
    await renew(context, row, epoch, type);
    logger.info({ transactionId: row.id, epoch }, 'a Core Space transaction was signed again before its bytes expire');
  }
  return rows.length;
}

async function renew(
  { store, keys, chainId }: CoreLaneContext,
  row: ExpiringRow,
  epochHeight: number,
  type: 'legacy' | 'eip1559',
): Promise<void> {
  const [maxFeePerGas, maxPriorityFeePerGas] = [BigInt(row.max_fee), BigInt(row.priority_fee)];
  const { raw, hash } = await signCore({
    keys,
    signer: row.signer,
    chainId,
    transaction: {
      nonce: Number(row.nonce),
      to: row.to_address,
      data: row.data,
      value: BigInt(row.value),
      gas: BigInt(row.gas),
      storage: BigInt(row.storage_limit),
      epochHeight,
      fees: type === 'legacy' ? { type, gasPrice: maxFeePerGas } : { type, maxFeePerGas, maxPriorityFeePerGas },
    },
  });
  await store.transaction(async (tx) => {
    const [locked] = await tx`
      SELECT FROM ledger.transactions
      WHERE id = ${row.id} AND hash = ${row.hash} AND state IN ('signed', 'broadcast') FOR UPDATE`;
    if (!locked) return;
    await tx`
      INSERT INTO ledger.transaction_attempts (transaction_id, number, variant, raw, hash, gas, max_fee, priority_fee, signed_at)
      SELECT ${row.id}, coalesce(max(number), 0) + 1, 'original', ${row.raw}, ${row.hash}, ${row.gas}, ${row.max_fee},
        ${row.priority_fee}, ${row.signed_at.toISOString()}
      FROM ledger.transaction_attempts WHERE transaction_id = ${row.id}`;
    await tx`
      UPDATE ledger.transactions
      SET raw = ${raw}, hash = ${hash}, variant = 'bump', state = 'signed', signed_at = now(), attempted_at = NULL,
        notes = notes || ${`signed again at epoch ${epochHeight}`}::text
      WHERE id = ${row.id}`;
    await tx`UPDATE ledger.core_transactions SET epoch_height = ${epochHeight} WHERE transaction_id = ${row.id}`;
  });
}
