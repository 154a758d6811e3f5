import type { TFunction } from 'i18next';

const units = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/** A number of seconds in the largest unit that it is a whole number of. */
export function formatPeriod(seconds: number, t: TFunction<'outgoing'>): string {
  const [unit, size] = units.find(([, length]) => seconds % length === 0) ?? ['seconds', 1];
  return t(`period.${unit}`, { count: seconds / size });
}
