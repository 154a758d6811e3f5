import { trieLevels } from '../../proof/index.ts';
import type { Hex } from '../nodeOptions.ts';

/** A node of a proof as `debug_getEpochReceiptProofByTransaction` answers it. */
export interface RpcTrieNode {
  /** 16 hashes, or none for a leaf. */
  childrenTable: Hex[];
  /** The entry, in a leaf. */
  mptValue: Hex | null;
}

/** The sibling hashes of an entry from the node's proof; null when the proof is not that of this place. */
export function readSiblings(nodes: readonly RpcTrieNode[], index: number, count: number): Hex[] | null {
  const siblings: Hex[] = [];
  let at = 0;
  for (const { children, own } of trieLevels(index, count)) {
    // A root with a single child gives way to it and is not in the proof.
    if (children === 1) continue;
    const table = nodes[at]?.childrenTable ?? [];
    if (table.length !== 16) return null;
    siblings.push(...table.slice(0, children).filter((_, nibble) => nibble !== own));
    at += 1;
  }
  return at === nodes.length - 1 ? siblings : null;
}
