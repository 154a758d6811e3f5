import type { Hex } from 'viem';
import type { LaneContext } from './laneContext.ts';
import type { LaneMemory } from './laneMemory.ts';

/**
 * Notices nonces that another process gave, and transactions that it made: a leader that was deposed may have finished its last step after this one read
 * the database. What it signed is read again then.
 */
export async function compareLanes({ store, chain }: LaneContext, memory: LaneMemory): Promise<void> {
  const lanes = await store.sql<{ signer: Hex; next_nonce: string }[]>`
    SELECT signer, next_nonce FROM ledger.lanes WHERE chain = ${chain}`;
  if (lanes.some(({ signer, next_nonce }) => memory.signers.get(signer)?.next !== Number(next_nonce)))
    memory.stale = true;
  const [row] = await store.sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ledger.transactions WHERE chain = ${chain} AND phase = 1`;
  // While one half of the lane stores what it found, the numbers differ for a moment.
  memory.mismatches = row?.count === memory.byId.size ? 0 : memory.mismatches + 1;
  if (memory.mismatches >= 3) memory.stale = true;
}
