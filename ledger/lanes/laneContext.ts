import type { Logger } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import type { ChainClient } from '../chain/chainClient.ts';
import type { KeyStore } from '../keys/keyStore.ts';

/** What the steps of the transaction lanes share. */
export interface LaneContext {
  store: Store;
  client: ChainClient;
  keys: KeyStore;
  logger: Logger;
  /** The chain's key, see `ConnectedChain.id`. */
  chain: string;
  evmChainId: number;
}
