import { fromHex, rootFromTrieProof, toHex, trieProof } from '../../proof/index.ts';
import type { Hex } from '../nodeOptions.ts';
import type { RpcOptions } from '../rpcCall.ts';
import { hashOf, type PackedTransaction } from './packedTransaction.ts';
import { readMany } from './readMany.ts';
import { type RpcTrieNode, readSiblings } from './readSiblings.ts';

/** Where a transaction was executed, with the paths of it and of its receipt. */
export interface FoundTransaction {
  place: { block: number; blocks: number; transaction: number; transactions: number };
  transactionProof: Hex[];
  receipt: Hex;
  receiptProof: Hex[];
  blockProof: Hex[];
  /** Receipts root of the epoch, to which the paths lead. */
  epochRoot: Hex;
}

interface RpcReceiptProof {
  blockIndexProof: RpcTrieNode[];
  blockReceiptProof: RpcTrieNode[];
}

/**
 * Finds the executed occurrence of a transaction among an epoch's executed blocks: the same transaction may be packed in
 * several of them and is skipped in all but one, and only to that one the node's receipt proof leads. Null when there is none.
 */
export async function findTransaction(
  coreUrl: string,
  transactionHash: Hex,
  executed: readonly Hex[],
  options: RpcOptions,
): Promise<FoundTransaction | null> {
  const parameters = executed.map((hash) => [hash]);
  const packed = await readMany<PackedTransaction[] | null>(
    coreUrl,
    'debug_getTransactionsByBlock',
    parameters,
    options,
  );
  const [proof] = await readMany<RpcReceiptProof | null>(
    coreUrl,
    'debug_getEpochReceiptProofByTransaction',
    [[transactionHash]],
    options,
  );
  const receipt = proof?.blockReceiptProof.at(-1)?.mptValue;
  const stated = proof?.blockIndexProof.at(-1)?.mptValue;
  if (!proof || !receipt || !stated) return null;
  for (const [block, transactions] of packed.entries()) {
    const hashes = (transactions ?? []).map(hashOf);
    for (const [transaction, hash] of hashes.entries()) {
      if (hash !== transactionHash) continue;
      const place = { block, blocks: executed.length, transaction, transactions: hashes.length };
      const receiptProof = readSiblings(proof.blockReceiptProof, transaction, hashes.length);
      const blockProof = readSiblings(proof.blockIndexProof, block, executed.length);
      if (!receiptProof || !blockProof) continue;
      const entry = { index: transaction, count: hashes.length, siblings: receiptProof.map(fromHex) };
      const blockRoot = rootFromTrieProof({ ...entry, value: fromHex(receipt) });
      if (toHex(blockRoot) !== stated) continue;
      const siblings = blockProof.map(fromHex);
      const epochRoot = toHex(rootFromTrieProof({ index: block, count: executed.length, value: blockRoot, siblings }));
      const transactionProof = trieProof(hashes.map(fromHex), transaction).map(toHex);
      return { place, transactionProof, receipt, receiptProof, blockProof, epochRoot };
    }
  }
  return null;
}
