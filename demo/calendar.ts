const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** China Standard Time, the whole year. */
export const zoneOffset = '+08:00';
const zoneMs = 8 * hourMs;

/** Times of a season counted from the day of `now`. */
export interface Calendar {
  /** `day` is 0 for today, -1 for yesterday; `clock` is local time `HH:mm`. Gives ISO 8601 with the offset +08:00. */
  at(day: number, clock: string): string;
  /** `YYYY-MM-DD` in local time. */
  date(day: number): string;
}

/** Writes an instant (milliseconds) as local time of China, as a Chinese ERP writes it. */
export function formatLocal(instantMs: number): string {
  return new Date(instantMs + zoneMs).toISOString().replace('Z', zoneOffset);
}

/** Makes the calendar of a season that ends today: the same `now` always gives the same times. */
export function makeCalendar(now: Date): Calendar {
  const midnightMs = Math.floor((now.getTime() + zoneMs) / dayMs) * dayMs - zoneMs;
  const at = (day: number, clock: string) => {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number);
    return formatLocal(midnightMs + day * dayMs + hours * hourMs + minutes * 60_000);
  };
  return { at, date: (day) => at(day, '00:00').slice(0, 10) };
}
