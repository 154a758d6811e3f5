import type { TreeGraphBlock } from '../api/getTreeGraph.ts';

/**
 * Adds newly seen blocks, a later view of a block replacing the earlier one, and keeps the last `heights` heights.
 * Two pivot blocks of one height mean that the graph was reorganised: only the newer view is still pivot.
 */
export function mergeBlocks(
  known: readonly TreeGraphBlock[],
  added: readonly TreeGraphBlock[],
  heights: number,
): TreeGraphBlock[] {
  const byHash = new Map(known.map((block) => [block.hash, block]));
  const newPivots = new Map<number, string>();
  for (const block of added) {
    byHash.set(block.hash, block);
    if (block.pivot) newPivots.set(block.height, block.hash);
  }
  const all = [...byHash.values()].map((block) => {
    const pivot = newPivots.get(block.height);
    return block.pivot && pivot !== undefined && pivot !== block.hash ? { ...block, pivot: false } : block;
  });
  const last = Math.max(...all.map(({ height }) => height));
  return all.filter(({ height }) => height > last - heights);
}
