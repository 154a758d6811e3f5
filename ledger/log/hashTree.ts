import { hash } from 'node:crypto';

/** A run of neighbouring complete subtrees of one level, 32 bytes each: the first has the index `start`. */
export interface NodeRun {
  level: number;
  start: number;
  hashes: Buffer;
}

const hashBytes = 32;
const pair = Buffer.alloc(1 + 2 * hashBytes);
pair[0] = 1;

/**
 * The level above a run of whole pairs, RFC 6962 §2.1: SHA-256(0x01 ‖ left ‖ right). A digest as Latin-1 text is made and
 * copied several times faster than one as a Buffer of its own, and twice that many are made here as there are leaves.
 */
export function hashPairs(children: Buffer): Buffer {
  const parents = Buffer.allocUnsafe(children.length / 2);
  for (let at = 0; at < children.length; at += 2 * hashBytes) {
    children.copy(pair, 1, at, at + 2 * hashBytes);
    parents.write(hash('sha256', pair, 'binary'), at / 2, 'binary');
  }
  return parents;
}
