import type { KnownHeader, RpcBlock, RpcReceipt } from '../../proof/index.ts';
import type { PackedTransaction } from '../chainProof/packedTransaction.ts';
import type { Hex } from '../nodeOptions.ts';

/** The first place where what a node says and what was recomputed differ. */
export interface AuditDifference {
  epoch: number;
  /** The block, where one is to blame. */
  block: Hex | null;
  /** What was compared, such as "transactions root". */
  what: string;
  /** What the rules give. */
  expected: string;
  /** What the node answered. */
  found: string;
}

/** What an audit has gone through so far. */
export interface AuditCounts {
  epochs: number;
  blocks: number;
  /** Blocks off the pivot chain. */
  sideBlocks: number;
  /** Blocks that stand in an epoch without being executed. */
  skippedBlocks: number;
  coreTransactions: number;
  espaceTransactions: number;
  /** Receipts of transactions that were packed again or could not be executed. */
  skippedReceipts: number;
  /** Epochs whose receipts root was found in the pivot chain. */
  receiptRoots: number;
  /** Forks at which the pivot chain was the heavier side. */
  forks: number;
  /** Forks that begin below the first audited epoch; their weight is not known. */
  openForks: number;
}

/** One epoch as the node tells it. */
export interface EpochAnswers {
  epoch: number;
  executed: Hex[];
  skipped: Hex[];
  /** The skipped ones, then the executed ones. */
  blocks: RpcBlock[];
  /** Of each executed block, in order. */
  packed: PackedTransaction[][];
  receipts: RpcReceipt[][];
  /** Hash of the eSpace block of this number; null where eSpace was not asked. */
  espaceHash: Hex | null;
}

/** A block of the audit: its rebuilt header with what the node says about it. */
export interface AuditBlock extends KnownHeader {
  parentHash: Hex;
  refereeHashes: Hex[];
  rpc: RpcBlock;
  /** Recomputed; on the public networks as the node says it. */
  quality: bigint;
}
