import type { TreeGraphBlock } from '../../api/getTreeGraph.ts';
import { type Band, layoutEpochs } from './layoutEpochs.ts';

/** A block as it is drawn: it glides from where it is to where it belongs. */
export interface SceneBlock {
  block: TreeGraphBlock;
  x: number;
  y: number;
  toX: number;
  toY: number;
  /** When it begins to show, in the clock of `requestAnimationFrame`. */
  bornMs: number;
  /** True once it was painted. */
  drawn: boolean;
}

export interface SceneOptions {
  /** Older epochs are forgotten. */
  keepEpochs: number;
  /** Longest time over which the blocks of one batch appear one after the other; 0 shows them at once. */
  spreadMs: number;
}

/** What the picture shows. */
export interface Scene {
  readonly blocks: ReadonlyMap<string, SceneBlock>;
  readonly bands: readonly Band[];
  /** How many different blocks ever came, and how many times the pivot chain was seen to change. */
  readonly seen: number;
  readonly reorganisations: number;
  /** Adds blocks; a later view of a block replaces the earlier one. */
  add(blocks: readonly TreeGraphBlock[], nowMs: number): void;
  /** Moves everything on by a frame; true while something moves or waits to appear. */
  step(nowMs: number, passedMs: number): boolean;
  /** Right end of what has appeared. */
  endX(nowMs: number): number;
}

/** Blocks beyond this are forgotten even within the kept epochs, whatever a broken node sends. */
const mostBlocks = 8_000;
const glideMs = 120;

/** Makes an empty scene. */
export function createScene({ keepEpochs, spreadMs }: SceneOptions): Scene {
  let blocks = new Map<string, SceneBlock>();
  let bands: Band[] = [];
  let seen = 0;
  let reorganisations = 0;
  let lastAddMs: number | null = null;
  let moving = new Set<SceneBlock>();
  let lastBirthMs = 0;
  let shownEndX = 0;

  function forgetOld(known: Map<string, TreeGraphBlock>): void {
    const epochs = [...new Set([...known.values()].map(({ epoch, height }) => epoch ?? height))].sort((a, b) => b - a);
    const newest = epochs[0] ?? 0;
    for (const [hash, { epoch, height }] of known) {
      if ((epoch ?? height) <= newest - keepEpochs) known.delete(hash);
    }
    if (known.size <= mostBlocks) return;
    const oldestFirst = [...known.values()].sort((a, b) => (a.epoch ?? a.height) - (b.epoch ?? b.height));
    for (const { hash } of oldestFirst.slice(0, known.size - mostBlocks)) known.delete(hash);
  }

  function merge(added: readonly TreeGraphBlock[]): Map<string, TreeGraphBlock> {
    const known = new Map([...blocks].map(([hash, { block }]) => [hash, block]));
    const newPivots = new Map<number, string>();
    for (const block of added) {
      if (!known.has(block.hash)) seen += 1;
      known.set(block.hash, block);
      if (block.pivot && block.epoch !== null) newPivots.set(block.epoch, block.hash);
    }
    let changed = false;
    for (const [hash, block] of known) {
      const pivot = block.pivot && block.epoch !== null ? newPivots.get(block.epoch) : undefined;
      if (pivot === undefined || pivot === hash) continue;
      known.set(hash, { ...block, pivot: false });
      changed = true;
    }
    const replaced = added.some(({ hash, pivot }) => blocks.get(hash)?.block.pivot === true && !pivot);
    if (changed || replaced) reorganisations += 1;
    forgetOld(known);
    return known;
  }

  return {
    get blocks() {
      return blocks;
    },
    get bands() {
      return bands;
    },
    get seen() {
      return seen;
    },
    get reorganisations() {
      return reorganisations;
    },
    add(added, nowMs) {
      if (added.length === 0) return;
      const known = merge(added);
      const layout = layoutEpochs(known.values(), startOf(known.values(), bands));
      // Batches come now and then; shown evenly until the next one is due, they make a steady flow.
      const isFirst = blocks.size === 0 || lastAddMs === null;
      const spread = isFirst ? 0 : Math.min(spreadMs, nowMs - (lastAddMs ?? nowMs));
      const newCount = [...layout.places.keys()].filter((hash) => !blocks.has(hash)).length;
      let born = 0;
      const next = new Map<string, SceneBlock>();
      moving = new Set();
      for (const [hash, { block, x, y }] of layout.places) {
        const old = blocks.get(hash);
        if (old === undefined) {
          const bornMs = nowMs + (spread * born++) / Math.max(1, newCount);
          lastBirthMs = Math.max(lastBirthMs, bornMs);
          next.set(hash, { block, x, y, toX: x, toY: y, bornMs, drawn: false });
          continue;
        }
        const moved = { ...old, block, toX: x, toY: y };
        if (moved.x !== x || moved.y !== y) moving.add(moved);
        next.set(hash, moved);
      }
      blocks = next;
      bands = layout.bands;
      lastAddMs = nowMs;
    },
    step(nowMs, passedMs) {
      const share = spreadMs === 0 ? 1 : 1 - Math.exp(-passedMs / glideMs);
      for (const one of moving) {
        one.x += (one.toX - one.x) * share;
        one.y += (one.toY - one.y) * share;
        if (Math.abs(one.toX - one.x) + Math.abs(one.toY - one.y) > 0.3) continue;
        one.x = one.toX;
        one.y = one.toY;
        moving.delete(one);
      }
      return moving.size > 0 || nowMs < lastBirthMs + appearMs;
    },
    endX(nowMs) {
      let end = nowMs >= lastBirthMs ? -Infinity : shownEndX;
      for (const { bornMs, toX } of blocks.values()) if (bornMs <= nowMs && toX > end) end = toX;
      shownEndX = end === -Infinity ? 0 : end;
      return shownEndX;
    },
  };
}

/** Where the layout has to begin so that what is shown stays where it is, whether older epochs come or go. */
function startOf(known: Iterable<TreeGraphBlock>, before: readonly Band[]): number {
  if (before.length === 0) return 0;
  const blocks = [...known];
  const shown = new Map(layoutEpochs(blocks).bands.map(({ epoch, x }) => [epoch, x]));
  for (const { epoch, x } of before) {
    const now = shown.get(epoch);
    if (now !== undefined) return x - now;
  }
  return 0;
}

/** How long a block takes to appear. */
export const appearMs = 260;
