import { roleWords } from '../errorWords.ts';
import { schemaWords } from '../schemaWords.ts';

/** States and steps of processes as people read them; messages keep the names of the protocol. */
export const dspProcessWords = {
  ...roleWords,
  'not begun': '尚未开始',
  request: '请求',
  offer: '要约',
  accept: '接受',
  agree: '同意',
  verify: '确认',
  finalize: '生效',
  terminate: '终止',
  start: '启动',
  suspend: '暂停',
  complete: '完成',
} as const;

/** What is wrong with a message, an agreement or an answer, in Chinese. */
export const dspWords = {
  ...schemaWords,
  'its rules are not those of the offer on the table': '其规则与当前要约不一致',
  'target is not *': 'target 应为 *',
  'assigner is not *': 'assigner 应为 *',
  'assignee is not *': 'assignee 应为 *',
  'timestamp lies in the future': 'timestamp 晚于当前时间',
  'timestamp lies before the negotiation': 'timestamp 早于协商开始时间',
  'its @id is that of another agreement': '其 @id 属于另一份协议',
  '/offer/target is not *, which is negotiated': '/offer/target 应为所协商的 *',
  '/ is not a valid message': '不是有效的消息',
  '* is nested more than * deep': '* 的嵌套超过 * 层',
  '* contains the character U+0000': '* 含有 NUL 字符',
  '* contains half of a surrogate pair': '* 含有不完整的字符',
  'the body is not JSON': '内容不是 JSON',
  'the body is not a JSON object': '内容不是 JSON 对象',
  'version document: status *': '版本文档返回 *',
  'status *': '返回 *',
  'it has a query or a fragment': '含有查询参数或片段',
  'it is no address': '不是有效的地址',
  '/* stands in no message that begins a process': '起始消息中不得含有 /*',
  '/* is not that of the path': '/* 与路径不一致',
  '/* is not *, with which the process began': '/* 应为流程开始时的 *',
} as const;
