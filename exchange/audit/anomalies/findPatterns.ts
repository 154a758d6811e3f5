import { anomalyLimits } from './anomaly.ts';

/** How far a value is from what is usual. */
export interface Deviation {
  median: number;
  /** In units of the scaled median absolute deviation. */
  deviations: number;
  /** How many values the pattern has, and whether they are of the same weekday only. */
  sample: number;
  sameWeekday: boolean;
}

/** What was used under a grant on a day. */
export interface DayVolume {
  /** YYYY-MM-DD in China. */
  day: string;
  value: number;
}

/** Scales the median absolute deviation to the standard deviation where values are normal. */
const scale = 1.4826;

/** The middle of a list of numbers; the mean of the two middle ones. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

/**
 * Compares a day with the days before it, of the same weekday where there are enough: median and median absolute deviation
 * (Rousseeuw and Croux 1993), which a single earlier outlier does not move. Null while there is no pattern, or when it fits.
 */
export function findDeviation(today: DayVolume, before: readonly DayVolume[]): Deviation | null {
  const same = before.filter(({ day }) => weekday(day) === weekday(today.day));
  const sameWeekday = same.length >= anomalyLimits.sameWeekdays;
  const sample = (sameWeekday ? same : before).map(({ value }) => value);
  if (sample.length < (sameWeekday ? anomalyLimits.sameWeekdays : anomalyLimits.anyDays)) return null;
  const middle = median(sample);
  const spread = median(sample.map((value) => Math.abs(value - middle))) * scale;
  // Where all days are alike, a tenth of the usual counts as its spread.
  const deviations = (today.value - middle) / Math.max(spread, middle / 10, 1);
  const isOff = deviations > anomalyLimits.deviations && today.value - middle >= anomalyLimits.leastExcess;
  return isOff
    ? { median: middle, deviations: Math.round(deviations * 10) / 10, sample: sample.length, sameWeekday }
    : null;
}
