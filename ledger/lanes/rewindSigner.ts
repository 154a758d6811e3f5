import type { LaneContext } from './laneContext.ts';
import type { LaneMemory, Signer } from './laneMemory.ts';
import { takeBack } from './takeBack.ts';

/**
 * Takes back what counted as executed or even confirmed and what the chain has lost (a node restored from an older copy, or
 * set up anew with the same first block): all of it is sent again with identical bytes, so the chain comes to the same state
 * again. Gives whether there was any.
 */
export async function rewindSigner(
  { store, client, chain, logger }: LaneContext,
  memory: LaneMemory,
  { address, lastExecuted }: Signer,
  used: number,
): Promise<boolean> {
  const [newest] = await store.sql<{ hash: `0x${string}` }[]>`
    SELECT hash FROM ledger.transactions
    WHERE chain = ${chain} AND signer = ${address} AND nonce = ${lastExecuted} AND reason IS DISTINCT FROM 'nonceTaken'`;
  if (newest && (await client.readPlace(newest.hash)).kind === 'executed') return false;
  const count = await takeBack(store.sql, store.sql`chain = ${chain} AND signer = ${address} AND nonce >= ${used}`);
  memory.stale = true;
  logger.error({ signer: address, nonce: used, transactions: count }, 'the chain lost executed blocks; sending again');
  return count > 0;
}
