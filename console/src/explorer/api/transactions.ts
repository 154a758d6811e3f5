import type { AddressRef, Confirmation, Decoded, Space } from './common.ts';
import { type CursorPage, type Query, readExplorer } from './page.ts';

/** An event of a contract, raw and in the words of its ABI. */
export interface Log {
  index: number;
  space: Space;
  address: AddressRef;
  topics: string[];
  data: string;
  decoded: Decoded | null;
  transactionHash: string;
  epoch: number;
  time: string;
}

/** A movement of a token. */
export interface Transfer {
  kind: 'erc20' | 'erc721' | 'erc1155';
  space: Space;
  token: AddressRef;
  symbol: string | null;
  decimals: number | null;
  from: AddressRef;
  to: AddressRef;
  amount: string;
  tokenId: string | null;
  transactionHash: string;
  logIndex: number;
  epoch: number;
  time: string;
}

export interface TransactionSummary {
  hash: string;
  space: Space;
  status: 'success' | 'failed';
  /** Made in eSpace by a cross-space call of a Core transaction; in no block and not signed. */
  phantom: boolean;
  epoch: number;
  position: number;
  blockHash: string;
  time: string;
  from: AddressRef;
  to: AddressRef | null;
  created: AddressRef | null;
  value: string;
  fee: string;
  gasUsed: string;
  nonce: string;
  selector: string | null;
  method: string | null;
}

export interface TransactionDetail extends TransactionSummary {
  type: number;
  transactionIndex: number | null;
  gasLimit: string;
  gasPrice: string | null;
  maxFeePerGas: string | null;
  maxPriorityFeePerGas: string | null;
  effectiveGasPrice: string | null;
  burntFee: string | null;
  storageLimit: string | null;
  storageCollateralized: string | null;
  gasSponsored: boolean;
  storageSponsored: boolean;
  input: string;
  call: Decoded | null;
  error: string | null;
  logs: Log[];
  transfers: Transfer[];
  coreTransactionHash: string | null;
  phantoms: string[];
  alsoPackedIn: string[];
  confirmation: Confirmation;
}

/** One step of a transaction: a call or creation of a contract; `depth` 0 is the transaction itself. */
export interface TraceFrame {
  depth: number;
  kind: string;
  space: Space;
  from: AddressRef | null;
  to: AddressRef | null;
  value: string;
  gas: string | null;
  gasUsed: string | null;
  input: string;
  output: string;
  call: Decoded | null;
  status: 'success' | 'failed' | 'unknown';
  error: string | null;
}

export interface Trace {
  hash: string;
  space: Space;
  source: string;
  frames: TraceFrame[];
}

/** One page of executed transactions, the newest first. */
export function listTransactions(query: Query, signal?: AbortSignal): Promise<CursorPage<TransactionSummary>> {
  return readExplorer('transactions', query, signal);
}

/** One transaction with its call, receipt and logs. */
export function getTransaction(hash: string, signal?: AbortSignal): Promise<TransactionDetail> {
  return readExplorer(`transactions/${encodeURIComponent(hash)}`, {}, signal);
}

/** The calls that a transaction made. */
export function getTrace(hash: string, signal?: AbortSignal): Promise<Trace> {
  return readExplorer(`transactions/${encodeURIComponent(hash)}/trace`, {}, signal);
}
