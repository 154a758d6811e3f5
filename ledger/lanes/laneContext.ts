import type { Abi } from 'viem';
import type { Logger } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import type { ChainClient } from '../chain/chainClient.ts';
import type { Clock } from '../chain/endpoint.ts';
import type { KeyStore } from '../keys/keyStore.ts';

/** What the steps of the transaction lanes share. */
export interface LaneContext {
  store: Store;
  client: ChainClient;
  keys: Pick<KeyStore, 'sign' | 'signMany'>;
  logger: Logger;
  /** The chain's key, see `ConnectedChain.id`. */
  chain: string;
  evmChainId: number;
  /** The time by which the lane waits and tries again; the process's own unless given. */
  clock?: Clock;
  /** Errors of known contracts, to explain why a call reverts. */
  errorAbi?: Abi;
}
