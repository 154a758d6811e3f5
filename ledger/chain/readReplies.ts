import type { Hex } from '../../proof/index.ts';
import type { TransactionPlace } from './chainClient.ts';

/** A block as far as the ledger needs it. */
export interface ChainBlock {
  number: number;
  hash: Hex;
  parentHash: Hex;
  /** Null before EIP-1559. */
  baseFee: bigint | null;
}

/** What became of a transaction in a block. */
export interface Execution {
  hash: Hex;
  success: boolean;
  blockHash: Hex;
  blockNumber: number;
  contractAddress: Hex | null;
  gasUsed: bigint;
  /** Paid for gas, in wei; Conflux charges for at least three quarters of the limit. */
  fee: bigint;
}

interface Receipt {
  transactionHash: Hex;
  status: Hex;
  blockHash: Hex | null;
  blockNumber: Hex;
  contractAddress?: Hex | null;
  gasUsed?: Hex;
  effectiveGasPrice?: Hex;
  gasFee?: Hex;
}

/** A block from the answer to eth_getBlockByNumber. */
export function readBlockReply(reply: unknown): ChainBlock | null {
  if (reply === null || typeof reply !== 'object') return null;
  const { number, hash, parentHash, baseFeePerGas } = reply as Record<string, Hex | undefined>;
  if (!number || !hash || !parentHash) return null;
  return {
    number: Number(number),
    hash,
    parentHash,
    baseFee: baseFeePerGas === undefined ? null : BigInt(baseFeePerGas),
  };
}

function readExecution(receipt: Receipt): Execution | null {
  const { transactionHash, status, blockHash, blockNumber, contractAddress } = receipt;
  const gasUsed = BigInt(receipt.gasUsed ?? 0);
  if (!blockHash) return null;
  return {
    hash: transactionHash,
    success: status === '0x1',
    blockHash,
    blockNumber: Number(blockNumber),
    contractAddress: contractAddress ?? null,
    gasUsed,
    fee: receipt.gasFee ? BigInt(receipt.gasFee) : gasUsed * BigInt(receipt.effectiveGasPrice ?? 0),
  };
}

/** The executions from the answer to eth_getBlockReceipts; null when the node has none of the block. */
export function readExecutions(reply: unknown): Execution[] | null {
  if (!Array.isArray(reply)) return null;
  return (reply as Receipt[]).map(readExecution).filter((execution) => execution !== null);
}

/** Where a transaction is, from its receipt and the transaction itself. */
export function readPlaceReply(receipt: unknown, transaction: unknown): TransactionPlace {
  const execution = receipt ? readExecution(receipt as Receipt) : null;
  if (execution) return { kind: 'executed', ...execution };
  if (!transaction) return { kind: 'unknown' };
  return { kind: (transaction as { blockHash: Hex | null }).blockHash ? 'packed' : 'pooled' };
}
