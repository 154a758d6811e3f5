import { expect, it } from 'vitest';
import { formatUnits } from './formatUnits.ts';

it('writes amounts of any size without rounding errors', () => {
  expect(formatUnits('1234567000000000000000000', 18, 'en', 6)).toBe('1,234,567');
  expect(formatUnits('1999999999999999999', 18, 'en', 6)).toBe('1.999999');
  expect(formatUnits('1', 18, 'en', 6)).toBe('<0.000001');
  expect(formatUnits('1', 18, 'en', 18)).toBe('0.000000000000000001');
  expect(formatUnits('-1500', 3, 'en', 6)).toBe('−1.5');
  expect(formatUnits('0', 18, 'zh-CN', 6)).toBe('0');
  expect(formatUnits('21000', 0, 'en', 0)).toBe('21,000');
  expect(formatUnits('n/a', 18, 'en', 6)).toBe('n/a');
});
