import type { Hex } from '../../proof/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import type { ChainIdentity } from './indexNode.ts';

/** Where the index of a chain stands. */
export interface ChainState {
  id: number;
  /** Last epoch without a gap; -1 before the first. */
  indexed: number;
  /** Its pivot block; null before the first. */
  pivot: Hex | null;
}

export interface ChainCoverage {
  bothSpaces: boolean;
  /** What is missing, in words for people. */
  message: string | null;
}

/**
 * Finds the chain's row or makes it, and marks the chain as the one that is served now. An index of eSpace alone is kept
 * apart: it cannot be completed later.
 */
export async function readChainState(
  store: Store,
  identity: ChainIdentity,
  { bothSpaces, message }: ChainCoverage,
): Promise<ChainState> {
  const key = bothSpaces ? identity.chain : `${identity.chain} espace`;
  const [row] = await store.sql<{ id: number; indexed_epoch: string }[]>`
    INSERT INTO chain_index.chains
      (chain, evm_chain_id, core_chain_id, genesis_hash, both_spaces, true_order, message)
    VALUES
      (${key}, ${identity.evmChainId}, ${identity.coreChainId}, ${Buffer.from(identity.genesisHash.slice(2), 'hex')},
       ${bothSpaces}, ${bothSpaces}, ${message})
    ON CONFLICT (chain) DO UPDATE SET seen_at = now(), message = excluded.message
    RETURNING id, indexed_epoch`;
  const id = row?.id ?? 0;
  const indexed = Number(row?.indexed_epoch ?? -1);
  const [tip] = await store.sql<{ pivot: Buffer }[]>`
    SELECT pivot FROM chain_index.epochs WHERE chain = ${id} AND epoch = ${indexed}`;
  return { id, indexed, pivot: tip ? `0x${tip.pivot.toString('hex')}` : null };
}

/**
 * Locks the chain's row. What follows in the transaction is not waited for until it is on the disk: the row that says how
 * far the index is goes with it, so an epoch that is lost in a power cut is simply indexed again.
 * @returns false when another writer was faster and the state is not what the caller believes
 */
export async function lockChain(tx: Tx, { id, indexed }: ChainState): Promise<boolean> {
  const [row] = await tx<{ indexed_epoch: string }[]>`
    SELECT indexed_epoch, set_config('synchronous_commit', 'off', true)
    FROM chain_index.chains WHERE id = ${id} FOR UPDATE`;
  return Number(row?.indexed_epoch) === indexed;
}
