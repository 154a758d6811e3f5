import { sha256 } from '@noble/hashes/sha2.js';
import { proofErrors } from './errors.ts';
import { hashNode } from './hashes.ts';

/** A complete subtree: it covers the leaves from `index * 2^level` to before `(index + 1) * 2^level`. */
export interface TreeNode {
  level: number;
  index: number;
}

/** A run of leaves, `start` included and `end` not; its hash is the MTH(D[start:end]) of the standard. */
export interface LeafRange {
  start: number;
  end: number;
}

/** Root of the tree without leaves: SHA-256 of nothing (RFC 9162 §2.1.1). */
export const emptyRoot: Uint8Array = sha256(new Uint8Array());

/** The largest power of two smaller than `n` (n > 1): where RFC 9162 §2.1.1 splits n leaves. */
function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/**
 * The complete subtrees, left to right, of a run of leaves whose start is a multiple of the largest of them, which holds for
 * every run the standard's recursion makes. They are what has to be stored to compute any proof with O(log n) reads.
 */
export function coverRange({ start, end }: LeafRange): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let from = start; from < end; ) {
    let level = 0;
    let width = 1;
    while (width * 2 <= end - from) {
      width *= 2;
      level += 1;
    }
    nodes.push({ level, index: from / width });
    from += width;
  }
  return nodes;
}

/** Hash of a run of leaves from the hashes of the subtrees `coverRange` names. */
export function foldCover(hashes: Uint8Array[]): Uint8Array {
  return (
    hashes.reduceRight<Uint8Array | null>((right, left) => (right ? hashNode(left, right) : left), null) ?? emptyRoot
  );
}

/** The runs of leaves whose hashes are the inclusion path of leaf `index`, in its order (RFC 9162 §2.1.3.1). */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw proofErrors.badIndex({ index, size });
  const path: LeafRange[] = [];
  for (let start = 0, end = size; end - start > 1; ) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.reverse();
}

/** The runs of leaves whose hashes prove that the tree of `first` leaves is a prefix (RFC 9162 §2.1.4.1). */
export function consistencyRanges(first: number, size: number): LeafRange[] {
  if (!Number.isSafeInteger(first) || first < 0 || first > size) throw proofErrors.badIndex({ index: first, size });
  if (first === 0 || first === size) return [];
  const path: LeafRange[] = [];
  let start = 0;
  let end = size;
  // SUBPROOF(m, D_n, b): b stays true as long as the run still begins at the first leaf of the log.
  while (first < end) {
    const middle = start + splitPoint(end - start);
    if (first <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  if (start > 0) path.push({ start, end });
  return path.reverse();
}

function hashRange(leafHashes: readonly Uint8Array[], { start, end }: LeafRange): Uint8Array {
  if (start === end) return emptyRoot;
  if (end - start === 1) return leafHashes[start] ?? emptyRoot;
  const middle = start + splitPoint(end - start);
  return hashNode(hashRange(leafHashes, { start, end: middle }), hashRange(leafHashes, { start: middle, end }));
}

/** Root of the tree over leaf hashes (RFC 9162 §2.1.1). */
export function rootFromLeaves(leafHashes: readonly Uint8Array[]): Uint8Array {
  return hashRange(leafHashes, { start: 0, end: leafHashes.length });
}

/** Inclusion path of one leaf of a tree held in memory (RFC 9162 §2.1.3.1). */
export function inclusionPath(leafHashes: readonly Uint8Array[], index: number): Uint8Array[] {
  return inclusionRanges(index, leafHashes.length).map((range) => hashRange(leafHashes, range));
}

/** Consistency path from the first `first` leaves to the whole tree held in memory (RFC 9162 §2.1.4.1). */
export function consistencyPath(leafHashes: readonly Uint8Array[], first: number): Uint8Array[] {
  return consistencyRanges(first, leafHashes.length).map((range) => hashRange(leafHashes, range));
}
