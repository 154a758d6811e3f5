import type { CoreLaneContext } from './coreContext.ts';
import { type FlyingCore, replaceCore } from './replaceCore.ts';

/** Conflux packs a transaction only within so many epochs of its epochHeight. */
const conflux = 100_000;

/** Signs bytes again that the chain will soon refuse because of their age. Gives how many. */
export async function renewCore(context: CoreLaneContext): Promise<number> {
  const { store, client, chain, lifeEpochs = conflux } = context;
  const epoch = await client.readEpoch('latest_mined');
  // A tenth of their life is left for being packed.
  const oldest = epoch - Math.floor(lifeEpochs * 0.9);
  const rows = await store.sql<FlyingCore[]>`
    SELECT id, signer, to_address, data, value::text, nonce, hash, variant, gas, max_fee::text, priority_fee::text,
      storage_limit, fee_budget::text
    FROM ledger.transactions JOIN ledger.core_transactions ON transaction_id = id
    WHERE chain = ${chain} AND phase = 1 AND state IN ('signed', 'broadcast') AND epoch_height < ${oldest}
    ORDER BY signer, nonce LIMIT 100`;
  if (rows.length === 0) return 0;
  const fees = await client.readFees();
  for (const row of rows) {
    const variant = row.variant === 'cancellation' ? 'cancellation' : 'bump';
    const note = `signed again at epoch ${epoch}, before its bytes expired`;
    // What keeps it from being replaced is a limit of its owner: the bytes are not good for much longer than that.
    const renewal = { ...row, fee_budget: null };
    await replaceCore(context, renewal, { variant, note, fees, epoch });
  }
  return rows.length;
}
