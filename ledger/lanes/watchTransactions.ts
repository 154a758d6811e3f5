import type { Hex } from 'viem';
import type { TransactionPlace } from '../chain/chainClient.ts';
import type { TransactionStatus } from '../ledgerTypes.ts';
import type { LaneContext } from './laneContext.ts';

/** A transaction that is on its way, as far as its place on the chain is concerned. */
interface WatchedRow {
  id: string;
  signer: Hex;
  nonce: string;
  hash: Hex;
  state: TransactionStatus;
  accepted: boolean;
  block_hash: Hex | null;
}

type Executed = Extract<TransactionPlace, { kind: 'executed' }>;

const batchSize = 500;

/**
 * Brings the state of every transaction on its way in line with what the chain shows, forwards and, after a reorganisation
 * or when a node lost its last blocks, backwards. Executed ones, which wait for their confirmation, only `withExecuted`. Gives
 * whether anything changed.
 */
export async function watchTransactions(context: LaneContext, withExecuted: boolean): Promise<boolean> {
  const { store, client, chain } = context;
  const rows = await store.sql<WatchedRow[]>`
    SELECT id, signer, nonce, hash, state, accepted, block_hash FROM ledger.transactions
    WHERE chain = ${chain}
      AND (state IN ('broadcast', 'packed') OR (state = 'signed' AND last_error IS NOT NULL)
        OR (state = 'executed' AND ${withExecuted}))
    ORDER BY signer, nonce
    LIMIT ${batchSize}`;
  const changes = await Promise.all(
    rows.map(async (row) => {
      const place = await client.readPlace(row.hash);
      if (place.kind === 'executed') return settleExecuted(context, row, place);
      if (place.kind === 'packed') return row.state === 'packed' ? false : moveTo(context, row, 'packed');
      if (row.state === 'packed' || row.state === 'executed') return sendBack(context, row);
      return place.kind === 'unknown' && detectTakenNonce(context, row);
    }),
  );
  return changes.includes(true);
}

async function moveTo({ store }: LaneContext, row: WatchedRow, state: 'packed'): Promise<boolean> {
  const moved = await store.sql`
    UPDATE ledger.transactions
    SET state = ${state}, packed_at = coalesce(packed_at, now()), block_hash = NULL, block_number = NULL, success = NULL,
      executed_at = NULL, last_error = NULL
    WHERE id = ${row.id} AND state = ${row.state}`;
  return moved.count > 0;
}

async function settleExecuted(context: LaneContext, row: WatchedRow, place: Executed): Promise<boolean> {
  const { store, client, logger } = context;
  const isNew = row.state !== 'executed' || row.block_hash !== place.blockHash;
  if (isNew) {
    await store.sql`
      UPDATE ledger.transactions
      SET state = 'executed', accepted = true, block_hash = ${place.blockHash}, block_number = ${place.blockNumber},
        success = ${place.success}, broadcast_at = coalesce(broadcast_at, now()), packed_at = coalesce(packed_at, now()),
        executed_at = now(), last_error = NULL
      WHERE id = ${row.id} AND state = ${row.state}`;
  }
  if (!(await client.isConfirmed(place))) return isNew;
  await store.sql`
    UPDATE ledger.transactions
    SET state = CASE WHEN success THEN 'confirmed' ELSE 'failed' END, confirmed_at = now(),
      reason = CASE WHEN success THEN NULL ELSE 'reverted' END, failed_at = CASE WHEN success THEN NULL ELSE now() END
    WHERE id = ${row.id} AND state = 'executed' AND block_hash = ${place.blockHash}`;
  if (!place.success) logger.error({ transactionId: row.id, hash: row.hash }, 'a transaction reverted on the chain');
  return true;
}

/** The chain no longer has it: the same bytes are sent again. */
async function sendBack({ store, logger }: LaneContext, row: WatchedRow): Promise<boolean> {
  await store.sql`
    UPDATE ledger.transactions
    SET state = 'broadcast', attempted_at = NULL, packed_at = NULL, executed_at = NULL, block_hash = NULL,
      block_number = NULL, success = NULL
    WHERE id = ${row.id} AND state = ${row.state}`;
  logger.warn({ transactionId: row.id, hash: row.hash }, 'a transaction left the chain and is sent again');
  return true;
}

/**
 * Fails a transaction that can never be executed, because another one used its nonce. Bytes that a node accepted could come
 * back with a reorganisation, so for them the other one must be out of reach of one; bytes that every node refused cannot.
 */
async function detectTakenNonce({ store, client, logger }: LaneContext, row: WatchedRow): Promise<boolean> {
  const used = await client.readNonce(row.signer, row.accepted ? 'safe' : 'latest');
  if (used <= Number(row.nonce)) return false;
  // Between the question for the transaction and that for the nonce it may have been executed itself.
  if ((await client.readPlace(row.hash)).kind !== 'unknown') return false;
  await store.sql`
    UPDATE ledger.transactions SET state = 'failed', reason = 'nonceTaken', failed_at = now()
    WHERE id = ${row.id} AND state = ${row.state}`;
  logger.warn({ transactionId: row.id, nonce: row.nonce }, 'another transaction used the nonce; this one is given up');
  return true;
}
