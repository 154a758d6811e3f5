import { concat, type Hex, keccak256 } from 'viem';

/** A standard Merkle tree of OpenZeppelin over leaves that are hashes. */
export interface LeafTree {
  root: Hex;
  /** Siblings from the leaf up. */
  prove(leaf: Hex): Hex[];
}

const hashPair = (one: Hex, other: Hex): Hex => keccak256(concat(one < other ? [one, other] : [other, one]));

/**
 * Builds the tree in the layout of OpenZeppelin's StandardMerkleTree: a complete binary tree in an array, the sorted leaves at its
 * end in reverse, each pair hashed in ascending order.
 */
export function buildLeafTree(leaves: readonly Hex[]): LeafTree {
  const sorted = [...new Set(leaves.map((leaf) => leaf.toLowerCase() as Hex))].sort();
  const nodes: Hex[] = new Array<Hex>(Math.max(2 * sorted.length - 1, 0));
  for (const [index, leaf] of sorted.entries()) nodes[nodes.length - 1 - index] = leaf;
  for (let index = nodes.length - 1 - sorted.length; index >= 0; index--) {
    nodes[index] = hashPair(nodes[2 * index + 1] as Hex, nodes[2 * index + 2] as Hex);
  }
  return {
    root: nodes[0] ?? `0x${'0'.repeat(64)}`,
    prove(leaf) {
      const proof: Hex[] = [];
      let index = nodes.indexOf(leaf.toLowerCase() as Hex);
      if (index < sorted.length - 1) return proof;
      for (; index > 0; index = (index - 1) >> 1) proof.push(nodes[index % 2 === 1 ? index + 1 : index - 1] as Hex);
      return proof;
    },
  };
}
