import { defineErrors } from '../../errors.ts';

/** What can go wrong with relayed calls. */
export const relayErrors = defineErrors('relay', {
  notReady: {
    status: 503,
    retryable: true,
    cause: 'The forwarder contract is being deployed on this chain.',
    next: 'Try again in a few seconds.',
    zh: { cause: '转发合约正在链上部署。', next: '请几秒后再试。' },
  },
  requestInvalid: {
    status: 400,
    retryable: false,
    cause: 'The request cannot be relayed: {problem}.',
    next: 'Have a new one prepared and signed.',
    zh: { cause: '该请求无法代为发送：{problem}。', next: '请重新准备请求并签名。' },
  },
  signatureWrong: {
    status: 400,
    retryable: false,
    cause: 'The signature is not one of {from} for this request.',
    next: 'Sign exactly the typed data that was prepared, with the account of `from`.',
    zh: { cause: '该签名不是 {from} 对此请求的签名。', next: '请用 `from` 的账户，对准备好的类型化数据原样签名。' },
  },
  nonceWrong: {
    status: 409,
    retryable: false,
    cause: 'The request has nonce {nonce}, but the next one of {from} is {expected}.',
    next: 'Have a new request prepared and sign that.',
    zh: { cause: '请求的序号是 {nonce}，而 {from} 的下一个序号是 {expected}。', next: '请重新准备请求并签名。' },
  },
  busy: {
    status: 409,
    retryable: true,
    cause: 'A call of {from} is still on its way.',
    next: 'Wait until it is executed, then have the next one prepared.',
    zh: { cause: '{from} 的上一个调用尚未执行。', next: '请等待其执行后，再准备下一个请求。' },
  },
  targetUntrusting: {
    status: 400,
    retryable: false,
    cause: 'The contract {to} does not trust the forwarder {forwarder}.',
    next: 'Only contracts that follow ERC-2771 and name this forwarder can be called this way.',
    zh: {
      cause: '合约 {to} 不信任转发合约 {forwarder}。',
      next: '只有遵循 ERC-2771 并指定该转发合约的合约才能这样调用。',
    },
  },
  wouldRevert: {
    status: 422,
    retryable: false,
    cause: 'The call would fail: {reason}.',
    next: 'Correct it; nothing was sent.',
    zh: {
      cause: '该调用会失败：{reason}。',
      next: '请改正后重试；没有发出任何交易。',
      values: {
        reason: {
          'it reverts without a reason': '合约没有给出原因',
          'an assertion failed': '断言不成立',
          'an arithmetic overflow': '算术溢出',
          'a division by zero': '除数为零',
          'a value that the enumeration does not have': '枚举中没有该值',
          'storage bytes with a wrong encoding': '存储的字节编码有误',
          'pop of an empty array': '对空数组取值',
          'an index out of bounds': '下标越界',
          'too much memory': '内存不足',
          'a call of an uninitialised function': '调用了未初始化的函数',
          'the custom error *': '自定义错误 *',
        },
      },
    },
  },
  capReached: {
    status: 403,
    retryable: false,
    cause: 'With this the platform would pay up to {wanted} wei for {tenant} in 24 hours; {cap} is the most.',
    next: 'Wait, or ask the operator for a higher cap.',
    zh: {
      cause: '加上这一笔，平台 24 小时内为 {tenant} 支付的手续费最高可达 {wanted} wei，超过上限 {cap} wei。',
      next: '请等待，或请运营方提高上限。',
    },
  },
  unknown: {
    status: 404,
    retryable: false,
    cause: '{tenant} has no relayed call {id}.',
    next: 'Use the id that submitting gave.',
    zh: { cause: '{tenant} 没有代发的调用 {id}。', next: '请使用提交时返回的编号。' },
  },
});
