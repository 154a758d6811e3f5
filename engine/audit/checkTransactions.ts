import { fromHex, hashCoreTransaction, hashEspaceTransaction, toHex, trieRoot } from '../../proof/index.ts';
import { hashOf, type PackedTransaction } from '../chainProof/packedTransaction.ts';
import type { AuditBlock, AuditDifference } from './auditTypes.ts';
import type { Differ } from './checkBlock.ts';

/** Recomputes the hash of every transaction of a block and the transactions root over them. */
export function checkTransactions(
  block: AuditBlock,
  packed: readonly PackedTransaction[],
  differ: Differ,
): AuditDifference | null {
  for (const [index, { ethTransaction, nativeTransaction }] of packed.entries()) {
    const name = `hash of transaction ${index + 1} of ${packed.length}`;
    if (ethTransaction?.raw) {
      const computed = hashEspaceTransaction(ethTransaction.raw);
      if (computed !== ethTransaction.hash) return differ(name, computed, ethTransaction.hash);
    }
    if (nativeTransaction) {
      const computed = hashCoreTransaction(nativeTransaction);
      if (computed !== nativeTransaction.hash) return differ(name, computed, nativeTransaction.hash);
    }
  }
  const root = toHex(trieRoot(packed.map((transaction) => fromHex(hashOf(transaction)))));
  const stated = toHex(block.header.transactionsRoot);
  return root === stated ? null : differ('transactions root', root, stated);
}
