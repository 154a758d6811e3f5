import type { AddressRef, Confirmation } from './common.ts';
import { type CursorPage, type Query, readExplorer } from './page.ts';

/** A block of the Tree-Graph in a list. */
export interface BlockSummary {
  hash: string;
  height: number;
  epoch: number;
  /** Place in the execution order of its epoch; the pivot block is last. */
  position: number;
  blockNumber: number | null;
  pivot: boolean;
  skipped: boolean;
  parentHash: string;
  refereeHashes: string[];
  miner: AddressRef;
  time: string;
  difficulty: string;
  adaptive: boolean;
  gasLimit: string;
  gasUsed: string | null;
  sizeBytes: number;
  transactions: { core: number; espace: number };
}

export interface BlockDetail extends BlockSummary {
  blame: number;
  powQuality: string | null;
  nonce: string;
  baseFeePerGas: string | null;
  transactionsRoot: string | null;
  deferredStateRoot: string | null;
  deferredReceiptsRoot: string | null;
  deferredLogsBloomHash: string | null;
  posReference: string | null;
  custom: string[];
  pivotHash: string;
  children: string[];
  referrers: string[];
  confirmation: Confirmation;
}

/** An epoch: the pivot block and what it orders. In eSpace the epoch is the block of the same number. */
export interface Epoch {
  number: number;
  pivotHash: string;
  time: string;
  blocks: BlockSummary[];
  transactions: { core: number; espace: number };
  duplicates: number;
  logs: number;
  transfers: number;
  gasUsed: string;
  confirmation: Confirmation;
}

/** One page of blocks, the newest first. */
export function listBlocks(query: Query, signal?: AbortSignal): Promise<CursorPage<BlockSummary>> {
  return readExplorer('blocks', query, signal);
}

/** One block with all of its edges and header fields. */
export function getBlock(hash: string, signal?: AbortSignal): Promise<BlockDetail> {
  return readExplorer(`blocks/${encodeURIComponent(hash)}`, {}, signal);
}

/** One epoch with its blocks in execution order. */
export function getEpoch(number: number, signal?: AbortSignal): Promise<Epoch> {
  return readExplorer(`epochs/${number}`, {}, signal);
}
