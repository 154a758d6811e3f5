import { defineErrors } from '../../errors.ts';
import { schemaWords } from '../schemaWords.ts';

const recordWords = { ...schemaWords, 'is not JSON': '不是 JSON', 'is not as expected': '不符合要求' } as const;

/** What can go wrong in the audit of exchanges. */
export const auditErrors = defineErrors('audit', {
  entryTooLarge: {
    status: 500,
    retryable: false,
    cause: 'A record of kind {kind} would have {characters} characters; at most {most} are kept.',
    next: 'Nothing was done, as nothing is done without a record. Ask for less at once, or report this with what was asked.',
    zh: {
      cause: '类型为 {kind} 的记录将达 {characters} 个字符；上限为 {most} 个。',
      next: '无记录则不执行，本次未执行任何操作。请减少单次请求的内容，或连同所请求的内容一并报告。',
    },
  },
  signedOtherwise: {
    status: 500,
    retryable: false,
    cause: 'The signature over record {id} is over another text than its canonical JSON, or by another key.',
    next: 'The record waits and is not lost. Report this: the signer of the connector changed what it was given.',
    zh: {
      cause: '记录 {id} 的签名并非针对其规范 JSON 文本，或并非由正确的密钥作出。',
      next: '记录已保留，等待处理。请报告此情况：连接器的签名程序改动了所交付的内容。',
    },
  },
  platformRefused: {
    status: 502,
    retryable: true,
    cause: 'The platform answered {status} to records of this connector: {problem}',
    next: 'They are kept and sent again. See that the department is a member, that its connector is registered and that the clocks agree.',
    zh: {
      cause: '平台对本连接器提交的记录返回 {status}：{problem}。',
      next: '记录已保留，将自动重新提交。请确认本部门是成员单位、连接器已登记、时钟一致。',
    },
  },
  batchInvalid: {
    status: 400,
    retryable: false,
    cause: 'The batch of records is not as it should be: {path} {problem}.',
    next: 'Send an object with the list records, of at most {most} objects with id (UUID), time (ISO 8601 in UTC) and digest (64 hexadecimal digits).',
    zh: {
      cause: '该批记录不符合要求：{path} {problem}。',
      next: '请发送含 records 列表的对象，最多 {most} 项，每项含 id（UUID）、time（UTC，ISO 8601）和 digest（64 位十六进制）。',
      values: { problem: recordWords },
    },
  },
  recordTaken: {
    status: 409,
    retryable: false,
    cause: 'The record {id} is known already, with another digest, time or department.',
    next: 'Nothing of the batch was kept. The connector’s database may be a copy of another one: give the copy keys and records of its own.',
    zh: {
      cause: '记录 {id} 已存在，但摘要、时间或部门不同。',
      next: '该批记录均未保存。连接器的数据库可能是另一数据库的副本：请为副本配置各自的密钥和记录。',
    },
  },
  recordUnknown: {
    status: 404,
    retryable: false,
    cause: 'Your department has no record {id}.',
    next: 'Search the records with GET /api/exchange/records.',
    zh: { cause: '贵部门没有记录 {id}。', next: '请用 GET /api/exchange/records 查找记录。' },
  },
  anomalyUnknown: {
    status: 404,
    retryable: false,
    cause: 'Nothing out of the ordinary with the id {id} was found in the records of your department.',
    next: 'List the anomalies with GET /api/exchange/anomalies.',
    zh: { cause: '贵部门的记录中没有编号为 {id} 的异常。', next: '请用 GET /api/exchange/anomalies 查看异常列表。' },
  },
  agreementUnknown: {
    status: 404,
    retryable: false,
    cause: 'Your department has no record about the agreement {agreement}.',
    next: 'Search the records with GET /api/exchange/records and use the agreement of one of them.',
    zh: {
      cause: '贵部门没有关于协议 {agreement} 的记录。',
      next: '请用 GET /api/exchange/records 查找记录，并使用其中的协议。',
    },
  },
  bundleTooLarge: {
    status: 413,
    retryable: false,
    cause: 'The exchange under {agreement} has more than {most} records.',
    next: 'Give a period with from and until: messages, decisions and the grant are in every bundle, deliveries of the period only.',
    zh: {
      cause: '协议 {agreement} 下的交换记录超过 {most} 条。',
      next: '请用 from 和 until 指定时段：消息、决定和授权始终包含在内，交付仅限该时段。',
    },
  },
  notYetAnchored: {
    status: 409,
    retryable: true,
    cause: 'Not all of the {count} records are under an anchored checkpoint yet.',
    next: 'Ask again in a moment; the status of the records tells how far they are.',
    zh: { cause: '{count} 条记录尚未全部纳入已上链的检查点。', next: '请稍后再试；记录状态页显示当前进度。' },
  },
  anchoringLate: {
    status: 503,
    retryable: true,
    cause:
      'The records of {participant} have waited for {minutes} minutes to be anchored; the limit is {limit} minutes.',
    next: 'Nothing is exchanged without proof. Look at the status of the records: once the evidence log and the chain can be reached again, the connector accepts by itself.',
    zh: {
      cause: '{participant} 的记录等待上链存证已达 {minutes} 分钟，上限为 {limit} 分钟。',
      next: '无存证则不交换。请查看记录状态：存证日志和链恢复后，连接器将自动恢复受理。',
    },
  },
});
