import type { Hex } from '../../proof/index.ts';

/** What Core Space RPC answers, as far as the index reads it. Addresses are base32 text. */
export interface CoreBlock {
  hash: Hex;
  parentHash: Hex;
  refereeHashes: Hex[];
  height: Hex;
  epochNumber: Hex | null;
  blockNumber: Hex | null;
  miner: string;
  timestamp: Hex;
  difficulty: Hex;
  adaptive: boolean;
  blame: Hex;
  gasLimit: Hex;
  gasUsed: Hex | null;
  size: Hex;
  transactions: unknown[];
  powQuality: Hex | null;
  nonce: Hex;
  baseFeePerGas?: Hex | null;
  transactionsRoot: Hex;
  deferredStateRoot: Hex;
  deferredReceiptsRoot: Hex;
  deferredLogsBloomHash: Hex;
  posReference: Hex | null;
  custom: Hex[];
}

interface SharedTransaction {
  hash: Hex;
  type?: Hex;
  nonce: Hex;
  value: Hex;
  gas: Hex;
  gasPrice?: Hex | null;
  maxFeePerGas?: Hex | null;
  maxPriorityFeePerGas?: Hex | null;
}

export interface CoreTransaction extends SharedTransaction {
  from: string;
  to: string | null;
  data: Hex;
  storageLimit: Hex;
  blockHash: Hex | null;
  transactionIndex: Hex | null;
  status: Hex | null;
}

export interface EthTransaction extends SharedTransaction {
  from: Hex;
  to: Hex | null;
  input: Hex;
  transactionIndex: Hex | null;
  publicKey?: Hex | null;
}

export type WrappedTransaction = { nativeTransaction: CoreTransaction } | { ethTransaction: EthTransaction };

interface CoreLog {
  address: string;
  topics: Hex[];
  data: Hex;
  space?: 'native' | 'evm';
}

export interface CoreReceipt {
  transactionHash: Hex;
  blockHash: Hex;
  index: Hex;
  /** In Core Space 0 is success and 1 failure; in eSpace 1 is success and 0 failure. Anything else was skipped. */
  outcomeStatus: Hex;
  space?: 'native' | 'evm';
  type?: Hex | null;
  gasUsed: Hex;
  gasFee: Hex;
  effectiveGasPrice: Hex;
  burntGasFee?: Hex | null;
  contractCreated: string | null;
  gasCoveredBySponsor: boolean;
  storageCoveredBySponsor: boolean;
  storageCollateralized: Hex;
  txExecErrorMsg: string | null;
  logs: CoreLog[];
}

export interface EthBlock {
  hash: Hex;
  parentHash: Hex;
  number: Hex;
  miner: Hex;
  timestamp: Hex;
  difficulty: Hex;
  gasLimit: Hex;
  gasUsed: Hex;
  size: Hex;
  nonce: Hex;
  baseFeePerGas?: Hex | null;
  transactions: EthTransaction[];
}

export interface EthReceipt {
  transactionHash: Hex;
  transactionIndex: Hex;
  status: Hex;
  gasUsed: Hex;
  gasFee?: Hex;
  effectiveGasPrice: Hex;
  burntGasFee?: Hex | null;
  contractAddress: Hex | null;
  txExecErrorMsg?: string | null;
  logs: { address: Hex; topics: Hex[]; data: Hex; logIndex: Hex }[];
}
