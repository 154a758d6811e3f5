import { defineErrors } from '../../errors.ts';

/** Errors of labels. */
export const labelErrors = defineErrors('label', {
  wrongThing: {
    status: 400,
    retryable: false,
    cause: 'No label can be made for {anchor}: {problem}.',
    next: 'Give the Digital Link of a product, a lot, an item, a pallet or a place, such as /01/…/10/….',
    zh: {
      cause: '无法为 {anchor} 制作标签：{problem}。',
      next: '请填写产品、批次、单件、托盘或地点的 GS1 数字链接，例如 /01/…/10/…。',
    },
  },
  wrongSerials: {
    status: 400,
    retryable: false,
    cause: 'The serial numbers cannot be printed: {problem}.',
    next: 'Give a first and a last whole number, a prefix of GS1 characters, and a Digital Link without a serial number of its own.',
    zh: {
      cause: '序列号无法打印：{problem}。',
      next: '请填写起止整数和由 GS1 允许字符组成的前缀，并使用本身不带序列号的 GS1 数字链接。',
    },
  },
  tooMany: {
    status: 400,
    retryable: false,
    cause: 'That would be {count} labels; one file holds at most {most}.',
    next: 'Print in several files.',
    zh: { cause: '这样会有 {count} 个标签，一个文件最多 {most} 个。', next: '请分成几个文件打印。' },
  },
  unknownSheet: {
    status: 400,
    retryable: false,
    cause: 'There is no label sheet {sheet}.',
    next: 'Use one of these: {known}.',
    zh: { cause: '没有标签纸规格 {sheet}。', next: '请从以下规格中选择：{known}。' },
  },
});
