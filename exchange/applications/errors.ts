import { defineErrors } from '../../errors.ts';
import { actWords, applicationStateWords, applicationWords, widerWords } from './errorWords.ts';

/** What can go wrong with applications for data. */
export const applicationErrors = defineErrors('application', {
  pageTokenWrong: {
    status: 400,
    retryable: false,
    cause: 'The pageToken is not one of this list.',
    next: 'Use nextPageToken from the answer before, or leave it out for the first page.',
    zh: { cause: '分页标记不属于该列表。', next: '请使用上一次应答中的 nextPageToken；查看第一页时无需填写。' },
  },
  invalid: {
    status: 400,
    retryable: false,
    cause: 'The application is wrong at {path}: {problem}.',
    next: 'Mend this place and hand it in again; nothing was stored.',
    zh: {
      cause: '申请在 {path} 处有误：{problem}。',
      next: '请更正该处后重新提交；未保存任何内容。',
      values: { problem: applicationWords },
    },
  },
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no application {id} of this department.',
    next: 'List the applications with GET /api/exchange/applications or GET /api/exchange/inbox.',
    zh: {
      cause: '本部门没有申请 {id}。',
      next: '请用 GET /api/exchange/applications 或 GET /api/exchange/inbox 查看申请列表。',
    },
  },
  inOtherState: {
    status: 409,
    retryable: false,
    cause: 'The application is {state}; this needs one that is {needed}.',
    next: 'Read the application again: somebody else may just have acted on it.',
    zh: {
      cause: '该申请当前{state}；此操作要求其{needed}。',
      next: '请重新读取申请；可能已有他人处理。',
      values: { state: applicationStateWords, needed: applicationStateWords },
    },
  },
  providerUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no connector of {provider} that could be asked.',
    next: 'List the connectors with GET /api/exchange/connectors; a suspended one is asked when it is active again.',
    zh: {
      cause: '没有可受理申请的 {provider} 的连接器。',
      next: '请用 GET /api/exchange/connectors 查看连接器列表；已暂停的连接器须恢复后方可受理。',
    },
  },
  offerUnknown: {
    status: 404,
    retryable: false,
    cause: 'The dataset {dataset} is not offered to this department.',
    next: 'Look for it in the catalogue of the provider; what is not shared is listed with its legal ground and has no offer.',
    zh: {
      cause: '数据集 {dataset} 未向本部门开放。',
      next: '请在提供部门的目录中查找；不予共享的数据集只列明法律依据，不能申请。',
    },
  },
  matterUnknown: {
    status: 404,
    retryable: false,
    cause: 'This department has no matter {code}.',
    next: 'Enter the matter with its legal basis under PUT /api/exchange/matters first.',
    zh: { cause: '本部门没有事项 {code}。', next: '请先用 PUT /api/exchange/matters 登记该事项及其法律依据。' },
  },
  matterInUse: {
    status: 409,
    retryable: false,
    cause: 'The matter {code} is the purpose of applications that are not over.',
    next: 'Withdraw them or wait for their end.',
    zh: { cause: '事项 {code} 是尚未办结的申请的用途。', next: '请先撤回这些申请，或待其办结。' },
  },
  ruleUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no standing rule {id}.',
    next: 'List the rules with GET /api/exchange/rules.',
    zh: { cause: '没有长期规则 {id}。', next: '请用 GET /api/exchange/rules 查看规则列表。' },
  },
  wider: {
    status: 400,
    retryable: false,
    cause: 'What is given would be more than what was asked for: {what}.',
    next: 'Narrow the application or approve it as it is; conditions cannot be added.',
    zh: {
      cause: '拟批准的范围超出申请：{what}。',
      next: '请缩小范围，或按申请批准；不能增加条件。',
      values: { what: widerWords },
    },
  },
  reasonMissing: {
    status: 400,
    retryable: false,
    cause: 'There is no reason: {what} is only done with one that the other department can read.',
    next: 'Write a reason of at least five characters.',
    zh: {
      cause: '未填写理由：{what}须附对方部门可以查看的理由。',
      next: '请填写不少于五个字的理由。',
      values: { what: actWords },
    },
  },
  emergencyBarred: {
    status: 403,
    retryable: false,
    cause: 'The department {consumer} misused an emergency before and gets nothing at once any more.',
    next: 'Apply in the ordinary way; the provider can lift the bar.',
    zh: {
      cause: '部门 {consumer} 曾滥用应急通道，不再即时提供数据。',
      next: '请按普通程序申请；提供部门可以解除限制。',
    },
  },
  notDisputable: {
    status: 409,
    retryable: false,
    cause: 'The application can not be laid before the data authority: {because}.',
    next: 'Only a refusal or a narrowing that a person decided is disputed, once.',
    zh: {
      cause: '该申请不能提交数据主管部门裁决：{because}。',
      next: '仅限由人员作出的拒绝或缩小范围的决定，且只能提出一次异议。',
      values: { because: applicationWords },
    },
  },
  noAuthority: {
    status: 409,
    retryable: false,
    cause: 'Nobody is named as the data authority of the alliance.',
    next: 'Ask the operator of the platform to name it in the registry of connectors.',
    zh: { cause: '联盟尚未指定数据主管部门。', next: '请平台运维人员在连接器名录中指定。' },
  },
  notAuthority: {
    status: 403,
    retryable: false,
    cause: 'The department {participant} is not the data authority of the alliance.',
    next: 'Only the connector that the registry names rules on disputes.',
    zh: { cause: '部门 {participant} 不是联盟的数据主管部门。', next: '异议仅由连接器名录所指定的数据主管部门裁决。' },
  },
  disputeUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no open dispute {id}.',
    next: 'List the disputes with GET /api/exchange/disputes.',
    zh: { cause: '没有待裁决的异议 {id}。', next: '请用 GET /api/exchange/disputes 查看异议列表。' },
  },
  noticeRefused: {
    status: 400,
    retryable: false,
    cause: 'The notice is not accepted: {because}.',
    next: 'A notice is signed by the connector that sends it and concerns a process that both sides know.',
    zh: {
      cause: '通知不予接受：{because}。',
      next: '通知须由发送方连接器签名，且涉及双方均已知的流程。',
      values: { because: applicationWords },
    },
  },
  noticeUndelivered: {
    status: 503,
    retryable: true,
    cause: 'A notice to {to} could not be delivered: {problem}.',
    next: 'It is sent again by itself.',
    zh: {
      cause: '发往 {to} 的通知未能送达：{problem}。',
      next: '系统将自动重新发送。',
      values: { problem: applicationWords },
    },
  },
  dayWrong: {
    status: 400,
    retryable: false,
    cause: 'The day {day} is not a day of the calendar.',
    next: 'Give a day as YYYY-MM-DD.',
    zh: { cause: '{day} 不是有效日期。', next: '请按 YYYY-MM-DD 填写日期。' },
  },
});
