import type { Wish } from '../serveWishes.ts';
import type { CoreLaneContext } from './coreContext.ts';
import { type FlyingCore, replaceCore } from './replaceCore.ts';

/** Does what owners asked for while their transactions are on their way: cancels, or offers more for gas. */
export async function serveCoreWishes(context: CoreLaneContext): Promise<void> {
  const { store, client, chain, logger } = context;
  const rows = await store.sql<(FlyingCore & { wish: Wish })[]>`
    SELECT id, signer, to_address, data, value::text, nonce, hash, variant, gas, max_fee::text, priority_fee::text,
      storage_limit, fee_budget::text, wish
    FROM ledger.transactions JOIN ledger.core_transactions ON transaction_id = id
    WHERE chain = ${chain} AND wish IS NOT NULL AND phase = 1 ORDER BY id LIMIT 100`;
  if (rows.length === 0) return;
  const [fees, epoch] = await Promise.all([client.readFees(), client.readEpoch('latest_mined')]);
  for (const { wish, ...row } of rows) {
    const problem = await fulfil(row, wish);
    if (problem === null) continue;
    const note = `${wish.kind} was not possible: ${problem}`;
    await store.sql`UPDATE ledger.transactions SET wish = NULL, notes = notes || ${note}::text WHERE id = ${row.id}`;
    logger.info({ transactionId: row.id }, note);
  }

  async function fulfil(row: FlyingCore, { kind }: Wish): Promise<string | null> {
    if (kind === 'cancel') {
      return replaceCore(context, row, { variant: 'cancellation', note: 'cancelled by its owner', fees, epoch });
    }
    if (kind === 'replace')
      return 'in Core Space a transaction on its way keeps its body; cancel it and submit another';
    if (row.variant === 'cancellation') return 'it is being cancelled';
    return replaceCore(context, row, { variant: 'bump', note: 'sped up by its owner', fees, epoch });
  }
}
