import type { TreeGraphBlock } from '../../api/getTreeGraph.ts';

/** How the loaded blocks stand to one of them; what is in none of the sets is its anticone. */
export interface Relatives {
  hash: string;
  /** Blocks reached from it over parent and referee edges. */
  past: ReadonlySet<string>;
  /** Blocks from which it is reached. */
  future: ReadonlySet<string>;
  anticoneCount: number;
}

/** Splits the loaded blocks into the past, the future and the anticone of one block; null when it is not loaded. */
export function findRelatives(blocks: ReadonlyMap<string, TreeGraphBlock>, hash: string): Relatives | null {
  if (!blocks.has(hash)) return null;
  const children = new Map<string, string[]>();
  for (const block of blocks.values()) {
    for (const before of predecessors(block)) {
      const list = children.get(before);
      if (list === undefined) children.set(before, [block.hash]);
      else list.push(block.hash);
    }
  }
  const past = reach(hash, (from) => {
    const block = blocks.get(from);
    return block === undefined ? [] : predecessors(block).filter((before) => blocks.has(before));
  });
  const future = reach(hash, (from) => children.get(from) ?? []);
  return { hash, past, future, anticoneCount: blocks.size - past.size - future.size - 1 };
}

/** The blocks that a block points to. */
function predecessors(block: TreeGraphBlock): string[] {
  return [block.parentHash, ...block.refereeHashes];
}

function reach(start: string, next: (hash: string) => string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
    for (const other of next(hash)) {
      if (seen.has(other)) continue;
      seen.add(other);
      waiting.push(other);
    }
  }
  return seen;
}
