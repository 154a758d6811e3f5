import { expect, test } from 'vitest';
import { convertToAll } from './units.ts';

const convert = (value: number, from: string, to: string, difference = false) =>
  convertToAll(value, from, difference).find(({ unit }) => unit === to)?.value;

// Definitions: NIST SP 811, BIPM SI brochure.
test.each([
  [0, 'CEL', 'KEL', 273.15],
  [98.6, 'FAH', 'CEL', 37],
  [1, 'LBR', 'GRM', 453.59237],
  [1, 'TNE', 'KGM', 1000],
  [1, 'INH', 'MMT', 25.4],
  [1, 'SMI', 'KMT', 1.609344],
  [1, 'ACR', 'HAR', 0.40468564224],
  [1, 'GLL', 'LTR', 3.785411784],
  [1, 'GLI', 'MLT', 4546.09],
  [1, 'ATM', 'KPA', 101.325],
  [1, 'BAR', 'A97', 1000],
  [36, 'KMH', 'MTS', 10],
  [1, 'KNT', 'KMH', 1.852],
  [1, 'P25', 'LUX', 10.763910416709722],
  [1, 'HUR', 'SEC', 3600],
  [1, 'KWH', '3B', 3.6],
  [2, 'DZN', 'EA', 24],
  [50, 'P1', 'NX', 500],
  [1, 'GL', 'KMQ', 1],
])('%d %s in %s', (value, from, to, expected) => {
  expect(convert(value, from, to)).toBeCloseTo(expected, 9);
});

test('a difference of temperatures has no zero point', () => {
  expect(convert(9, 'FAH', 'CEL', true)).toBeCloseTo(5, 12);
});

test('a unit of something else, or an unknown one, converts into nothing but itself', () => {
  expect(convert(1, 'KGM', 'LTR')).toBeUndefined();
  expect(convertToAll(7, 'ZZZ')).toEqual([{ unit: 'ZZZ', value: 7 }]);
});
