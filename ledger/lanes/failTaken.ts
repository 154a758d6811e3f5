import type { LaneContext } from './laneContext.ts';
import { type Flight, type LaneMemory, removeFlight } from './laneMemory.ts';
import { settleSpending } from './settleSpending.ts';

/**
 * Fails transactions that can never be executed, because others used their nonces. Bytes that a node accepted could come back
 * with a reorganisation, so for them the others must be out of reach of one; bytes that every node refused cannot.
 */
export async function failTaken(context: LaneContext, memory: LaneMemory, flights: readonly Flight[]): Promise<void> {
  const { store, client, logger } = context;
  for (const flight of flights) {
    const used = await client.readNonce(flight.signer, flight.accepted ? 'safe' : 'latest');
    if (used <= flight.nonce) continue;
    // Another leader may have signed other bytes for it; and it may have been executed since it was asked for.
    const stored = await store.sql<{ hash: string }[]>`
      SELECT hash FROM ledger.transactions WHERE id = ${flight.id} AND phase = 1
      UNION ALL SELECT hash FROM ledger.transaction_attempts WHERE transaction_id = ${flight.id}`;
    const hashes = [flight.current, ...flight.earlier].map(({ hash }) => hash);
    if (stored.length !== hashes.length || stored.some(({ hash }) => !memory.byHash.has(hash as `0x${string}`))) {
      memory.stale = true;
      return;
    }
    const places = await client.readPlaces(hashes);
    if (places.some(({ kind }) => kind === 'executed' || kind === 'packed')) continue;
    const failed = await store.transaction(async (tx) => {
      const { count } = await tx`
        UPDATE ledger.transactions
        SET state = 'failed', reason = 'nonceTaken', failed_at = now(), wish = NULL,
          last_error = 'another transaction of the same key used its nonce'
        WHERE id = ${flight.id} AND hash = ${flight.current.hash} AND state IN ('signed', 'broadcast', 'packed')`;
      if (count === 1) await settleSpending(tx, [flight.id]);
      return count === 1;
    });
    if (!failed) {
      memory.stale = true;
      return;
    }
    removeFlight(memory, flight);
    logger.warn(
      { transactionId: flight.id, nonce: flight.nonce },
      'another transaction used the nonce; this one is given up',
    );
  }
}
