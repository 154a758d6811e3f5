import { toScreen } from './camera.ts';
import type { DrawParameters } from './drawScene.ts';
import { palette } from './palette.ts';

const steps = [1, 2, 5, 10, 20, 50, 100, 200];
const labelWidth = 84;

/** Paints the strips of the epochs and as many of their labels as there is room for. */
export function drawBands({ context, scene, camera, size, labelOf }: DrawParameters): void {
  const visible = scene.bands
    .map((band) => ({ ...band, left: toScreen(camera, size, band.x, 0).x, pixels: band.width * camera.scale }))
    .filter(({ left, pixels }) => left + pixels > -labelWidth && left < size.width + labelWidth);
  if (visible.length === 0) return;
  const mean = visible.reduce((sum, { pixels }) => sum + pixels, 0) / visible.length;
  const step = steps.find((one) => one * mean >= labelWidth) ?? 500;
  context.font = '12px ui-monospace, monospace';
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const { epoch, left, pixels, afterGap } of visible) {
    if ((epoch ?? 1) % 2 === 0) {
      context.fillStyle = palette.band;
      context.fillRect(left, 0, pixels, size.height);
    }
    if (pixels > 12 || afterGap) {
      context.fillStyle = palette.bandLine;
      context.fillRect(Math.round(left), 0, 1, size.height);
    }
    if (epoch !== null && epoch % step !== 0) continue;
    context.fillStyle = palette.label;
    context.fillText(labelOf(epoch), left + pixels / 2, 10);
  }
}
