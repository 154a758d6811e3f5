import type { Hex } from 'viem';
import { classifyFailure, describeFailure } from '../chain/chainClient.ts';
import type { LaneContext } from './laneContext.ts';

interface SignedRow {
  id: string;
  raw: Hex;
}

const batchSize = 200;

/**
 * Hands stored bytes to a node: those never accepted, and again those accepted but not packed for ten seconds. The bytes are
 * always the same, so sending twice is harmless, and no refusal is final: whether a nonce is taken is for the receipts to say.
 */
export async function broadcastTransactions({ store, client, chain }: LaneContext): Promise<void> {
  const rows = await store.sql<SignedRow[]>`
    SELECT id, raw FROM ledger.transactions
    WHERE chain = ${chain} AND (
      (state = 'signed' AND (attempted_at IS NULL OR attempted_at < now() - interval '1 second'))
      OR (state = 'broadcast' AND (attempted_at IS NULL OR attempted_at < now() - interval '10 seconds')))
    ORDER BY signer, nonce
    LIMIT ${batchSize}`;
  await Promise.all(
    rows.map(async ({ id, raw }) => {
      try {
        await client.sendRaw(raw);
      } catch (error) {
        if (classifyFailure(error) !== 'known') {
          await store.sql`
            UPDATE ledger.transactions
            SET attempts = attempts + 1, attempted_at = now(), last_error = ${describeFailure(error)}
            WHERE id = ${id}`;
          return;
        }
      }
      await store.sql`
        UPDATE ledger.transactions
        SET state = 'broadcast', accepted = true, attempts = attempts + 1, attempted_at = now(),
          broadcast_at = coalesce(broadcast_at, now()), last_error = NULL
        WHERE id = ${id} AND state IN ('signed', 'broadcast')`;
    }),
  );
}
