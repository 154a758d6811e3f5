import type { Hex } from '../../proof/index.ts';

/** Core Space is 0 and eSpace 1, here and in the tables. */
export type SpaceNumber = 0 | 1;
export const coreSpace = 0;
export const espace = 1;

/** A block as the index keeps it. Numbers that may be large are decimal text, bytes hexadecimal with 0x. */
export interface BlockData {
  hash: Hex;
  position: number;
  height: number;
  /** Place in the order of all executed blocks; null when skipped. */
  number: number | null;
  pivot: boolean;
  skipped: boolean;
  parent: Hex;
  referees: readonly Hex[];
  miner: Hex;
  /** Unix seconds. */
  time: number;
  difficulty: string;
  adaptive: boolean;
  blame: number;
  gasLimit: string;
  gasUsed: string | null;
  size: number;
  coreTransactions: number;
  espaceTransactions: number;
  powQuality: string | null;
  nonce: string;
  baseFee: string | null;
  transactionsRoot: Hex | null;
  deferredStateRoot: Hex | null;
  deferredReceiptsRoot: Hex | null;
  deferredLogsBloomHash: Hex | null;
  posReference: Hex | null;
  custom: readonly Hex[];
}

/** An executed transaction with its receipt. */
export interface TransactionData {
  hash: Hex;
  /** Place in the execution order of the epoch, over both spaces. */
  position: number;
  space: SpaceNumber;
  type: number;
  ok: boolean;
  phantom: boolean;
  block: Hex;
  blockIndex: number | null;
  from: Hex;
  to: Hex | null;
  created: Hex | null;
  value: string;
  nonce: string;
  gasLimit: string;
  gasUsed: string;
  fee: string;
  gasPrice: string | null;
  maxFee: string | null;
  maxPriorityFee: string | null;
  effectiveGasPrice: string | null;
  burntFee: string | null;
  storageLimit: string | null;
  storageCollateralized: string | null;
  gasSponsored: boolean;
  storageSponsored: boolean;
  input: Hex;
  error: string | null;
  /** Of a phantom: the Core transaction that made it. */
  coreHash: Hex | null;
}

/** A log with its place among the logs of its epoch and space. */
export interface LogData {
  space: SpaceNumber;
  index: number;
  position: number;
  address: Hex;
  topics: readonly Hex[];
  data: Hex;
}

/** An epoch with everything in it. */
export interface EpochData {
  number: number;
  pivot: Hex;
  parent: Hex;
  /** Unix seconds, of the pivot block. */
  time: number;
  blocks: BlockData[];
  transactions: TransactionData[];
  duplicates: { hash: Hex; block: Hex }[];
  logs: LogData[];
}
