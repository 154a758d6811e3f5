import type { Hex } from '../../proof/index.ts';
import type { ChainClient } from './chainClient.ts';
import type { ChainLog, LogFilter } from './readLogs.ts';

/** What other rooms may ask the chain. All throw LEDGER_NODE_UNAVAILABLE (retryable). */
export interface ChainReads {
  /** Calls a contract on the newest state; gives the bytes that it returns. */
  call(to: Hex, data: Hex): Promise<Hex>;
  /** In wei. */
  readBalance(address: Hex): Promise<bigint>;
  /** The newest eSpace block that no reorganisation takes back any more. */
  readSafeBlock(): Promise<number>;
  /** The newest executed eSpace block. */
  readLatestBlock(): Promise<number>;
  /** Events of contracts within a range of blocks. */
  readLogs(filter: LogFilter): Promise<ChainLog[]>;
}

/** Reads of the chain that need nothing of the ledger. */
export function openChainReads(client: ChainClient): ChainReads {
  return {
    call: client.call,
    readBalance: client.readBalance,
    readSafeBlock: () => client.readBlockNumber('safe'),
    readLatestBlock: () => client.readBlockNumber('latest'),
    readLogs: client.readLogs,
  };
}
