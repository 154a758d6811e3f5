import type { TreeGraphBlock } from '../../api/getTreeGraph.ts';

/** Lengths in pixels at scale 1. */
const lengths = { pivotColumn: 56, column: 40, lane: 42, gap: 28, mostLanes: 4 };

/** Where a block stands: `y` 0 is the pivot line. */
export interface Place {
  block: TreeGraphBlock;
  x: number;
  y: number;
}

/** The strip that holds all blocks of one epoch, its pivot block at the right end. */
export interface Band {
  /** Null for blocks that no pivot block refers to yet. */
  epoch: number | null;
  x: number;
  width: number;
  /** True when the epoch before it is not loaded. */
  afterGap: boolean;
}

export interface EpochLayout {
  places: Map<string, Place>;
  bands: Band[];
}

/**
 * Places every block in the band of its epoch: the pivot block on a straight line, the others left of it, above and below
 * the line. Within an epoch a block stands right of the blocks it points to, so that time runs to the right everywhere.
 * `startX` is where the first band begins.
 */
export function layoutEpochs(blocks: Iterable<TreeGraphBlock>, startX = 0): EpochLayout {
  const byEpoch = Map.groupBy(blocks, ({ epoch }) => epoch);
  const epochs = [...byEpoch.keys()].sort((left, right) => (left ?? Infinity) - (right ?? Infinity));
  const places = new Map<string, Place>();
  const bands: Band[] = [];
  let x = startX;
  let before: number | null = null;
  for (const epoch of epochs) {
    const afterGap = epoch !== null && before !== null && epoch > before + 1;
    if (afterGap) x += lengths.gap;
    const width = placeEpoch(byEpoch.get(epoch) ?? [], x, (epoch ?? 0) % 2 === 0 ? -1 : 1, places);
    bands.push({ epoch, x, width, afterGap });
    x += width;
    before = epoch;
  }
  return { places, bands };
}

/** Places the blocks of one epoch from `x` on and gives the width they take. */
function placeEpoch(blocks: TreeGraphBlock[], x: number, firstSide: -1 | 1, places: Map<string, Place>): number {
  const pivot = blocks.find((block) => block.pivot);
  const others = blocks.filter((block) => block !== pivot).sort(byHeight);
  const depths = new Map<string, number>();
  for (const { hash, parentHash, refereeHashes } of others) {
    const within = [parentHash, ...refereeHashes].map((before) => depths.get(before) ?? -1);
    depths.set(hash, 1 + Math.max(...within));
  }
  let columns = 0;
  for (const level of Map.groupBy(others, ({ hash }) => depths.get(hash) ?? 0).values()) {
    for (let start = 0; start < level.length; start += 2 * lengths.mostLanes) {
      const taken = new Set<number>();
      for (const block of level.slice(start, start + 2 * lengths.mostLanes)) {
        const parent = places.get(block.parentHash);
        const wanted = Math.round((parent?.y ?? 0) / lengths.lane);
        const lane = chooseLane(taken, wanted, firstSide);
        taken.add(lane);
        places.set(block.hash, { block, x: x + (columns + 0.6) * lengths.column, y: lane * lengths.lane });
      }
      columns += 1;
    }
  }
  const width = columns * lengths.column + lengths.pivotColumn;
  if (pivot) places.set(pivot.hash, { block: pivot, x: x + width - lengths.pivotColumn / 2, y: 0 });
  return width;
}

function byHeight(left: TreeGraphBlock, right: TreeGraphBlock): number {
  return left.height - right.height || left.timestamp - right.timestamp || (left.hash < right.hash ? -1 : 1);
}

/** The lane of the parent when it is off the pivot line and free, else the nearest free one, on both sides in turns. */
function chooseLane(taken: ReadonlySet<number>, wanted: number, firstSide: -1 | 1): number {
  if (wanted !== 0 && !taken.has(wanted)) return wanted;
  for (let distance = 1; ; distance++) {
    for (const side of [firstSide, -firstSide]) if (!taken.has(side * distance)) return side * distance;
  }
}
