import { defineErrors } from '../errors.ts';

const callWords = {
  '* arguments are needed, * were given': '需要 * 个参数，给出 * 个',
  'there are arguments, but the ABI has no constructor': '给出了参数，但 ABI 中没有构造函数',
  'the argument * of type * is not a list': '参数 *（类型为 *）不是列表',
  'the argument * is neither an object nor a list': '参数 * 既不是对象也不是列表',
  'the argument * is not a whole number; write large ones as texts': '参数 * 不是整数；大数请写成文本',
  "* is not a function in Solidity's words, such as *": '* 不是 Solidity 写法的函数，例如 *',
  'the ABI has no function *; give the ABI, or the signature instead of the name':
    'ABI 中没有函数 *；请提供 ABI，或以函数签名代替名称',
  '* functions * take * arguments; give the signature instead of the name':
    '有 * 个函数 * 接受 * 个参数；请以函数签名代替名称',
} as const;

export const developerErrors = defineErrors('developer', {
  nothingToSponsor: {
    status: 400,
    retryable: false,
    cause: 'The request pays for neither gas nor storage and lets nobody use it.',
    next: 'Give gas, storage or users.',
    zh: { cause: '该请求既不代付手续费，也不代付存储费，又未允许任何人使用。', next: '请填写 gas、storage 或 users。' },
  },
  memberUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no member {slug}.',
    next: 'List the members and use one of their slugs.',
    zh: { cause: '没有成员单位 {slug}。', next: '请查看成员单位列表，并使用其中的标识。' },
  },
  webhookUnknown: {
    status: 404,
    retryable: false,
    cause: 'Your member has no webhook {id}.',
    next: 'List the webhooks with GET /api/webhooks and use one of their ids.',
    zh: { cause: '贵单位没有 webhook {id}。', next: '请用 GET /api/webhooks 查看列表，并使用其中的编号。' },
  },
  tooManyWebhooks: {
    status: 409,
    retryable: false,
    cause: 'A member has at most {most} webhooks, and yours has as many.',
    next: 'Remove one that is no longer needed, or let one receive for several services.',
    zh: {
      cause: '每个成员单位最多 {most} 个 webhook，贵单位已达上限。',
      next: '请删除不再需要的 webhook，或由一个 webhook 为多项服务接收。',
    },
  },
  messageUnknown: {
    status: 404,
    retryable: false,
    cause: 'The webhook has no message {id} that was delivered or given up.',
    next: 'List its messages with GET /api/webhooks/{webhook}/messages; a waiting message is sent by itself.',
    zh: {
      cause: '该 webhook 没有编号为 {id} 的已送达或已放弃的消息。',
      next: '请用 GET /api/webhooks/{webhook}/messages 查看消息列表；等待中的消息将自动发送。',
    },
  },
  callInvalid: {
    status: 400,
    retryable: false,
    cause: 'The call cannot be encoded: {problem}.',
    next: 'Correct the function, its ABI or its arguments; nothing was taken.',
    zh: {
      cause: '调用无法编码：{problem}。',
      next: '请更正函数、其 ABI 或参数；未受理任何内容。',
      values: { problem: callWords },
    },
  },
  simulationUnsupported: {
    status: 400,
    retryable: false,
    cause: 'Transactions of Core Space cannot be tried without sending them.',
    next: 'Submit it: one that would revert is found before it takes a nonce, and costs nothing.',
    zh: {
      cause: 'Core Space 的交易不能只试算而不发送。',
      next: '请直接提交：会失败的交易在占用序号之前即可发现，不产生费用。',
    },
  },
  signerUnknown: {
    status: 404,
    retryable: false,
    cause: 'Your member has no key {signer} that may sign.',
    next: 'List the keys with GET /api/wallets/keys and use the address or the name of one.',
    zh: {
      cause: '贵单位没有可签名的密钥 {signer}。',
      next: '请用 GET /api/wallets/keys 查看密钥列表，并使用其中的地址或名称。',
    },
  },
  transactionUnknown: {
    status: 404,
    retryable: false,
    cause: 'Your member has no transaction {id}.',
    next: 'List the transactions with GET /transactions and use one of their ids.',
    zh: { cause: '贵单位没有交易 {id}。', next: '请用 GET /transactions 查看交易列表，并使用其中的编号。' },
  },
  streamFull: {
    status: 503,
    retryable: true,
    cause: 'The platform already serves {most} event streams.',
    next: 'Close streams that are not read, or use a webhook.',
    zh: { cause: '平台已在提供 {most} 路事件流。', next: '请关闭不再读取的事件流，或改用 webhook。' },
  },
});
