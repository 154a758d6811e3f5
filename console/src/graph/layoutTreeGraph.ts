import type { TreeGraphBlock } from '../api/getTreeGraph.ts';

export interface PlacedBlock {
  block: TreeGraphBlock;
  /** Columns from `firstHeight`. */
  column: number;
  /** 0 is the pivot chain; negative lanes are above it, positive ones below. */
  lane: number;
}

export interface GraphEdge {
  id: string;
  kind: 'pivot' | 'parent' | 'referee';
  /** The newer block, which holds the hash of the older. */
  from: PlacedBlock;
  to: PlacedBlock;
}

export interface TreeGraphLayout {
  placed: PlacedBlock[];
  edges: GraphEdge[];
  firstHeight: number;
  lastHeight: number;
  /** How many lanes there are above and below the pivot chain. */
  above: number;
  below: number;
}

/**
 * Places blocks in columns by height with the pivot chain in lane 0 and the other blocks in lanes above and below it, in
 * turns; a block that continues an off-pivot parent keeps the parent's lane when it is free. A block's lane depends only
 * on itself and older ones, so that new blocks do not move old ones.
 */
export function layoutTreeGraph(blocks: readonly TreeGraphBlock[]): TreeGraphLayout {
  const sorted = blocks.toSorted(byHeight);
  const firstHeight = sorted[0]?.height ?? 0;
  const byHash = new Map<string, PlacedBlock>();
  const taken = new Map<number, Set<number>>();
  for (const block of sorted) {
    const lanes = taken.get(block.height) ?? new Set([0]);
    taken.set(block.height, lanes);
    const parentLane = byHash.get(block.parentHash)?.lane ?? 0;
    const lane = block.pivot ? 0 : chooseLane(lanes, parentLane, block.height);
    lanes.add(lane);
    byHash.set(block.hash, { block, column: block.height - firstHeight, lane });
  }
  const placed = [...byHash.values()];
  const lanesOfAll = placed.map(({ lane }) => lane);
  return {
    placed,
    edges: placed.flatMap((from) => edgesOf(from, byHash)),
    firstHeight,
    lastHeight: sorted.at(-1)?.height ?? 0,
    above: Math.max(0, ...lanesOfAll.map((lane) => -lane)),
    below: Math.max(0, ...lanesOfAll),
  };
}

function byHeight(left: TreeGraphBlock, right: TreeGraphBlock): number {
  return left.height - right.height || left.timestamp - right.timestamp || (left.hash < right.hash ? -1 : 1);
}

function chooseLane(taken: ReadonlySet<number>, parentLane: number, height: number): number {
  if (parentLane !== 0 && !taken.has(parentLane)) return parentLane;
  const firstSide = height % 2 === 0 ? -1 : 1;
  for (let distance = 1; ; distance++) {
    for (const side of [firstSide, -firstSide]) if (!taken.has(side * distance)) return side * distance;
  }
}

function edgesOf(from: PlacedBlock, byHash: ReadonlyMap<string, PlacedBlock>): GraphEdge[] {
  const { block } = from;
  const edge = (hash: string, kind: GraphEdge['kind']): GraphEdge[] => {
    const to = byHash.get(hash);
    return to === undefined ? [] : [{ id: `${block.hash}>${hash}`, kind, from, to }];
  };
  const parent = byHash.get(block.parentHash);
  return [
    ...edge(block.parentHash, block.pivot && parent?.block.pivot ? 'pivot' : 'parent'),
    ...block.refereeHashes.flatMap((hash) => edge(hash, 'referee')),
  ];
}
