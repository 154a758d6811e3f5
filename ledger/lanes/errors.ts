import { defineErrors } from '../../errors.ts';

/** What can go wrong in the transaction lanes. */
export const lanesErrors = defineErrors('lanes', {
  invalidRequest: {
    status: 400,
    retryable: false,
    cause: 'The transaction {key} cannot be taken: {problem}.',
    next: 'Correct it and submit it again; nothing was taken.',
    zh: { cause: '交易 {key} 无法受理：{problem}。', next: '请改正后重新提交；该交易未被受理。' },
  },
  spaceUnsupported: {
    status: 400,
    retryable: false,
    cause: 'This platform has no node that serves the space {space}.',
    next: 'Send it in eSpace, or start the platform with --core-rpc.',
    zh: { cause: '本平台没有支持 {space} 空间的节点。', next: '请在 eSpace 中发送，或用 --core-rpc 启动平台。' },
  },
  chainUnknown: {
    status: 503,
    retryable: true,
    cause: 'No node has said yet which chain it serves, so nothing can be taken for it.',
    next: 'Check the node; try again in a few seconds.',
    zh: { cause: '尚无节点说明其所属的链，暂时不能受理交易。', next: '请检查节点，几秒后再试。' },
  },
  queueFull: {
    status: 429,
    retryable: true,
    cause: 'The tenant {tenant} has {queued} transactions waiting; {limit} is the most.',
    next: 'Submit more when some of them have been sent.',
    zh: { cause: '{tenant} 已有 {queued} 笔交易在排队，上限为 {limit} 笔。', next: '请等一部分交易发出后再提交。' },
  },
  spendingCap: {
    status: 403,
    retryable: false,
    cause: 'With this the tenant {tenant} could spend {wanted} wei in the present period; {cap} is the most.',
    next: 'Wait for the next period, or ask the operator for a higher cap.',
    zh: {
      cause: '加上这一笔，{tenant} 在本周期内最多可能花费 {wanted} wei，超过上限 {cap} wei。',
      next: '请等待下一周期，或请运营方提高上限。',
    },
  },
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no transaction {id}.',
    next: 'Check the number; it is the one that submitting gave.',
    zh: { cause: '没有编号为 {id} 的交易。', next: '请核对编号；应使用提交时返回的编号。' },
  },
  tooLate: {
    status: 409,
    retryable: false,
    cause: 'The transaction {id} is {state} already and cannot be changed.',
    next: 'Read it to see what became of it.',
    zh: { cause: '交易 {id} 的状态已是“{state}”，不能再更改。', next: '请查看该交易的结果。' },
  },
  badCursor: {
    status: 400,
    retryable: false,
    cause: 'The cursor {cursor} is not one that was given here.',
    next: 'Use the cursor of the last answer, or none to begin at the start.',
    zh: { cause: '游标 {cursor} 不是本接口给出的。', next: '请使用上一次返回的游标；从头查看时不要填写。' },
  },
});
