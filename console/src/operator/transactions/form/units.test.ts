import { expect, it } from 'vitest';
import { parseUnits, writeUnits } from './units.ts';

it.each([
  ['0', '0'],
  ['1', '1000000000000000000'],
  [' 1.5 ', '1500000000000000000'],
  ['0.000000000000000001', '1'],
  ['123456789012345678901234567890', '123456789012345678901234567890000000000000000000'],
])('%s is exactly %s', (typed, wei) => {
  expect(parseUnits(typed, 18)).toBe(wei);
  expect(parseUnits(writeUnits(wei, 18), 18)).toBe(wei);
});

it.each(['', '.5', '1.', '1e18', '-1', '0x10', '1,000', '0.0000000000000000001', '１'])('%j is no amount', (typed) => {
  expect(parseUnits(typed, 18)).toBeNull();
});

it('writes amounts without superfluous zeros', () => {
  expect(writeUnits('0', 18)).toBe('0');
  expect(writeUnits('1500000000000000000', 18)).toBe('1.5');
  expect(writeUnits('1', 18)).toBe('0.000000000000000001');
});
