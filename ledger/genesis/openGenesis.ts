import type { Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { ConnectedChain } from '../chain/connectChain.ts';
import { type GenesisHoldings, readHoldings } from './readHoldings.ts';

/** The account that a chain of our own began with. Its key is in every node of the network. */
export interface Genesis {
  /** Address of the account, lower case. */
  readonly address: Hex;
  /** What it owns now. @throws LEDGER_NODE_UNAVAILABLE (retryable) */
  readHoldings(): Promise<GenesisHoldings>;
  /**
   * Decides that all it owns goes to the treasury, and from then on nothing is paid from it. The anchorer carries it out and
   * goes on after a crash; `readHoldings` says when it is done.
   */
  sweep(): Promise<void>;
}

export interface OpenGenesisParameters {
  store: Store;
  chain: ConnectedChain;
  /** Null on a chain that is not our own. */
  address: Hex | null;
  espaceUrl: string;
  coreUrl: string | undefined;
}

/** Opens the genesis account; null where there is none, or no Core Space address to see all that it owns. */
export function openGenesis({ store, chain, address, espaceUrl, coreUrl }: OpenGenesisParameters): Genesis | null {
  if (address === null || coreUrl === undefined) return null;
  return {
    address,
    readHoldings: () => readHoldings(address, { espaceUrl, coreUrl }),
    async sweep() {
      const id = chain.id ?? (await chain.identify());
      await store.sql`
        INSERT INTO ledger.genesis_sweeps (chain) VALUES (${id})
        ON CONFLICT (chain) DO UPDATE SET swept_at = NULL, requested_at = now()`;
      await store.sql`SELECT pg_notify('ledger_changed', '')`;
    },
  };
}

/** Whether the account of this chain is to be emptied, or was: nothing may be paid from it then. */
export async function readSweep(store: Store, chain: string): Promise<'none' | 'open' | 'done'> {
  const [row] = await store.sql<{ swept_at: Date | null }[]>`
    SELECT swept_at FROM ledger.genesis_sweeps WHERE chain = ${chain}`;
  if (!row) return 'none';
  return row.swept_at === null ? 'open' : 'done';
}
