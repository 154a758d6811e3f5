import { Cron } from 'croner';
import { inBoth } from '../../proof/index.ts';
import { queryErrors } from './errors.ts';

/** The fields of a schedule in the order of a cron pattern, with their ranges (EPCIS 2.0 section 8.2.5.3). */
const fields = {
  second: [0, 59],
  minute: [0, 59],
  hour: [0, 23],
  dayOfMonth: [1, 31],
  month: [1, 12],
  dayOfWeek: [1, 7],
} as const;

type Field = keyof typeof fields;
const fieldNames = Object.keys(fields) as Field[];

/** When a scheduled subscription reports, in UTC; a time must match every field that is given. */
export type Schedule = Partial<Record<Field, string>>;

/** Names of the parameters that make a schedule. */
export const scheduleFields: readonly string[] = fieldNames;

const element = /^(?:(?<only>\d{1,2})|\[(?<low>\d{1,2})-(?<high>\d{1,2})\]|(?<from>\d{1,2}|\*)\/(?<step>\d{1,2})|\*)$/;

/** What a fixed field means when it is left out: the first, as every coarser one that is left out means any. */
const first: Record<Field, string> = {
  second: '0',
  minute: '0',
  hour: '0',
  dayOfMonth: '*',
  month: '*',
  dayOfWeek: '*',
};

/** TRACE_SUBSCRIPTION_CONTROLS with its problem in both languages. */
export const refuseControls = (en: string, zh: string) =>
  queryErrors.subscriptionControls(...inBoth({ problem: { en, zh } }));

/**
 * Checks a schedule: elements separated by commas, each a number, a range `[low-high]`, `*` or a step such as `0/30`.
 * @throws TRACE_SUBSCRIPTION_CONTROLS
 */
export function parseSchedule(given: Readonly<Record<string, unknown>>): Schedule {
  const unknown = Object.keys(given).find((name) => !scheduleFields.includes(name));
  if (unknown !== undefined)
    throw refuseControls(
      `${unknown.slice(0, 50)} is no field of a schedule`,
      `${unknown.slice(0, 50)} 不是 schedule 的字段`,
    );
  const schedule: Schedule = {};
  for (const name of fieldNames) {
    const value = given[name];
    if (value === undefined) continue;
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text.length > 200 || !text.split(',').every((part) => fits(part, fields[name]))) {
      const [low, high] = fields[name];
      const shown = JSON.stringify(value)?.slice(0, 80);
      throw refuseControls(
        `${name} is ${shown}, not numbers from ${low} to ${high}`,
        `${name} 的值 ${shown} 不是 ${low} 至 ${high} 之间的数`,
      );
    }
    schedule[name] = text;
  }
  if (Object.keys(schedule).length === 0) throw refuseControls('the schedule is empty', 'schedule 为空');
  if (nextRun(schedule, new Date()) === null)
    throw refuseControls('no date ever matches the schedule', '没有任何日期符合 schedule');
  return schedule;
}

function fits(part: string, [low, high]: readonly [number, number]): boolean {
  const groups = element.exec(part)?.groups;
  if (!groups) return false;
  const numbers = [groups.only, groups.low, groups.high, groups.from].filter(
    (text) => text !== undefined && text !== '*',
  );
  const ordered = groups.low === undefined || Number(groups.low) <= Number(groups.high);
  const steps = groups.step === undefined || (Number(groups.step) >= 1 && Number(groups.step) <= high);
  return ordered && steps && numbers.every((text) => Number(text) >= low && Number(text) <= high);
}

/** The first time after `after` that matches; null when there is none. Fields finer than the finest given one are 0. */
export function nextRun(schedule: Schedule, after: Date): Date | null {
  const finest = fieldNames.findIndex((name) => schedule[name] !== undefined);
  const pattern = fieldNames.map((name, at) => {
    const text = schedule[name];
    if (text === undefined) return at < finest ? first[name] : '*';
    return text.replaceAll(/[[\]]/g, '');
  });
  const options = { paused: true, timezone: 'UTC', mode: '6-part', domAndDow: true, sloppyRanges: true } as const;
  return new Cron(pattern.join(' '), options).nextRun(after);
}
