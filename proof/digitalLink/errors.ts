import { defineErrors } from '../../errors.ts';

/** What can be wrong with a Digital Link, an element string or a compressed link; `details.problems` holds everything. */
export const errors = defineErrors('proof', {
  badLink: {
    status: 400,
    retryable: false,
    cause: '"{link}" is not a GS1 Digital Link: {problem}.',
    next: 'Check the application identifiers, their order, their lengths and the check digits.',
    zh: { cause: '“{link}”不是有效的 GS1 数字链接：{problem}。', next: '请核对应用标识符及其顺序、长度和校验码。' },
  },
  badElements: {
    status: 400,
    retryable: false,
    cause: 'The GS1 element string is wrong: {problem}.',
    next: 'Write (01)… with known application identifiers, or the plain data with group separators.',
    zh: {
      cause: 'GS1 单元数据串有误：{problem}。',
      next: '请按 (01)… 的形式填写已知的应用标识符，或填写带分组分隔符的原始数据。',
    },
  },
  badCompression: {
    status: 400,
    retryable: false,
    cause: '"{text}" is not compressed GS1 data: {problem}.',
    next: 'Scan the code again; a compressed link must not lose a character.',
    zh: { cause: '“{text}”不是有效的 GS1 压缩数据：{problem}。', next: '请重新扫描；压缩链接不能缺少任何字符。' },
  },
});
