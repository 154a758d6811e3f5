import type { Hex } from 'viem';
import type { LaneContext } from '../lanes/laneContext.ts';

/**
 * Whether the node's state is at least as new as what it has shown us of an account. A node that was just started shows the
 * state of old blocks for a while: balances, simulations and gas estimates from it would be wrong.
 */
export async function isStateCurrent({ store, client, chain }: LaneContext, signer: Hex): Promise<boolean> {
  const [row] = await store.sql<{ nonce: string }[]>`
    SELECT nonce FROM ledger.transactions
    WHERE chain = ${chain} AND signer = ${signer} AND reason IS DISTINCT FROM 'nonceTaken' AND block_number IS NOT NULL
    ORDER BY nonce DESC
    LIMIT 1`;
  return !row || (await client.readNonce(signer, 'latest')) > Number(row.nonce);
}
