import { emptyRoot, foldCover, type TreeNode } from '../../proof/index.ts';
import { hashPairs, type NodeRun } from './hashTree.ts';

/** A complete subtree with its hash. */
export interface HashedNode extends TreeNode {
  hash: Uint8Array;
}

/** The tree after some leaves were added: its root and the complete subtrees that are new, a run for each level. */
export interface ExtendTreeReturnType {
  root: Uint8Array;
  runs: NodeRun[];
}

/**
 * Adds leaves (their hashes, 32 bytes each) to a tree of `size` leaves of which only the frontier is known, the complete
 * subtrees that `coverRange({ start: 0, end: size })` names. Costs one hash a leaf, whatever the size.
 */
export function extendTree(size: number, frontier: readonly HashedNode[], leafHashes: Buffer): ExtendTreeReturnType {
  const open = new Map(frontier.map(({ level, hash }) => [level, hash]));
  const runs: NodeRun[] = [];
  let run: NodeRun = { level: 0, start: size, hashes: leafHashes };
  for (; run.hashes.length > 0; run = climb(run)) {
    runs.push(run);
    const { level, start, hashes } = run;
    // An odd first node finds its left neighbour in the frontier; an odd number of nodes leaves the last one there.
    const waiting = open.get(level);
    if (start % 2 === 1 && !waiting) throw new Error(`The frontier of a tree of ${size} leaves lacks level ${level}.`);
    const paired = start % 2 === 1 && waiting ? Buffer.concat([waiting, hashes]) : hashes;
    if (start % 2 === 1) open.delete(level);
    if (paired.length % 64 === 32) open.set(level, paired.subarray(-32));
    run = { level, start: start - (start % 2), hashes: paired.subarray(0, paired.length - (paired.length % 64)) };
  }
  const cover = [...open].sort(([a], [b]) => b - a).map(([, hash]) => hash);
  return { root: cover.length > 0 ? new Uint8Array(foldCover(cover)) : emptyRoot, runs };
}

function climb({ level, start, hashes }: NodeRun): NodeRun {
  return { level: level + 1, start: start / 2, hashes: hashPairs(hashes) };
}
