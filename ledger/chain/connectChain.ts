import type { Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';
import type { ChainClient } from './chainClient.ts';

/** The chain as the node shows it now and, before it answers, as it was seen last. */
export interface ConnectedChain {
  /** Id and first block in one text, the key of everything that is stored about a chain. */
  readonly id: string | null;
  readonly contract: Hex | null;
  /** Asks the node which chain it serves; remembers it. @throws LEDGER_WRONG_CHAIN, LEDGER_NODE_UNAVAILABLE */
  identify(): Promise<string>;
  /** Reads from the database what this or another process found out. */
  refresh(): Promise<void>;
}

export interface ConnectChainParameters {
  store: Store;
  client: ChainClient;
  evmChainId: number;
}

/** Connects the ledger to a chain without needing the node to answer at once. */
export async function connectChain({ store, client, evmChainId }: ConnectChainParameters): Promise<ConnectedChain> {
  let id: string | null = null;
  let contract: Hex | null = null;

  async function refresh(): Promise<void> {
    const [row] = await store.sql<{ chain: string; address: Hex | null }[]>`
      SELECT chains.chain, nullif(contracts.address, '') AS address
      FROM ledger.chains
      LEFT JOIN ledger.contracts
        ON contracts.chain = chains.chain AND contracts.name = 'EvidenceLog'
        AND EXISTS (
          SELECT FROM ledger.transactions
          WHERE transactions.id = contracts.transaction_id AND state IN ('executed', 'confirmed') AND success)
      WHERE chains.evm_chain_id = ${evmChainId}
      ORDER BY seen_at DESC
      LIMIT 1`;
    id = row?.chain ?? null;
    contract = row?.address ?? null;
  }

  await refresh();
  return {
    get id() {
      return id;
    },
    get contract() {
      return contract;
    },
    refresh,
    async identify() {
      const found = await client.readIdentity();
      if (found.evmChainId !== evmChainId) {
        throw ledgerErrors.wrongChain({ actual: found.evmChainId, expected: evmChainId });
      }
      const chain = `${evmChainId}:${found.genesisHash}`;
      if (chain !== id) {
        await store.sql`
          INSERT INTO ledger.chains (chain, evm_chain_id, genesis_hash)
          VALUES (${chain}, ${evmChainId}, ${found.genesisHash})
          ON CONFLICT (chain) DO UPDATE SET seen_at = now()`;
        await refresh();
      }
      return chain;
    },
  };
}
