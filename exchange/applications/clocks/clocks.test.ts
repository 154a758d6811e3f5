import { expect, test } from 'vitest';
import { warnOfCalendar } from './runClocks.ts';
import { pauseClock, readClock, resumeClock, startClock } from './stageClock.ts';
import {
  addWorkingDays,
  calendarDaysLeft,
  calendarKnownUntil,
  chinaDay,
  countWorkingDaysLeft,
  makeCalendar,
} from './workCalendar.ts';

const calendar = makeCalendar();
const at = (text: string) => new Date(text);
const day = (text: string) => at(`${text}T10:00:00+08:00`);

test('a day is a day in China, wherever the machine is', () => {
  expect(chinaDay(at('2026-11-20T15:59:59Z'))).toBe('2026-11-20');
  expect(chinaDay(at('2026-11-20T16:00:00Z'))).toBe('2026-11-21');
});

test('holidays, shifted working days and weekends of the official calendar', () => {
  // National Day 2026: 1 to 7 October; 20 September and 10 October are worked for it.
  for (const off of ['2026-10-01', '2026-10-07', '2026-09-19', '2026-11-21'])
    expect(calendar.isWorking(off)).toBe(false);
  for (const on of ['2026-09-20', '2026-10-08', '2026-10-10', '2026-11-20']) expect(calendar.isWorking(on)).toBe(true);
  expect(calendar.isKnown('2026-12-31')).toBe(true);
  expect(calendar.isKnown('2031-01-01')).toBe(false);
});

test('after the last announced year only weekends count, and it is said, 60 days before', () => {
  expect(calendarKnownUntil).toMatch(/^20\d\d-12-31$/);
  const last = day(calendarKnownUntil);
  const before = (days: number) => new Date(last.getTime() - days * 86_400_000);
  expect([calendarDaysLeft(before(60)), calendarDaysLeft(last), calendarDaysLeft(before(-1))]).toEqual([60, 0, -1]);
  const clock = readClock(calendar, last, startClock(calendar, last, 'answer', 10));
  expect(clock).toMatchObject({ calendarKnown: false, calendarKnownUntil });
  const warnings: object[] = [];
  const logger = { warn: (about: object) => void warnings.push(about) };
  expect([warnOfCalendar(before(61), logger), warnOfCalendar(before(60), logger)]).toEqual([false, true]);
  expect(warnings).toEqual([{ calendarKnownUntil, daysLeft: 60 }]);
});

test.each([
  // Friday: Monday and Tuesday.
  ['2026-11-20', 2, '2026-11-24'],
  // Over National Day: 8, 9 and the worked Saturday, 10 October.
  ['2026-09-30', 3, '2026-10-10'],
  ['2026-09-30', 10, '2026-10-20'],
  // Received on a Saturday.
  ['2026-11-21', 1, '2026-11-23'],
  ['2026-11-20', 0, '2026-11-20'],
])('%s and %i working days: the end of %s', (from, days, due) => {
  const end = addWorkingDays(calendar, day(from), days);
  expect(end.toISOString()).toBe(`${due}T15:59:59.000Z`);
  expect(countWorkingDaysLeft(calendar, day(from), end)).toBe(days);
});

test('the own calendar goes before the official one', () => {
  const own = makeCalendar(
    new Map([
      ['2026-11-23', false],
      ['2026-11-22', true],
    ]),
  );
  expect(addWorkingDays(own, day('2026-11-20'), 2).toISOString()).toBe('2026-11-24T15:59:59.000Z');
  expect(own.isWorking('2026-11-22')).toBe(true);
  const never = makeCalendar(new Map());
  expect(addWorkingDays({ ...never, isWorking: () => false }, day('2026-11-20'), 1)).toBeInstanceOf(Date);
});

test('the light goes from green to yellow to red, and red counts the days', () => {
  const row = startClock(calendar, day('2026-11-20'), 'answer', 10);
  const look = (text: string) => {
    const clock = readClock(calendar, day(text), row);
    return [clock?.workingDaysLeft, clock?.light];
  };
  expect(look('2026-11-20')).toEqual([10, 'green']);
  expect(look('2026-11-30')).toEqual([4, 'green']);
  expect(look('2026-12-01')).toEqual([3, 'yellow']);
  expect(look('2026-12-04')).toEqual([0, 'yellow']);
  // Saturday: overdue although no working day passed.
  expect(look('2026-12-05')).toEqual([-1, 'red']);
  expect(look('2026-12-08')).toEqual([-2, 'red']);
});

test('a paused clock keeps its days; one that has run out is not mended by a pause', () => {
  const row = startClock(calendar, day('2026-11-20'), 'answer', 5);
  const paused = { ...row, ...pauseClock(calendar, day('2026-11-24'), row) };
  expect(readClock(calendar, day('2027-01-20'), paused)).toMatchObject({
    workingDaysLeft: 3,
    dueAt: null,
    paused: true,
  });
  const resumed = { ...paused, ...resumeClock(calendar, day('2026-12-07'), paused) };
  expect(readClock(calendar, day('2026-12-07'), resumed)).toMatchObject({
    workingDaysLeft: 3,
    dueAt: '2026-12-10T15:59:59.000Z',
  });
  const late = { ...row, ...pauseClock(calendar, day('2026-12-07'), row) };
  const again = { ...late, ...resumeClock(calendar, day('2026-12-09'), late) };
  expect(readClock(calendar, day('2026-12-09'), again)).toMatchObject({ light: 'red', workingDaysLeft: -8 });
});
