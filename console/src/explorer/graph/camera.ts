/** What part of the scene the canvas shows: the scene's point in the middle of the canvas, and pixels a scene pixel. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

export interface ViewSize {
  width: number;
  height: number;
}

export const leastScale = 0.08;
const mostScale = 3;
const followMs = 260;

/** Where a point of the scene is on the canvas. */
export function toScreen(camera: Camera, size: ViewSize, x: number, y: number): { x: number; y: number } {
  return { x: (x - camera.x) * camera.scale + size.width / 2, y: (y - camera.y) * camera.scale + size.height / 2 };
}

/** Where a point of the canvas is in the scene. */
export function toScene(camera: Camera, size: ViewSize, x: number, y: number): { x: number; y: number } {
  return { x: (x - size.width / 2) / camera.scale + camera.x, y: (y - size.height / 2) / camera.scale + camera.y };
}

/** Zooms by `factor` so that the scene's point under (`x`, `y`) of the canvas stays where it is. */
export function zoomAt(camera: Camera, size: ViewSize, factor: number, x: number, y: number): Camera {
  const scale = Math.min(mostScale, Math.max(leastScale, camera.scale * factor));
  const fixed = toScene(camera, size, x, y);
  return { scale, x: fixed.x - (x - size.width / 2) / scale, y: fixed.y - (y - size.height / 2) / scale };
}

/** Moves by pixels of the canvas. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x + dx / camera.scale, y: camera.y + dy / camera.scale };
}

/** The `x` at which the newest block stands near the right edge. */
export function followedX(camera: Camera, size: ViewSize, endX: number): number {
  return endX - (size.width / 2 - Math.min(90, size.width * 0.16)) / camera.scale;
}

/** Moves towards `targetX`; at once when `passedMs` is Infinity. Far away it jumps, so that nobody waits for it. */
export function approach(camera: Camera, size: ViewSize, targetX: number, passedMs: number): Camera {
  const distance = targetX - camera.x;
  const far = Math.abs(distance) * camera.scale > 6 * size.width;
  const share = far || passedMs === Infinity ? 1 : 1 - Math.exp(-passedMs / followMs);
  const x = Math.abs(distance * (1 - share)) * camera.scale < 0.2 ? targetX : camera.x + distance * share;
  return { ...camera, x };
}
