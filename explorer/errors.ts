import { defineErrors } from '../errors.ts';

const thingWords = { block: '区块', epoch: '纪元', 'executed transaction': '已执行的交易', contract: '合约' } as const;
const periodWords = {
  'the usual start': '起始时间',
  now: '现在',
  minute: '分钟',
  hour: '小时',
  day: '天',
  'that is more than * steps': '超过 * 个统计单位',
  'it ends before it begins': '结束时间早于开始时间',
} as const;
const callWords = {
  '* are needed, * are given': '需要 * 个，给出 * 个',
  'it has none for this transaction': '没有该交易的轨迹',
  'code *': '错误码 *',
  'it gives no reason': '未说明原因',
} as const;

export const explorerErrors = defineErrors('explorer', {
  graphUnavailable: {
    status: 404,
    retryable: false,
    cause:
      'This platform works with a node whose Core Space address it does not know, so it cannot show the Tree-Graph.',
    next: 'Start the platform with --core-rpc, or look at /api/network, which needs eSpace only.',
    zh: {
      cause: '平台不知道所连节点的 Core Space 地址，无法显示树图。',
      next: '请以 --core-rpc 启动平台，或查看只需 eSpace 的 /api/network。',
    },
  },
  starting: {
    status: 503,
    retryable: true,
    cause: 'The platform has just started and has not asked its node yet.',
    next: 'Try again in a second.',
    zh: { cause: '平台刚刚启动，尚未查询节点。', next: '请一秒后重试。' },
  },
  coreUnavailable: {
    status: 404,
    retryable: false,
    cause: 'This platform works with a node whose Core Space address it does not know.',
    next: 'Start the platform with --core-rpc, or use /rpc/espace.',
    zh: { cause: '平台不知道所连节点的 Core Space 地址。', next: '请以 --core-rpc 启动平台，或使用 /rpc/espace。' },
  },
  notFound: {
    status: 404,
    retryable: false,
    cause: 'The index of this chain has no {what} {id}.',
    next: 'Check it, and whether the index has come that far: /api/explorer/summary tells.',
    zh: {
      cause: '本链的索引中没有{what} {id}。',
      next: '请核对，并在 /api/explorer/summary 确认索引是否已到达该处。',
      values: { what: thingWords },
    },
  },
  badAddress: {
    status: 400,
    retryable: false,
    cause: '{address} is not an address of this chain.',
    next: 'Give 20 bytes in hexadecimal with 0x, or the base32 form with the prefix {prefix}:.',
    zh: {
      cause: '{address} 不是本链的地址。',
      next: '请填写以 0x 开头的 20 字节十六进制地址，或以 {prefix}: 开头的 base32 地址。',
    },
  },
  badHash: {
    status: 400,
    retryable: false,
    cause: '{hash} is not a hash.',
    next: 'Give 32 bytes in hexadecimal with 0x in front.',
    zh: { cause: '{hash} 不是有效的哈希。', next: '请填写以 0x 开头的 32 字节十六进制。' },
  },
  traceUnavailable: {
    status: 501,
    retryable: false,
    cause: 'The node of this platform keeps no traces: {problem}.',
    next: 'Run the node with executive_trace = true and its trace methods, or look at the logs of the transaction.',
    zh: {
      cause: '平台的节点不保存执行轨迹：{problem}。',
      next: '请在节点上设置 executive_trace = true 并开放轨迹接口，或查看交易的日志。',
      values: { problem: callWords },
    },
  },
  abiUnknown: {
    status: 409,
    retryable: false,
    cause: 'The functions of {address} are not known, because its source was not verified.',
    next: 'Verify the contract first: POST /api/explorer/contracts/{address}/verify.',
    zh: {
      cause: '{address} 的源代码未经验证，其函数未知。',
      next: '请先验证该合约：POST /api/explorer/contracts/{address}/verify。',
    },
  },
  functionUnknown: {
    status: 400,
    retryable: false,
    cause: '{address} has no reading function {name}.',
    next: 'Give one of: {known}. Where a name is overloaded, give its parameter types too.',
    zh: {
      cause: '{address} 没有只读函数 {name}。',
      next: '请使用下列函数之一：{known}。函数有重载时，请同时写明参数类型。',
    },
  },
  badArguments: {
    status: 400,
    retryable: false,
    cause: 'The arguments do not fit {signature}: {problem}',
    next: 'Numbers are decimal text, bytes and addresses hexadecimal, tuples and arrays are arrays.',
    zh: {
      cause: '参数与 {signature} 不符：{problem}。',
      next: '数字请用十进制文本，字节和地址用十六进制，元组和数组用数组。',
      values: { problem: callWords },
    },
  },
  readReverted: {
    status: 422,
    retryable: false,
    cause: 'The contract refused the call: {reason}.',
    next: 'Change the arguments.',
    zh: { cause: '合约拒绝了该调用：{reason}。', next: '请修改参数。', values: { reason: callWords } },
  },
  badPeriod: {
    status: 400,
    retryable: false,
    cause: 'From {from} to {to} in steps of a {step} cannot be shown: {problem}.',
    next: 'Ask for 1 to 2,000 steps, from an earlier to a later time.',
    zh: {
      cause: '无法显示 {from} 至 {to}、按{step}统计的数据：{problem}。',
      next: '请选择 1 至 2,000 个统计单位，起始时间早于结束时间。',
      values: { from: periodWords, to: periodWords, step: periodWords, problem: periodWords },
    },
  },
});
