const chinaOffset = '+08:00';

/** Today in China, which has one time zone: YYYY-MM-DD. */
export function chinaToday(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The first moment of a day in China, UTC. */
export function beginOf(day: string): string {
  return new Date(`${day}T00:00:00${chinaOffset}`).toISOString();
}

/** The first moment after a day in China, UTC: periods end before it. */
export function endOf(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00${chinaOffset}`) + 86_400_000).toISOString();
}

/** The day in China that begins or contains a moment. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The last day of a period that ends before a moment. */
export function lastDayOf(end: string): string {
  return dayOf(new Date(Date.parse(end) - 1).toISOString());
}

/** A day some days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
