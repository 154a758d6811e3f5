import official from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

/** Which days are worked. Days are YYYY-MM-DD in China, which has one time zone without summer time. */
export interface WorkCalendar {
  isWorking(day: string): boolean;
  /** Whether the official holidays of its year are known here; otherwise only weekends count. */
  isKnown(day: string): boolean;
}

const dayMs = 86_400_000;
const chinaOffsetMs = 8 * 3_600_000;
const holidays: Readonly<Record<string, string>> = official.holidays;
const shiftedWorkdays: Readonly<Record<string, string>> = official.workdays;
const knownYears = new Set(Object.keys(holidays).map((day) => day.slice(0, 4)));

/** The last day, YYYY-MM-DD, for which the official holidays are known here; they are announced a year ahead, in autumn. */
export const calendarKnownUntil = `${[...knownYears].sort().at(-1)}-12-31`;

/** Days until the known holidays end, 0 on the last one, negative after it. */
export const calendarDaysLeft = (now: Date): number =>
  Math.round((Date.parse(calendarKnownUntil) - Date.parse(chinaDay(now))) / dayMs);

/** The day in China at a moment. */
export function chinaDay(at: Date): string {
  return new Date(at.getTime() + chinaOffsetMs).toISOString().slice(0, 10);
}

/** The last second of a day in China. */
function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T23:59:59+08:00`));
}

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);

/**
 * Working days by the holidays and shifted working days that the State Council announces, with a department's own days
 * before them.
 */
export function makeCalendar(own: ReadonlyMap<string, boolean> = new Map()): WorkCalendar {
  return {
    isWorking(day) {
      const set = own.get(day);
      if (set !== undefined) return set;
      if (Object.hasOwn(shiftedWorkdays, day)) return true;
      if (Object.hasOwn(holidays, day)) return false;
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      return weekday !== 0 && weekday !== 6;
    },
    isKnown: (day) => knownYears.has(day.slice(0, 4)),
  };
}

/** No limit of ours is longer; a calendar without working days must not be searched for ever. */
const mostDays = 3_660;

/** The end of the n-th working day after the day of `from`, which itself does not count. */
export function addWorkingDays(calendar: WorkCalendar, from: Date, days: number): Date {
  let day = chinaDay(from);
  let left = days;
  for (let passed = 0; left > 0 && passed < mostDays; passed++) {
    day = nextDay(day);
    if (calendar.isWorking(day)) left -= 1;
  }
  return endOfDay(day);
}

/**
 * Working days after today until the day of `dueAt`, that day included: 0 on the day itself. Overdue, the working days since,
 * negative, at least one.
 */
export function countWorkingDaysLeft(calendar: WorkCalendar, now: Date, dueAt: Date): number {
  const [today, due] = [chinaDay(now), chinaDay(dueAt)];
  const count = (after: string, until: string) => {
    let days = 0;
    let day = after;
    for (let passed = 0; day < until && passed < mostDays; passed++) {
      day = nextDay(day);
      if (calendar.isWorking(day)) days += 1;
    }
    return days;
  };
  return now.getTime() > dueAt.getTime() ? -Math.max(1, count(due, today)) : count(today, due);
}
