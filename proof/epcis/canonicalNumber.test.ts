import { expect, it } from 'vitest';
import { canonicalNumber, formatNumber } from './canonicalNumber.ts';

it.each([
  ['1.0', '1'],
  ['0.3400', '0.34'],
  ['007', '7'],
  ['+5', '5'],
  ['-0', '0'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['12e2', '1200'],
  ['1E-2', '0.01'],
  ['0.00001', '1e-05'],
  ['0.00000000015', '1.5e-10'],
  ['-477979.89', '-477979.89'],
  // Beyond 2^53 the number is the nearest 64-bit float, written in full.
  ['100000000000000000000000', '99999999999999991611392'],
])('%s is %s', (text, canonical) => {
  expect(canonicalNumber(text)).toBe(canonical);
});

it.each(['', '-', '.', 'e5', '1e', '1e+', '1.2.3', '0x10', '1_000', 'Infinity', 'NaN', '2026-03-01', '1e999', '4 5'])(
  '%j is no number',
  (text) => expect(canonicalNumber(text)).toBeNull(),
);

it('writes JSON numbers the same way', () => {
  expect(formatNumber(200.5)).toBe('200.5');
  expect(formatNumber(-0)).toBe('0');
  expect(formatNumber(1e21)).toBe('1000000000000000000000');
});
