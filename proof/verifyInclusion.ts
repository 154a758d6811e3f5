import { equalBytes, hashNode } from './hashes.ts';

/** What an inclusion proof claims: the leaf is number `index` of the `size` leaves under `root`. */
export interface VerifyInclusionParameters {
  leafHash: Uint8Array;
  index: number;
  size: number;
  hashes: readonly Uint8Array[];
  root: Uint8Array;
}

/** Checks an inclusion proof with the algorithm of RFC 9162 §2.1.3.2. Never throws. */
export function verifyInclusion({ leafHash, index, size, hashes, root }: VerifyInclusionParameters): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  // Division instead of shifts: JavaScript's shifts end at 32 bits.
  let fn = index;
  let sn = size - 1;
  let hash = leafHash;
  for (const sibling of hashes) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = hashNode(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      hash = hashNode(hash, sibling);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && equalBytes(hash, root);
}
