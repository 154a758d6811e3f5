import type { Hex } from '../../../proof/index.ts';
import type { Tx } from '../../../store/index.ts';
import type { TransactionStatus } from '../../ledgerTypes.ts';
import { settleSpending } from '../settleSpending.ts';
import { coreAddressOf } from './coreAddress.ts';
import type { CoreExecution } from './coreClient.ts';
import type { CoreLaneContext } from './coreContext.ts';

interface WatchedRow {
  id: string;
  signer: Hex;
  nonce: string;
  hash: Hex;
  /** Of bytes that were signed before, with the same nonce. */
  earlier: Hex[];
  state: TransactionStatus;
  accepted: boolean;
  block_hash: Hex | null;
}

const batchSize = 500;

/**
 * Brings the state of every transaction on its way in line with what the chain shows, forwards and, after a reorganisation,
 * backwards. Gives whether anything changed.
 */
export async function watchCore(context: CoreLaneContext): Promise<boolean> {
  const { store, client, chain } = context;
  const rows = await store.sql<WatchedRow[]>`
    SELECT id, signer, nonce, hash, state, accepted, block_hash,
      ARRAY(SELECT hash FROM ledger.transaction_attempts WHERE transaction_id = id) AS earlier
    FROM ledger.transactions
    WHERE chain = ${chain} AND phase = 1 ORDER BY signer, nonce LIMIT ${batchSize}`;
  let changed = false;
  for (const row of rows) {
    const places = [];
    for (const hash of [row.hash, ...row.earlier]) places.push({ hash, place: await client.readPlace(hash) });
    const executed = places.find(({ place }) => place.kind === 'executed' && !place.skipped);
    if (executed) changed = (await settle(context, row, executed.hash, executed.place as CoreExecution)) || changed;
    else if (places.some(({ place }) => place.kind === 'packed'))
      changed = (await move(context, row, 'packed')) || changed;
    else if (['packed', 'executed', 'cancelled'].includes(row.state))
      changed = (await move(context, row, 'broadcast')) || changed;
    else if (places.every(({ place }) => place.kind === 'unknown'))
      changed = (await failTaken(context, row)) || changed;
  }
  return changed;
}

async function move(
  { store, logger }: CoreLaneContext,
  row: WatchedRow,
  state: 'packed' | 'broadcast',
): Promise<boolean> {
  if (row.state === state) return false;
  if (state === 'broadcast')
    logger.warn({ transactionId: row.id }, 'a Core Space transaction left the chain; sent again');
  const moved = await store.sql`
    UPDATE ledger.transactions
    SET state = ${state}, packed_at = CASE WHEN ${state === 'packed'} THEN coalesce(packed_at, now()) END,
      attempted_at = CASE WHEN ${state === 'packed'} THEN attempted_at END, executed_at = NULL, cancelled_at = NULL, block_hash = NULL,
      block_number = NULL, success = NULL, reason = NULL, last_error = NULL
    WHERE id = ${row.id} AND state = ${row.state}`;
  return moved.count > 0;
}

async function settle(
  { store, client, logger }: CoreLaneContext,
  row: WatchedRow,
  hash: Hex,
  execution: CoreExecution,
): Promise<boolean> {
  const { success, reason, blockHash, epoch, gasUsed, fee, contract, gasSponsored, storageSponsored } = execution;
  const isNew = !['executed', 'cancelled'].includes(row.state) || row.block_hash !== blockHash;
  if (isNew) {
    await store.transaction(async (tx) => {
      if (hash !== row.hash) await promote(tx, row, hash);
      await tx`
        UPDATE ledger.transactions
        SET state = CASE WHEN variant = 'cancellation' THEN 'cancelled' ELSE 'executed' END,
          cancelled_at = CASE WHEN variant = 'cancellation' THEN now() END,
          success = CASE WHEN variant = 'cancellation' THEN NULL ELSE ${success}::boolean END,
          accepted = true, block_hash = ${blockHash}, block_number = ${epoch}, gas_used = ${gasUsed.toString()},
          fee = ${fee.toString()}, contract_address = ${contract}, last_error = ${reason}, wish = NULL,
          broadcast_at = coalesce(broadcast_at, now()), packed_at = coalesce(packed_at, now()), executed_at = now()
        WHERE id = ${row.id} AND hash = ${hash} AND phase = 1`;
      await tx`
        UPDATE ledger.core_transactions
        SET gas_sponsored = ${gasSponsored}, storage_sponsored = ${storageSponsored} WHERE transaction_id = ${row.id}`;
    });
  }
  if (!(await client.isConfirmed({ blockHash, epoch }))) return isNew;
  await store.transaction(async (tx) => {
    await tx`
      UPDATE ledger.transactions
      SET state = CASE WHEN state = 'cancelled' THEN state WHEN success THEN 'confirmed' ELSE 'failed' END,
        confirmed_at = now(), reason = CASE WHEN success = false THEN 'reverted' END,
        failed_at = CASE WHEN success = false THEN now() END
      WHERE id = ${row.id} AND state IN ('executed', 'cancelled') AND block_hash = ${blockHash}`;
    await settleSpending(tx, [row.id]);
  });
  if (!success) logger.error({ transactionId: row.id, hash, reason }, 'a Core Space transaction failed on the chain');
  return true;
}

/** Bytes that had been replaced were executed: they are the transaction, and its replacement was too late. */
async function promote(tx: Tx, row: WatchedRow, hash: Hex): Promise<void> {
  await tx`
    WITH old AS (SELECT * FROM ledger.transactions WHERE id = ${row.id} FOR UPDATE),
      winner AS (SELECT * FROM ledger.transaction_attempts WHERE transaction_id = ${row.id} AND hash = ${hash} FOR UPDATE),
      swapped AS (
        UPDATE ledger.transaction_attempts
        SET raw = old.raw, hash = old.hash, variant = old.variant, gas = old.gas, max_fee = old.max_fee,
          priority_fee = old.priority_fee
        FROM old WHERE transaction_id = old.id AND transaction_attempts.hash = ${hash})
    UPDATE ledger.transactions
    SET raw = winner.raw, hash = winner.hash, variant = winner.variant, gas = winner.gas, max_fee = winner.max_fee,
      priority_fee = winner.priority_fee,
      notes = transactions.notes || ('the bytes of the ' || winner.variant || ' were executed, not those of the ' || old.variant)::text
    FROM old, winner WHERE transactions.id = old.id`;
}

/** Fails a transaction that can never be executed, because another one used its nonce and is out of reach of a reorganisation. */
async function failTaken({ store, client, logger }: CoreLaneContext, row: WatchedRow): Promise<boolean> {
  const used = await client.readNonce(coreAddressOf(row.signer), 'latest_confirmed');
  if (used <= Number(row.nonce)) return false;
  // Between the two questions it may have been executed itself.
  for (const hash of [row.hash, ...row.earlier]) if ((await client.readPlace(hash)).kind !== 'unknown') return false;
  await store.transaction(async (tx) => {
    await tx`
      UPDATE ledger.transactions SET state = 'failed', reason = 'nonceTaken', failed_at = now()
      WHERE id = ${row.id} AND state = ${row.state}`;
    await settleSpending(tx, [row.id]);
  });
  logger.warn({ transactionId: row.id, nonce: row.nonce }, 'another transaction used the nonce; this one is given up');
  return true;
}
