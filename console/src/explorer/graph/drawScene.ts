import { type Camera, toScene, toScreen, type ViewSize } from './camera.ts';
import { appearMs, type Scene, type SceneBlock } from './createScene.ts';
import { drawBands } from './drawBands.ts';
import { palette } from './palette.ts';
import type { Relatives } from './relatives.ts';

export interface DrawParameters {
  context: CanvasRenderingContext2D;
  scene: Scene;
  camera: Camera;
  size: ViewSize;
  nowMs: number;
  selected: string | null;
  hovered: string | null;
  relatives: Relatives | null;
  /** Text of a band's label. */
  labelOf: (epoch: number | null) => string;
  /** Called once for each block when it is painted the first time. */
  onFirstDrawn: () => void;
}

/** Sides of the blocks in pixels at scale 1. */
const sides = { pivot: 30, other: 24 };
/** An edge whose ends are further away than this leaves the picture anyway. */
const edgeReach = 1_500;

/** Paints the part of the scene that the camera sees. */
export function drawScene(parameters: DrawParameters): void {
  const { context, scene, camera, size, nowMs } = parameters;
  context.fillStyle = palette.background;
  context.fillRect(0, 0, size.width, size.height);
  drawBands(parameters);
  const left = toScene(camera, size, 0, 0).x;
  const right = toScene(camera, size, size.width, 0).x;
  const near: SceneBlock[] = [];
  for (const one of scene.blocks.values()) {
    if (one.bornMs <= nowMs && one.x > left - edgeReach && one.x < right + edgeReach) near.push(one);
  }
  drawEdges(parameters, near);
  for (const one of near) {
    if (one.x < left - sides.pivot || one.x > right + sides.pivot) continue;
    drawBlock(parameters, one);
    if (one.drawn) continue;
    one.drawn = true;
    parameters.onFirstDrawn();
  }
  context.globalAlpha = 1;
}

type EdgeKind = 'pivot' | 'parent' | 'referee' | 'past' | 'future';

const strokes: Record<EdgeKind, { colour: string; width: number; alpha: number }> = {
  referee: { colour: palette.refereeEdge, width: 1.2, alpha: 0.42 },
  parent: { colour: palette.parentEdge, width: 1.8, alpha: 1 },
  pivot: { colour: palette.pivotEdge, width: 5, alpha: 1 },
  future: { colour: palette.future, width: 1.8, alpha: 0.75 },
  past: { colour: palette.past, width: 1.8, alpha: 0.85 },
};

/** All edges of one kind are one path, so that a frame costs a handful of strokes. */
function drawEdges({ context, scene, camera, size, nowMs, relatives }: DrawParameters, near: SceneBlock[]): void {
  const paths: Record<EdgeKind, Path2D> = {
    referee: new Path2D(),
    parent: new Path2D(),
    pivot: new Path2D(),
    future: new Path2D(),
    past: new Path2D(),
  };
  for (const from of near) {
    const { hash, parentHash, refereeHashes, pivot } = from.block;
    const add = (to: SceneBlock | undefined, isParent: boolean) => {
      if (to === undefined || to.bornMs > nowMs) return;
      const start = toScreen(camera, size, from.x, from.y);
      const end = toScreen(camera, size, to.x, to.y);
      const kind = relatives ? relation(relatives, hash, to.block.hash) : null;
      const plain = !isParent ? 'referee' : pivot && to.block.pivot ? 'pivot' : 'parent';
      trace(paths[plain], start, end, isParent, camera.scale);
      if (kind) trace(paths[kind], start, end, isParent, camera.scale);
    };
    add(scene.blocks.get(parentHash), true);
    for (const referee of refereeHashes) add(scene.blocks.get(referee), false);
  }
  for (const kind of ['referee', 'parent', 'pivot', 'future', 'past'] as const) {
    const { colour, width, alpha } = strokes[kind];
    const dimmed = relatives !== null && kind !== 'past' && kind !== 'future';
    context.globalAlpha = dimmed ? alpha * 0.35 : alpha;
    context.strokeStyle = colour;
    context.lineWidth = Math.max(0.6, width * Math.min(1.2, camera.scale));
    context.stroke(paths[kind]);
  }
}

function relation({ hash, past, future }: Relatives, from: string, to: string): 'past' | 'future' | null {
  if (past.has(to) && (from === hash || past.has(from))) return 'past';
  if (future.has(from) && (to === hash || future.has(to))) return 'future';
  return null;
}

function trace(
  path: Path2D,
  from: { x: number; y: number },
  to: { x: number; y: number },
  isParent: boolean,
  scale: number,
) {
  path.moveTo(from.x, from.y);
  if (from.y !== to.y) {
    const middle = (from.x + to.x) / 2;
    path.bezierCurveTo(middle, from.y, middle, to.y, to.x, to.y);
    return;
  }
  if (isParent) return path.lineTo(to.x, to.y);
  const bend = from.y + 22 * scale;
  path.bezierCurveTo(from.x, bend, to.x, bend, to.x, to.y);
}

function drawBlock({ context, camera, size, nowMs, selected, hovered, relatives }: DrawParameters, one: SceneBlock) {
  const { block } = one;
  const { x, y } = toScreen(camera, size, one.x, one.y);
  const age = Math.min(1, (nowMs - one.bornMs) / appearMs);
  const side = Math.max(3, (block.pivot ? sides.pivot : sides.other) * camera.scale) * (0.6 + 0.4 * age);
  const isSelected = block.hash === selected;
  const isPast = relatives?.past.has(block.hash) === true;
  const isFuture = relatives?.future.has(block.hash) === true;
  context.globalAlpha = age * (relatives === null || isSelected || isPast || isFuture ? 1 : 0.38);
  context.beginPath();
  if (side < 8) context.rect(x - side / 2, y - side / 2, side, side);
  else context.roundRect(x - side / 2, y - side / 2, side, side, side / 4);
  context.fillStyle = block.pivot ? (isPast ? palette.past : palette.pivot) : palette.other;
  context.fill();
  context.lineWidth = isSelected || block.hash === hovered ? 4 : Math.min(2, side / 5);
  context.strokeStyle =
    isSelected || block.hash === hovered
      ? palette.selected
      : isPast
        ? palette.past
        : isFuture
          ? palette.future
          : block.pivot
            ? palette.pivot
            : palette.otherLine;
  context.stroke();
  if (block.transactionCount === 0 || side < 17) return;
  context.fillStyle = block.pivot ? palette.pivotText : palette.otherText;
  context.font = `600 ${Math.round(side * 0.4)}px ${fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(block.transactionCount > 999 ? '1k+' : String(block.transactionCount), x, y + 0.5);
}

const fontFamily = 'ui-sans-serif, system-ui, sans-serif';
