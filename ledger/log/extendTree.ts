import { emptyRoot, foldCover, hashNode, type TreeNode } from '../../proof/index.ts';

/** A complete subtree with its hash. */
export interface HashedNode extends TreeNode {
  hash: Uint8Array;
}

/** The tree after some leaves were added: its root and the complete subtrees that are new. */
export interface ExtendTreeReturnType {
  root: Uint8Array;
  nodes: HashedNode[];
}

/**
 * Adds leaves to a tree of `size` leaves of which only the frontier is known, the complete subtrees that
 * `coverRange({ start: 0, end: size })` names. Costs two hashes a leaf, whatever the size.
 */
export function extendTree(
  size: number,
  frontier: readonly HashedNode[],
  leafHashes: readonly Uint8Array[],
): ExtendTreeReturnType {
  const open = new Map(frontier.map(({ level, hash }) => [level, hash]));
  const nodes: HashedNode[] = [];
  for (const [offset, leafHash] of leafHashes.entries()) {
    let node: HashedNode = { level: 0, index: size + offset, hash: leafHash };
    nodes.push(node);
    for (let left = open.get(node.level); left && node.index % 2 === 1; left = open.get(node.level)) {
      open.delete(node.level);
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: hashNode(left, node.hash) };
      nodes.push(node);
    }
    open.set(node.level, node.hash);
  }
  const cover = [...open].sort(([a], [b]) => b - a).map(([, hash]) => hash);
  return { root: cover.length > 0 ? foldCover(cover) : emptyRoot, nodes };
}
