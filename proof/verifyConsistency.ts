import { equalBytes, hashNode } from './hashes.ts';
import { emptyRoot } from './merkleTree.ts';

/** What a consistency proof claims: the first `firstSize` leaves under `root` are those under `firstRoot`. */
export interface VerifyConsistencyParameters {
  firstSize: number;
  firstRoot: Uint8Array;
  size: number;
  root: Uint8Array;
  hashes: readonly Uint8Array[];
}

/**
 * Checks with the algorithm of RFC 9162 §2.1.4.2 that nothing was rewritten between two sizes of the log. The two cases it
 * leaves out take an empty proof: equal sizes have equal roots, and every log extends the empty one. Never throws.
 */
export function verifyConsistency(parameters: VerifyConsistencyParameters): boolean {
  const { firstSize, firstRoot, size, root, hashes } = parameters;
  if (!Number.isSafeInteger(firstSize) || !Number.isSafeInteger(size) || firstSize < 0 || firstSize > size)
    return false;
  if (firstSize === size) return hashes.length === 0 && equalBytes(firstRoot, root);
  if (firstSize === 0) return hashes.length === 0 && equalBytes(firstRoot, emptyRoot);
  if (hashes.length === 0) return false;
  const [start, ...path] = isPowerOfTwo(firstSize) ? [firstRoot, ...hashes] : hashes;
  if (!start) return false;
  let fn = firstSize - 1;
  let sn = size - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  let first = start;
  let second = start;
  for (const hash of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      first = hashNode(hash, first);
      second = hashNode(hash, second);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      second = hashNode(second, hash);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && equalBytes(first, firstRoot) && equalBytes(second, root);
}

function isPowerOfTwo(n: number): boolean {
  let power = 1;
  while (power < n) power *= 2;
  return power === n;
}
