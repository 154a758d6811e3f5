import type { Hex } from '../../../proof/index.ts';
import { classifyFailure, describeFailure } from '../../chain/rpc.ts';
import type { CoreLaneContext } from './coreContext.ts';

const batchSize = 200;

/**
 * Hands stored bytes to the node: those never accepted, and again those accepted but not packed for ten seconds. No refusal is
 * final: whether a nonce is taken is for the chain to say.
 */
export async function broadcastCore({ store, client, chain }: CoreLaneContext): Promise<void> {
  const rows = await store.sql<{ id: string; raw: Hex }[]>`
    SELECT id, raw FROM ledger.transactions
    WHERE chain = ${chain} AND phase = 1 AND (
      (state = 'signed' AND (attempted_at IS NULL OR attempted_at < now() - interval '1 second'))
      OR (state = 'broadcast' AND (attempted_at IS NULL OR attempted_at < now() - interval '10 seconds')))
    ORDER BY signer, nonce LIMIT ${batchSize}`;
  // One after the other: the pool takes a sender's transactions best in the order of their nonces.
  for (const { id, raw } of rows) {
    try {
      await client.sendRaw(raw);
    } catch (error) {
      if (classifyFailure(error) !== 'known' && !/tx already exist/i.test(describeFailure(error))) {
        await store.sql`
          UPDATE ledger.transactions
          SET attempts = attempts + 1, attempted_at = now(), last_error = ${describeFailure(error).slice(0, 500)}
          WHERE id = ${id}`;
        continue;
      }
    }
    await store.sql`
      UPDATE ledger.transactions
      SET state = 'broadcast', accepted = true, attempts = attempts + 1, attempted_at = now(),
        broadcast_at = coalesce(broadcast_at, now()), last_error = NULL
      WHERE id = ${id} AND state IN ('signed', 'broadcast')`;
  }
}
