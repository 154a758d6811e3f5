import type { Scene, SceneBlock } from './createScene.ts';

/** The block that an arrow key leads to from `hash` (from the newest pivot block when null), or null for no way. */
export function moveSelection(scene: Scene, hash: string | null, key: string): string | null {
  const from = hash === null ? undefined : scene.blocks.get(hash);
  if (from === undefined) return newestPivot(scene)?.block.hash ?? null;
  const all = [...scene.blocks.values()];
  const along = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (along !== undefined) {
    // Along the line first; from a side block to whatever comes next.
    const ahead = all.filter((one) => (one.toX - from.toX) * along > 1);
    const sameLane = ahead.filter((one) => one.toY === from.toY);
    return nearest(sameLane.length > 0 ? sameLane : ahead, (one) => Math.abs(one.toX - from.toX));
  }
  const side = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (side === undefined) return null;
  const reach = all.filter((one) => (one.toY - from.toY) * side > 1);
  return nearest(reach, (one) => Math.abs(one.toX - from.toX) * 3 + Math.abs(one.toY - from.toY));
}

/** The newest pivot block that is loaded. */
function newestPivot(scene: Scene): SceneBlock | null {
  let newest: SceneBlock | null = null;
  for (const one of scene.blocks.values()) {
    if (one.block.pivot && (newest === null || one.block.height > newest.block.height)) newest = one;
  }
  return newest;
}

function nearest(blocks: SceneBlock[], distance: (one: SceneBlock) => number): string | null {
  let best: SceneBlock | null = null;
  for (const one of blocks) if (best === null || distance(one) < distance(best)) best = one;
  return best?.block.hash ?? null;
}
