import type { Hex } from '../../../proof/index.ts';
import type { Sql, Store } from '../../../store/index.ts';
import { indexErrors } from '../errors.ts';

/** The indexed chain that is served now, with its totals. */
export interface IndexedChain {
  id: number;
  evmChainId: number;
  coreChainId: number | null;
  genesisHash: Hex;
  /** -1 before the first. */
  indexedEpoch: number;
  nodeEpoch: number | null;
  bothSpaces: boolean;
  trueOrder: boolean;
  message: string | null;
  blocks: number;
  offPivotBlocks: number;
  coreTransactions: number;
  espaceTransactions: number;
  phantomTransactions: number;
  duplicates: number;
  logs: number;
  transfers: number;
  contracts: number;
  accounts: number;
  reorganisations: number;
  reorganisedEpochs: number;
  deepestReorganisation: number;
  reorganisedAt: Date | null;
  updatedAt: Date | null;
}

/** Where readers look: the database and the chain's number in it. */
export interface IndexReader {
  sql: Sql;
  chain: number;
}

/** Reads the chain that was identified last; null before the first. */
export async function readIndexedChain(store: Store, evmChainId: number): Promise<IndexedChain | null> {
  const [row] = await store.sql<IndexedChain[]>`
    SELECT id, evm_chain_id::float8 AS "evmChainId", core_chain_id::float8 AS "coreChainId",
      '0x' || encode(genesis_hash, 'hex') AS "genesisHash", indexed_epoch::float8 AS "indexedEpoch",
      node_epoch::float8 AS "nodeEpoch", both_spaces AS "bothSpaces", true_order AS "trueOrder", message,
      blocks::float8, off_pivot_blocks::float8 AS "offPivotBlocks", core_transactions::float8 AS "coreTransactions",
      espace_transactions::float8 AS "espaceTransactions", phantom_transactions::float8 AS "phantomTransactions",
      duplicates::float8, logs::float8, transfers::float8, contracts::float8, accounts::float8,
      reorganisations::float8, reorganised_epochs::float8 AS "reorganisedEpochs",
      deepest_reorganisation::float8 AS "deepestReorganisation", reorganised_at AS "reorganisedAt",
      updated_at AS "updatedAt"
    FROM chain_index.chains WHERE evm_chain_id = ${evmChainId} ORDER BY seen_at DESC LIMIT 1`;
  return row ?? null;
}

/** How long the number of the current chain is remembered: a chain is set up anew once in years. */
const rememberedMs = 1_000;

/** Returns a function that gives the reader of the current chain. @throws INDEX_NOT_INDEXED before the first epoch */
export function followCurrentChain(store: Store, evmChainId: number): () => Promise<IndexReader> {
  let known: { id: number; at: number } | null = null;
  return async () => {
    if (!known || performance.now() - known.at > rememberedMs) {
      const [row] = await store.sql<{ id: number }[]>`
        SELECT id FROM chain_index.chains
        WHERE evm_chain_id = ${evmChainId} AND indexed_epoch >= 0 ORDER BY seen_at DESC LIMIT 1`;
      if (!row) throw indexErrors.notIndexed();
      known = { id: row.id, at: performance.now() };
    }
    return { sql: store.sql, chain: known.id };
  };
}
