import { expect, it } from 'vitest';
import { addDays, beginOf, dayOf, endOf, lastDayOf } from './days.ts';

it('writes days of China as periods whose last day is whole, and reads them back', () => {
  expect([beginOf('2026-03-01'), endOf('2026-03-31')]).toEqual([
    '2026-02-28T16:00:00.000Z',
    '2026-03-31T16:00:00.000Z',
  ]);
  expect([dayOf(beginOf('2026-03-01')), lastDayOf(endOf('2026-03-31'))]).toEqual(['2026-03-01', '2026-03-31']);
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});
