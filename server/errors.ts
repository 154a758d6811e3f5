import { defineErrors } from '../errors.ts';

export const serverErrors = defineErrors('server', {
  inputInvalid: {
    status: 400,
    retryable: false,
    cause: 'The field {field} {problem}.',
    next: 'Correct this field and send the request again; /docs shows what it may be.',
    zh: { cause: '字段 {field} {problem}。', next: '请更正该字段后重新提交；可在 /docs 查看允许的取值。' },
  },
  jsonInvalid: {
    status: 400,
    retryable: false,
    cause: 'The request body is not JSON: {problem}.',
    next: 'Send one JSON value in UTF-8, with Content-Type: application/json.',
    zh: {
      cause: '请求内容不是有效的 JSON：{problem}。',
      next: '请以 UTF-8 编码发送一个 JSON 值，并注明 Content-Type: application/json。',
    },
  },
  requestInvalid: {
    status: 400,
    retryable: false,
    cause: 'The request cannot be understood: {problem}.',
    next: 'Correct the request; /docs shows every route.',
    zh: { cause: '无法理解该请求：{problem}。', next: '请更正后重新提交；可在 /docs 查看全部接口。' },
  },
  routeUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is nothing at {method} {path}.',
    next: 'Look at /docs for every route of this platform.',
    zh: { cause: '{method} {path} 处没有任何内容。', next: '请在 /docs 查看本平台的全部接口。' },
  },
  consoleMissing: {
    status: 404,
    retryable: false,
    cause: 'The console is not built on this platform.',
    next: 'Build it with `npx vite build console` and open the page again; the API works without it.',
    zh: {
      cause: '本平台尚未构建控制台。',
      next: '请运行 `npx vite build console` 构建后重新打开本页；接口不受影响，可照常使用。',
    },
  },
  statementUnknown: {
    status: 404,
    retryable: false,
    cause: 'The evidence log has no statement {statementId}.',
    next: 'Find statements with /api/log/statements?subject=… and use one of their ids.',
    zh: {
      cause: '存证日志中没有存证 {statementId}。',
      next: '请用 /api/log/statements?subject=… 查找存证，并使用查得的编号。',
    },
  },
  bodyTooLarge: {
    status: 413,
    retryable: false,
    cause: 'The request body is larger than the {limitBytes} bytes that this route takes.',
    next: 'Send less at once.',
    zh: { cause: '请求内容超过本接口的上限 {limitBytes} 字节。', next: '请减少单次提交的内容。' },
  },
  mediaTypeUnknown: {
    status: 415,
    retryable: false,
    cause: 'This route does not read {mediaType}.',
    next: 'Send Content-Type: application/json.',
    zh: { cause: '本接口不接受 {mediaType}。', next: '请注明 Content-Type: application/json 后发送。' },
  },
  tooManyRequests: {
    status: 429,
    retryable: true,
    cause: 'More than {most} requests in a minute came from you.',
    next: 'Wait {seconds} seconds, then go on more slowly.',
    zh: { cause: '一分钟内的请求超过了 {most} 次。', next: '请等待 {seconds} 秒，之后放慢请求频率。' },
  },
  internal: {
    status: 500,
    retryable: false,
    cause: 'The platform made a mistake with this request.',
    next: 'Report the request id {requestId}; the log of the platform has the reason under it.',
    zh: {
      cause: '平台处理该请求时出错。',
      next: '请将请求编号 {requestId} 告知平台运维人员；平台日志以该编号记录了原因。',
    },
  },
  stopping: {
    status: 503,
    retryable: true,
    cause: 'The platform is stopping.',
    next: 'Try again in a few seconds.',
    zh: { cause: '平台正在停止运行。', next: '请几秒后重试。' },
  },
  liveFull: {
    status: 503,
    retryable: true,
    cause: 'All {most} places for live views are taken.',
    next: 'Try again later; everything can also be read without the live view.',
    zh: { cause: '实时查看的 {most} 个名额已满。', next: '请稍后再试；不使用实时查看也可读取全部内容。' },
  },
  routeWithoutAccess: {
    status: 500,
    retryable: false,
    cause: 'The route {method} {path} does not declare who may call it.',
    next: 'Give the route config.access: public, or an action of alliance/rights/actions.ts.',
    zh: {
      cause: '接口 {method} {path} 未声明何人可以调用。',
      next: '请为该接口设置 config.access：public，或 alliance/rights/actions.ts 中的一项操作。',
    },
  },
  chainUnknown: {
    status: 500,
    retryable: true,
    cause: 'The node does not answer and no eSpace chain id was given, so the chain to work with is unknown.',
    next: 'Start the node, or give the chain id with --evm-chain-id.',
    zh: {
      cause: '节点没有应答，又未指定 eSpace 链编号，无法确定使用哪条链。',
      next: '请启动节点，或用 --evm-chain-id 指定链编号。',
    },
  },
  addressTaken: {
    status: 500,
    retryable: false,
    cause: 'The server cannot listen at {host}:{port}: {reason}.',
    next: 'Choose another address with --host and --port, or stop the program that has this one.',
    zh: {
      cause: '服务无法在 {host}:{port} 上监听：{reason}。',
      next: '请用 --host 和 --port 另选地址，或停止占用该地址的程序。',
    },
  },
  adminKeyWanted: {
    status: 401,
    retryable: false,
    cause: 'Only the department that runs this connector may do this, and the call has no admin key or a wrong one.',
    next: 'Send the key that is in keys/admin.key of the data folder: Authorization: Bearer KEY.',
    zh: {
      cause: '该操作仅限运行本连接器的部门执行，而请求未带管理密钥或密钥有误。',
      next: '请使用数据目录中 keys/admin.key 内的密钥：Authorization: Bearer KEY。',
    },
  },
  memberUnknown: {
    status: 404,
    retryable: false,
    cause: 'The platform at {url} has no organisation {member}.',
    next: 'Give the slug of your organisation with --member, as the list of members shows it.',
    zh: { cause: '平台 {url} 上没有成员单位 {member}。', next: '请用 --member 填写本单位在成员名录中的标识。' },
  },
  platformSilent: {
    status: 503,
    retryable: true,
    cause: 'The platform at {url} does not answer: {problem}.',
    next: 'Check the address given with --platform, and that the platform runs; the first start needs it.',
    zh: {
      cause: '平台 {url} 没有应答：{problem}。',
      next: '请核对 --platform 指定的地址，并确认平台正在运行；首次启动必须连通平台。',
    },
  },
});
