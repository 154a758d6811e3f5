import { defineErrors } from '../../errors.ts';

/** Errors of recalls. */
export const recallErrors = defineErrors('recall', {
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no recall {id} that concerns your organisation.',
    next: 'List the recalls with GET /api/trace/recalls and use one of their ids.',
    zh: { cause: '没有与本单位有关的召回 {id}。', next: '请用 GET /api/trace/recalls 查看召回列表，使用其中的编号。' },
  },
  thingInvalid: {
    status: 400,
    retryable: false,
    cause: '{thing} names no lot, item or logistic unit.',
    next: 'Give a GS1 Digital Link such as https://id.gs1.org/01/09521900000019/10/LOT-1, or an EPC URI, with a right check digit.',
    zh: {
      cause: '{thing} 不是批次、单件或物流单元的编码。',
      next: '请填写 GS1 数字链接（如 https://id.gs1.org/01/09521900000019/10/LOT-1）或 EPC URI，校验码须正确。',
    },
  },
  nothingKnown: {
    status: 404,
    retryable: false,
    cause: 'No event mentions {thing}.',
    next: 'Check the lot or serial number; nothing was recalled.',
    zh: { cause: '没有任何事件提到 {thing}。', next: '请核对批次号或序列号；本次没有召回任何产品。' },
  },
  notYours: {
    status: 403,
    retryable: false,
    cause: 'Your organisation did not make {thing}, and it is neither a certifier nor an authority.',
    next: 'Ask the member that made it, its certifier or the authority to start the recall.',
    zh: {
      cause: '本单位不是 {thing} 的生产者，也不是认证机构或监管部门。',
      next: '请联系生产该产品的成员、其认证机构或监管部门发起召回。',
    },
  },
  notStarter: {
    status: 403,
    retryable: false,
    cause: 'Only the member that started the recall or an authority may close it.',
    next: 'Answer the recall for your own organisation, or ask {member} to close it.',
    zh: { cause: '只有发起召回的成员或监管部门可以结束召回。', next: '请替本单位答复召回，或请 {member} 结束召回。' },
  },
  notHolder: {
    status: 403,
    retryable: false,
    cause: 'Your organisation is not among the holders of this recall.',
    next: 'Only holders that were notified answer a recall; if you hold some of it, tell the member that started it.',
    zh: {
      cause: '本单位不在此次召回的持有单位之列。',
      next: '只有收到通知的持有单位可以答复；如确实持有召回产品，请联系发起召回的成员。',
    },
  },
  closed: {
    status: 409,
    retryable: false,
    cause: 'The recall was closed on {closedAt}.',
    next: 'Start a new recall when more has to be called back.',
    zh: { cause: '该召回已于 {closedAt} 结束。', next: '如还有产品需要召回，请重新发起。' },
  },
});
