import { expect, it } from 'vitest';
import { formatYuan, formatYuanShort, parseYuan } from './money.ts';

it('reads and writes yuan to the fen', () => {
  expect(parseYuan('1,234.5')).toBe('123450');
  expect(parseYuan('9999999999999999.99')).toBe('999999999999999999');
  for (const text of ['', '0', '1.234', '-1', '1e9', '10000000000000000', '一千'])
    expect(parseYuan(text), text).toBeNull();
  expect(formatYuan('123450', 'en')).toBe('1,234.50');
  expect(formatYuan('999999999999999999', 'en')).toBe('9,999,999,999,999,999.99');
  expect(formatYuan('500000000000', 'zh-CN')).toBe('5,000,000,000');
  expect(formatYuanShort('500000000000', 'zh-CN')).toBe('50亿');
  expect(formatYuanShort('500000000000', 'en')).toBe('5 billion');
});
