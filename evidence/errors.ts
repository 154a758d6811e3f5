import { defineErrors } from '../errors.ts';

const itemWords = {
  'is empty': '为空',
  'is *': '为 *',
  'a list of *': '含 * 项的列表',
  'an object': '对象',
  'has no digest and no payload': '既无 digest 也无 payload',
  'has both a digest and a payload': '同时有 digest 和 payload',
  'has half of a surrogate pair': '含有不完整的字符',
  'cannot be hashed: *': '无法计算摘要：*',
  'is not known here': '不是可用字段',
} as const;

/** What can go wrong in the evidence room. */
export const evidenceErrors = defineErrors('evidence', {
  itemsInvalid: {
    status: 400,
    retryable: false,
    cause: 'The request has {count} faults, the first at {pointer}: it {problem}. Nothing was recorded.',
    next: 'Correct what details.errors names and send the whole request again.',
    zh: {
      cause: '请求中有 {count} 处错误，第一处在 {pointer}：{problem}。未记录任何内容。',
      next: '请更正 details.errors 所列各处后，重新提交整个请求。',
      values: { problem: itemWords },
    },
  },
  tooMany: {
    status: 413,
    retryable: false,
    cause: 'The request has {count} items, more than {most}. Nothing was recorded.',
    next: 'Send it in several requests of at most {most} items.',
    zh: {
      cause: '请求含 {count} 项，超过上限 {most} 项。未记录任何内容。',
      next: '请分多次提交，每次最多 {most} 项。',
    },
  },
  keyInvalid: {
    status: 400,
    retryable: false,
    cause: 'The header Idempotency-Key is not 1 to 200 visible ASCII characters.',
    next: 'Give each request a key of its own, such as a UUID, and the same one when it is sent again.',
    zh: {
      cause: '请求头 Idempotency-Key 不是 1 至 200 个可见 ASCII 字符。',
      next: '每个请求请使用各自的键（例如 UUID），重发时使用同一键。',
    },
  },
  keyReused: {
    status: 409,
    retryable: false,
    cause: 'The Idempotency-Key {key} was already used for a request with another body. Nothing was recorded.',
    next: 'Use a new key for a new request, or send the same body again.',
    zh: {
      cause: 'Idempotency-Key {key} 已用于内容不同的请求。未记录任何内容。',
      next: '新请求请使用新键；重发时请提交相同内容。',
    },
  },
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no evidence with the id {id}.',
    next: 'Check the id; GET /evidence?digest=… finds records by the SHA-256 of a file.',
    zh: {
      cause: '没有编号为 {id} 的存证。',
      next: '请核对编号；用 GET /evidence?digest=… 可按文件的 SHA-256 查找记录。',
    },
  },
  pageTokenWrong: {
    status: 400,
    retryable: false,
    cause: 'The nextPageToken is not one of this list.',
    next: 'Use nextPageToken from the answer before, or leave it out for the first page.',
    zh: { cause: '分页标记不属于该列表。', next: '请使用上一次应答中的 nextPageToken；查看第一页时无需填写。' },
  },
  notYetAnchored: {
    status: 409,
    retryable: true,
    cause: 'The evidence {id} is recorded but not on the chain yet, so there is nothing to certify.',
    next: 'Ask again in a few seconds.',
    zh: { cause: '存证 {id} 已记录但尚未上链，暂不能出具证明。', next: '请几秒后重试。' },
  },
});
