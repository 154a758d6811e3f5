import type { Series } from './readSeries.ts';
import type { SensorLimits } from './sensorLimits.ts';

/** A time outside the limits. */
export interface Breach {
  kind: Series['kind'];
  device: string;
  side: 'above' | 'below';
  limit: number;
  peak: number;
  /** Milliseconds since 1970; null when only a summary says so. */
  from: number | null;
  until: number | null;
  /** Null when only a summary says so. */
  minutes: number | null;
}

/** When the line between two readings crosses a limit. */
function crossing(a: { time: number; value: number }, b: { time: number; value: number }, limit: number): number {
  return a.time + ((limit - a.value) / (b.value - a.value)) * (b.time - a.time);
}

function findSide(series: Series, side: Breach['side'], limit: number): Breach[] {
  const beyond = (value: number) => (side === 'above' ? value > limit : value < limit);
  const farther = (a: number, b: number) => (side === 'above' ? Math.max(a, b) : Math.min(a, b));
  const { kind, device, points } = series;
  const found: Breach[] = [];
  let open: { from: number; peak: number } | null = null;
  for (const [at, point] of points.entries()) {
    const before = points[at - 1];
    if (beyond(point.value)) {
      open ??= { from: before ? crossing(before, point, limit) : point.time, peak: point.value };
      open.peak = farther(open.peak, point.value);
    } else if (open && before) {
      const until = crossing(before, point, limit);
      found.push({ kind, device, side, limit, ...open, until, minutes: (until - open.from) / 60_000 });
      open = null;
    }
  }
  const last = points.at(-1);
  if (open && last) {
    found.push({ kind, device, side, limit, ...open, until: last.time, minutes: (last.time - open.from) / 60_000 });
  }
  const summary = side === 'above' ? series.greatest : series.least;
  // A summary beside readings of the same device is about them.
  if (points.length === 0 && summary !== null && beyond(summary)) {
    found.push({ kind, device, side, limit, peak: summary, from: null, until: null, minutes: null });
  }
  return found;
}

/** The times at which a series was outside the limits, between readings by a straight line. */
export function findBreaches(series: Series, limits: SensorLimits): Breach[] {
  const { min, max } = limits[series.kind];
  return [
    ...(max === null ? [] : findSide(series, 'above', max)),
    ...(min === null ? [] : findSide(series, 'below', min)),
  ].filter(({ minutes }) => minutes === null || minutes > limits.toleratedMinutes);
}
