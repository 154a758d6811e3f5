import { expect, test } from 'vitest';
import { deliveryErrors } from './delivery/errors.ts';
import { sayInChinese } from './sayInChinese.ts';

test('what was kept or came over the wire in English is said in Chinese', () => {
  const inner = deliveryErrors.sourceFailed({ problem: 'it answered 502' });
  const error = deliveryErrors.otherAnswered({ slug: 'farms', status: 502, problem: inner.reason });
  expect(sayInChinese(error.message)).toBe(
    'farms 的连接器返回 502，未提供数据：数据源未能提供数据：返回 502。传输持续期间系统将自动重试。',
  );
  expect(sayInChinese(inner.reason)).toBe(inner.zh?.reason);
  expect(sayInChinese('the computation failed')).toBe('计算失败');
  expect(sayInChinese('ECONNRESET')).toBeNull();
  expect(sayInChinese(null)).toBeNull();
});
