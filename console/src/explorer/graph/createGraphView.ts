import { approach, type Camera, followedX, leastScale, panBy, toScene, type ViewSize, zoomAt } from './camera.ts';
import type { Scene, SceneBlock } from './createScene.ts';
import { drawScene } from './drawScene.ts';
import { listenToPointers } from './listenToPointers.ts';
import { findRelatives, type Relatives } from './relatives.ts';

export interface GraphViewParameters {
  canvas: HTMLCanvasElement;
  scene: Scene;
  /** The picture then jumps instead of gliding. */
  reducedMotion: boolean;
  labelOf: (epoch: number | null) => string;
  onSelect: (hash: string | null) => void;
  onHover: (hash: string | null) => void;
  /** Called when the reader moves away from the newest block, or back to it. */
  onFollowing: (following: boolean) => void;
}

/** The running picture; it paints only when something changed. */
export interface GraphView {
  /** Says that the scene changed. */
  refresh(): void;
  follow(): void;
  zoom(factor: number): void;
  pan(dx: number): void;
  /** Marks a block and its relatives, and brings it into sight. */
  select(hash: string | null): Relatives | null;
  /** Shows everything that is loaded. */
  fit(): void;
  /** How many different blocks were painted so far. */
  drawnCount(): number;
  close(): void;
}

const hitPixels = 22;

/** Starts painting the scene on the canvas. */
export function createGraphView(parameters: GraphViewParameters): GraphView {
  const { canvas, scene, reducedMotion, labelOf, onSelect, onHover, onFollowing } = parameters;
  const context = canvas.getContext('2d', { alpha: false });
  let camera: Camera = { x: 0, y: 0, scale: canvas.clientWidth < 600 ? 0.9 : 1.2 };
  let size: ViewSize = { width: canvas.clientWidth, height: canvas.clientHeight };
  let following = true;
  let targetX: number | null = null;
  let selected: string | null = null;
  let hovered: string | null = null;
  let relatives: Relatives | null = null;
  let frame: number | null = null;
  let lastMs: number | null = null;
  let drawn = 0;

  function paint(nowMs: number): void {
    frame = null;
    const passedMs = lastMs === null ? 16 : Math.min(100, nowMs - lastMs);
    const sceneMoves = scene.step(nowMs, passedMs);
    if (following) targetX = followedX(camera, size, scene.endX(nowMs));
    if (targetX !== null) {
      // The first look at the scene is not a journey to it.
      camera = approach(camera, size, targetX, reducedMotion || drawn === 0 ? Infinity : passedMs);
      if (camera.x === targetX) targetX = null;
    }
    if (context && size.width > 0) {
      drawScene({
        context,
        scene,
        camera,
        size,
        nowMs,
        selected,
        hovered,
        relatives,
        labelOf,
        onFirstDrawn: () => {
          drawn += 1;
        },
      });
    }
    const goesOn = sceneMoves || targetX !== null;
    lastMs = goesOn ? nowMs : null;
    if (goesOn) request();
  }
  function request(): void {
    frame ??= requestAnimationFrame(paint);
  }
  function leaveTip(): void {
    targetX = null;
    if (following) onFollowing(false);
    following = false;
  }
  function find(x: number, y: number): string | null {
    const at = toScene(camera, size, x, y);
    let best: SceneBlock | null = null;
    let nearest = hitPixels / camera.scale;
    for (const one of scene.blocks.values()) {
      const distance = Math.hypot(one.x - at.x, one.y - at.y);
      if (distance < nearest) [best, nearest] = [one, distance];
    }
    return best?.block.hash ?? null;
  }
  function hover(hash: string | null): void {
    if (hash === hovered) return;
    hovered = hash;
    canvas.style.cursor = hash === null ? 'grab' : 'pointer';
    onHover(hash);
    request();
  }
  const change = (next: Camera) => {
    leaveTip();
    camera = next;
    request();
  };
  const stopPointers = listenToPointers(canvas, {
    onPan: (dx, dy) => change(panBy(camera, dx, dy)),
    onZoom: (factor, x, y) => {
      if (!following) return change(zoomAt(camera, size, factor, x, y));
      camera = zoomAt(camera, size, factor, x, size.height / 2);
      request();
    },
    onHover: (x, y) => hover(find(x, y)),
    onLeave: () => hover(null),
    onTap: (x, y) => onSelect(find(x, y)),
  });
  const resize = new ResizeObserver(() => {
    size = { width: canvas.clientWidth, height: canvas.clientHeight };
    const density = Math.min(2, window.devicePixelRatio);
    canvas.width = Math.round(size.width * density);
    canvas.height = Math.round(size.height * density);
    context?.setTransform(density, 0, 0, density, 0, 0);
    request();
  });
  resize.observe(canvas);
  request();

  return {
    refresh() {
      if (selected !== null) relatives = findRelatives(plainBlocks(scene), selected);
      request();
    },
    follow() {
      following = true;
      onFollowing(true);
      camera = { ...camera, y: 0 };
      request();
    },
    zoom(factor) {
      camera = zoomAt(camera, size, factor, size.width / 2, size.height / 2);
      request();
    },
    pan(dx) {
      change(panBy(camera, dx, 0));
    },
    select(hash) {
      selected = hash;
      relatives = hash === null ? null : findRelatives(plainBlocks(scene), hash);
      const place = hash === null ? undefined : scene.blocks.get(hash);
      const margin = size.width / 2 / camera.scale - 60;
      const isNewest = following && place !== undefined && place.toX >= scene.endX(performance.now());
      if (place && !isNewest && Math.abs(place.toX - camera.x) > margin) {
        leaveTip();
        targetX = place.toX;
      }
      request();
      return relatives;
    },
    fit() {
      const [first, last] = [scene.bands[0], scene.bands.at(-1)];
      if (!first || !last) return;
      const width = last.x + last.width - first.x + 80;
      change({
        x: (first.x + last.x + last.width) / 2,
        y: 0,
        scale: Math.max(leastScale, Math.min(1, size.width / width)),
      });
    },
    drawnCount: () => drawn,
    close() {
      if (frame !== null) cancelAnimationFrame(frame);
      stopPointers();
      resize.disconnect();
    },
  };
}

function plainBlocks(scene: Scene) {
  return new Map([...scene.blocks].map(([hash, { block }]) => [hash, block]));
}
