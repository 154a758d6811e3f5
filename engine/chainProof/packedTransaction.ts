import type { RpcCoreTransaction } from '../../proof/index.ts';
import type { Hex } from '../nodeOptions.ts';

/** One entry of `debug_getTransactionsByBlock`: a block's transactions of both spaces in their packed order. */
export interface PackedTransaction {
  ethTransaction?: { hash: Hex; gas: Hex; raw?: Hex };
  nativeTransaction?: RpcCoreTransaction;
}

/** Hash of a packed transaction, as it stands in the transactions trie. */
export function hashOf({ ethTransaction, nativeTransaction }: PackedTransaction): Hex {
  return ethTransaction?.hash ?? nativeTransaction?.hash ?? '0x';
}

/** Sum of the gas limits of the eSpace transactions. */
export function espaceGas(transactions: readonly PackedTransaction[]): bigint {
  return transactions.reduce((sum, { ethTransaction }) => sum + BigInt(ethTransaction?.gas ?? 0), 0n);
}
