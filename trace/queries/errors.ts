import { defineErrors } from '../../errors.ts';

/** Errors of named queries and subscriptions; `type` is the exception name of EPCIS 2.0, section 12.7. */
export const queryErrors = defineErrors('trace', {
  queryInvalid: {
    status: 400,
    retryable: false,
    type: 'epcisException:ValidationException',
    cause: 'The query cannot be stored: {problem}.',
    next: 'Send an object with the members name and query, with a name of 1 to 100 characters and parameters of the EPCIS query language.',
    zh: {
      cause: '查询无法保存：{problem}。',
      next: '请发送含有 name 和 query 两项的对象：name 为 1 至 100 个字符，query 由 EPCIS 查询语言的参数组成。',
    },
  },
  queryNameTaken: {
    status: 409,
    retryable: false,
    type: 'epcisException:ResourceAlreadyExistsException',
    cause: 'The name {name} is taken by another query, or kept for paths of the platform.',
    next: 'Choose another name; names are shared by everybody on this platform.',
    zh: { cause: '名称 {name} 已用于另一查询，或属于保留名称。', next: '请另取名称；查询名称由本平台全体共用。' },
  },
  queryUnknown: {
    status: 404,
    retryable: false,
    type: 'epcisException:NoSuchNameException',
    cause: 'There is no query named {name}.',
    next: 'List the queries with GET /epcis/queries; names tell upper and lower case apart.',
    zh: { cause: '没有名为 {name} 的查询。', next: '请用 GET /epcis/queries 查看查询列表；名称区分大小写。' },
  },
  queryOfAnother: {
    status: 403,
    retryable: false,
    type: 'epcisException:SecurityException',
    cause: 'The query {name} belongs to another member.',
    next: 'Ask that member to remove it, or define one of your own under another name.',
    zh: { cause: '查询 {name} 属于另一成员。', next: '请联系该成员删除，或以其他名称新建查询。' },
  },
  tooManyQueries: {
    status: 403,
    retryable: false,
    type: 'epcisException:SecurityException',
    cause: 'Your organisation has {most} {what} already, which is the most.',
    next: 'Remove those that are not used any more.',
    zh: { cause: '本单位已有 {most} 个{what}，达到上限。', next: '请删除不再使用的。' },
  },
  subscriptionControls: {
    status: 400,
    retryable: false,
    type: 'epcisException:SubscriptionControlsException',
    cause: 'The subscription does not say properly when to report: {problem}.',
    next: 'Give either stream: true or a schedule with at least one of second, minute, hour, dayOfMonth, month, dayOfWeek.',
    zh: {
      cause: '订阅的报告时间写得不正确：{problem}。',
      next: '请填写 stream: true，或填写至少含有 second、minute、hour、dayOfMonth、month、dayOfWeek 之一的 schedule。',
    },
  },
  subscriptionInvalid: {
    status: 400,
    retryable: false,
    type: 'epcisException:ValidationException',
    cause: 'The subscription cannot be made: {field} {problem}.',
    next: 'Correct this field and subscribe again; nothing was stored.',
    zh: { cause: '订阅无法建立：{field} {problem}。', next: '请改正该字段后重新订阅；本次没有保存任何内容。' },
  },
  subscriptionUnknown: {
    status: 404,
    retryable: false,
    type: 'epcisException:NoSuchResourceException',
    cause: 'Your organisation has no subscription {id} to the query {name}.',
    next: 'List your subscriptions with GET /epcis/queries/{name}/subscriptions.',
    zh: {
      cause: '本单位没有对查询 {name} 的订阅 {id}。',
      next: '请用 GET /epcis/queries/{name}/subscriptions 查看本单位的订阅。',
    },
  },
  tooManySockets: {
    status: 503,
    retryable: true,
    cause: 'All {most} places for WebSocket subscriptions are taken.',
    next: 'Try again later, close another connection of yours, or subscribe with a webhook.',
    zh: {
      cause: 'WebSocket 订阅的 {most} 个名额已全部占用。',
      next: '请稍后再试、关闭本单位的其他连接，或改用网络回调订阅。',
    },
  },
});
