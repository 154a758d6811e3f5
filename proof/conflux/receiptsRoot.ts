import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { trieRoot } from './trie.ts';

/** A pivot header at height h speaks of the state and the receipts of the epoch this many below. */
export const deferredEpochs = 5;

/** Receipts root of an epoch: the trie over the receipts roots of its executed blocks, in their order. */
export function epochReceiptsRoot(encodedReceipts: readonly (readonly Uint8Array[])[]): Uint8Array {
  return trieRoot(encodedReceipts.map((receipts) => trieRoot(receipts)));
}

/**
 * The root that a header with blame k carries: those of its own and of the k pivot ancestors' heights, newest first,
 * folded from the oldest upwards. With k = 0 it is the root itself.
 */
export function foldBlamedRoots(roots: readonly Uint8Array[]): Uint8Array {
  return roots.toReversed().reduce((folded, root) => keccak_256(concatBytes(root, folded)));
}

/**
 * The pivot header that vouches for a height, seen from the newest: a header with blame k replaces what the k headers
 * below it say. Answers an index into `blames`, which are those of consecutive heights, the lowest first.
 */
export function findVoucher(blames: readonly number[]): number {
  let at = blames.length - 1;
  while (at > 0) {
    const below = at - (blames[at] ?? 0) - 1;
    if (below < 0) return at;
    at = below;
  }
  return at;
}
