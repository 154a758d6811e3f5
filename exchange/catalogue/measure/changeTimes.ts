import type { JsonValue } from '../../../proof/index.ts';
import { type Freshness, type UpdateCycle, updateCycles } from '../dataset.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Days of government offices. */
const zoneMs = 8 * hourMs;
const keptDays = 64;
/** A cycle that is a quarter late is not broken yet: holidays, and batches that take their time. */
const patience = 1.25;
const fewestDays = 3;
const hoursOfRealtime = 12;

/** The cycle by the usual gap between days with changes, in days. */
const cycleOfGap: readonly [number, UpdateCycle][] = [
  [1.5, 'daily'],
  [10, 'weekly'],
  [45, 'monthly'],
  [120, 'quarterly'],
  [250, 'halfYearly'],
  [500, 'yearly'],
];

/** When the rows of a source were changed. */
export interface ChangeTimes {
  add(value: JsonValue): void;
  result(claimed: UpdateCycle): Freshness;
}

/** Days, and times without a zone, are those of the office that wrote them. */
function readTime(text: string): number {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return Date.parse(`${text}T00:00:00+08:00`);
  const isZoned = /(?:Z|[+-]\d\d(?::?\d\d)?)$/i.test(text.slice('2026-01-01'.length));
  return Date.parse(isZoned ? text : `${text.replace(' ', 'T')}+08:00`);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

/** Watches the item that says when a row was changed: the newest one, and the days on which there were changes. */
export function openChangeTimes(now: Date): ChangeTimes {
  let newest: number | null = null;
  /** Hours with changes, as bits, of the newest days. */
  const days = new Map<number, number>();
  const newestDays = () => [...days.keys()].toSorted((a, b) => b - a).slice(0, keptDays);

  function measuredCycle(): UpdateCycle | null {
    const known = newestDays();
    if (known.length < fewestDays) return null;
    const gaps = known.slice(1).map((day, index) => (known[index] ?? day) - day);
    const gap = median(gaps);
    const cycle = cycleOfGap.find(([most]) => gap <= most)?.[1] ?? 'irregular';
    // The newest day is not over; the one before shows whether changes come all day long.
    const hours = (days.get(known[1] ?? 0) ?? 0).toString(2).replaceAll('0', '').length;
    return cycle === 'daily' && hours >= hoursOfRealtime ? 'realtime' : cycle;
  }

  return {
    add(value) {
      const text = String(value);
      const at = readTime(text);
      // What lies in the future is no change that happened.
      if (Number.isNaN(at) || at > now.getTime()) return;
      const seen = text.length === 10 ? Math.min(at + dayMs, now.getTime()) : at;
      if (newest === null || seen > newest) newest = seen;
      const local = at + zoneMs;
      const day = Math.floor(local / dayMs);
      days.set(day, (days.get(day) ?? 0) | (1 << Math.floor((local % dayMs) / hourMs)));
      if (days.size > 4 * keptDays) {
        const kept = new Set(newestDays());
        for (const one of days.keys()) if (!kept.has(one)) days.delete(one);
      }
    },
    result(claimed) {
      const { hours } = updateCycles[claimed];
      const ageHours = newest === null ? null : Math.round(((now.getTime() - newest) / hourMs) * 100) / 100;
      return {
        measuredAt: now.toISOString(),
        claimed,
        measured: measuredCycle(),
        newest: newest === null ? null : new Date(newest).toISOString(),
        ageHours,
        kept: ageHours === null || hours === null ? null : ageHours <= hours * patience,
      };
    },
  };
}
