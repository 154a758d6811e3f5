import type { Hex } from 'viem';
import type { LaneContext } from '../lanes/laneContext.ts';

/**
 * Whether the node's state is at least as new as what it has shown us of an account. A node that was just started shows the
 * state of old blocks for a while: balances, simulations and gas estimates from it would be wrong.
 */
export async function isStateCurrent({ store, client, chain }: LaneContext, signer: Hex): Promise<boolean> {
  const [row] = await store.sql<{ executed: string | null }[]>`
    SELECT max(nonce) AS executed FROM ledger.transactions
    WHERE chain = ${chain} AND signer = ${signer} AND success IS NOT NULL`;
  if (!row?.executed) return true;
  return (await client.readNonce(signer, 'latest')) > Number(row.executed);
}
