import type { PlacedBlock } from './layoutTreeGraph.ts';

/** The block that an arrow key leads to from `hash`, or null when it leads nowhere. */
export function moveFocus(placed: readonly PlacedBlock[], hash: string | undefined, key: string): PlacedBlock | null {
  const from = placed.find(({ block }) => block.hash === hash);
  if (from === undefined) return null;
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (step !== undefined) {
    const column = placed.filter((one) => one.column === from.column + step);
    return nearest(column, from.lane);
  }
  const side = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (side === undefined) return null;
  return nearest(
    placed.filter((one) => one.column === from.column && Math.sign(one.lane - from.lane) === side),
    from.lane,
  );
}

function nearest(blocks: PlacedBlock[], lane: number): PlacedBlock | null {
  return blocks.toSorted((left, right) => Math.abs(left.lane - lane) - Math.abs(right.lane - lane))[0] ?? null;
}
