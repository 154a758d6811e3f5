import { defineErrors } from '../../errors.ts';

/** What can go wrong when an event or an identifier is read; always the input's fault. */
export const errors = defineErrors('proof', {
  notEpcis: {
    status: 400,
    retryable: false,
    cause: 'This is neither an EPCIS document nor an EPCIS event: {problem}.',
    next: 'Give an EPCISDocument, an EPCISQueryDocument or one event as JSON.',
    zh: {
      cause: '这既不是 EPCIS 文档，也不是 EPCIS 事件：{problem}。',
      next: '请提供 JSON 格式的 EPCISDocument、EPCISQueryDocument 或单个事件。',
    },
    type: 'epcisException:ValidationException',
  },
  eventTooDeep: {
    status: 400,
    retryable: false,
    cause: 'An extension of the event is nested deeper than {levels} levels.',
    next: 'Flatten the extension.',
    zh: { cause: '事件的扩展字段嵌套超过 {levels} 层。', next: '请减少扩展字段的嵌套层数。' },
    type: 'epcisException:ValidationException',
  },
  badDigitalLink: {
    status: 400,
    retryable: false,
    cause: '"{link}" is not a GS1 Digital Link: {problem}.',
    next: 'Check the application identifiers, their order, their lengths and the check digit.',
    zh: { cause: '“{link}”不是有效的 GS1 数字链接：{problem}。', next: '请核对应用标识符及其顺序、长度和校验码。' },
  },
});
