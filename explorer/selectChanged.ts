import type { TreeGraphBlock } from '../engine/index.ts';

/** Enough for the 200 epochs that can be asked for, with siblings. */
const most = 4_000;

/**
 * Returns a function that picks out of the end of the Tree-Graph what was not picked before: new blocks, and blocks
 * whose place changed, because a reorganisation moved the pivot chain or because they were executed.
 */
export function selectChanged(): (blocks: readonly TreeGraphBlock[]) => TreeGraphBlock[] {
  const seen = new Map<string, string>();
  return (blocks) => {
    const changed = blocks.filter(({ hash, epoch, pivot, transactionCount }) => {
      const place = `${epoch} ${pivot} ${transactionCount}`;
      if (seen.get(hash) === place) return false;
      seen.delete(hash);
      seen.set(hash, place);
      return true;
    });
    for (const hash of seen.keys()) {
      if (seen.size <= most) break;
      seen.delete(hash);
    }
    return changed;
  };
}
