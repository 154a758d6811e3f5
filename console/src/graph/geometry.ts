import type { GraphEdge, PlacedBlock } from './layoutTreeGraph.ts';

/** Lengths in CSS pixels. */
export const sizes = { column: 45, lane: 46, edge: 34, axis: 18, margin: 10, pivotBlock: 28, otherBlock: 22 };

/** What turns columns and lanes into pixels. */
export interface Geometry {
  /** The height whose column is at x = 0. */
  base: number;
  above: number;
}

/** The middle of a block. */
export function pointOf({ block, lane }: PlacedBlock, { base, above }: Geometry): { x: number; y: number } {
  return { x: (block.height - base + 0.5) * sizes.column, y: sizes.edge + (above + lane) * sizes.lane };
}

/** A straight line within a lane, and a soft curve between lanes. */
export function edgePath(edge: GraphEdge, geometry: Geometry): string {
  const from = pointOf(edge.from, geometry);
  const to = pointOf(edge.to, geometry);
  if (from.y === to.y && edge.kind !== 'referee') return `M${from.x} ${from.y}H${to.x}`;
  if (from.y === to.y) {
    const bend = from.y + sizes.lane * 0.5;
    return `M${from.x} ${from.y}C${from.x} ${bend} ${to.x} ${bend} ${to.x} ${to.y}`;
  }
  const middle = (from.x + to.x) / 2;
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}
