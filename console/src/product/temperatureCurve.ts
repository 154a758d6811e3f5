import type { Temperature } from '../api/getJourney.ts';

export interface TemperatureCurve {
  line: string;
  area: string;
  /** Where the lowest and the highest reading are. */
  low: { x: number; y: number } | null;
  high: { x: number; y: number } | null;
}

/** Lays the readings out in a box of `width` by `height` with a margin for the marks of the extremes. */
export function layoutTemperature({ points }: Temperature, width: number, height: number): TemperatureCurve {
  const readings = points
    .map(({ time, value }) => ({ at: Date.parse(time), value }))
    .filter(({ at, value }) => Number.isFinite(at) && Number.isFinite(value))
    .sort((left, right) => left.at - right.at);
  const [first] = readings;
  const last = readings.at(-1);
  if (first === undefined || last === undefined || readings.length < 2)
    return { line: '', area: '', low: null, high: null };
  const margin = 6;
  const values = readings.map(({ value }) => value);
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest || 1;
  const duration = last.at - first.at || 1;
  const placed = readings.map(({ at, value }) => ({
    x: round(margin + ((at - first.at) / duration) * (width - 2 * margin)),
    y: round(height - margin - ((value - lowest) / span) * (height - 2 * margin)),
    value,
  }));
  const line = placed.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const area = `${line}L${round(width - margin)} ${height}L${margin} ${height}Z`;
  const byValue = placed.toSorted((left, right) => left.value - right.value);
  return { line, area, low: byValue[0] ?? null, high: byValue.at(-1) ?? null };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The sign of a unit of measure (UN/CEFACT recommendation 20). */
export function temperatureUnit(code: string): string {
  return { CEL: '°C', FAH: '°F', KEL: 'K' }[code] ?? code;
}
