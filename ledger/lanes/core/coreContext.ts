import type { Logger } from '../../../host/index.ts';
import type { Store } from '../../../store/index.ts';
import { ledgerErrors } from '../../errors.ts';
import type { KeyStore } from '../../keys/keyStore.ts';
import type { CoreClient } from './coreClient.ts';

/** What the steps of the Core Space lane share. */
export interface CoreLaneContext {
  store: Store;
  client: CoreClient;
  keys: Pick<KeyStore, 'sign'>;
  logger: Logger;
  /** Key of the Core Space in ledger.chains. */
  chain: string;
  chainId: number;
  /** For how many epochs signed bytes are good; Conflux's own unless given. */
  lifeEpochs?: number;
}

export interface IdentifyCoreParameters {
  store: Store;
  client: CoreClient;
  /** Refuses another chain than this, where given. */
  expectedChainId?: number;
}

/**
 * Asks the node which Core Space it serves and remembers it. @throws LEDGER_WRONG_CHAIN, LEDGER_NODE_UNAVAILABLE
 */
export async function identifyCore(parameters: IdentifyCoreParameters): Promise<{ chain: string; chainId: number }> {
  const { store, client, expectedChainId } = parameters;
  const { chainId, genesisHash } = await client.readIdentity();
  if (expectedChainId !== undefined && chainId !== expectedChainId) {
    throw ledgerErrors.wrongChain({ actual: chainId, expected: expectedChainId });
  }
  const chain = `core:${chainId}:${genesisHash}`;
  // No eSpace has the id 0, so that nobody takes this row for one.
  await store.sql`
    INSERT INTO ledger.chains (chain, evm_chain_id, genesis_hash) VALUES (${chain}, 0, ${genesisHash})
    ON CONFLICT (chain) DO UPDATE SET seen_at = now()`;
  return { chain, chainId };
}
