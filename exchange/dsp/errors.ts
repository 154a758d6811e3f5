import { defineErrors } from '../../errors.ts';
import { dspProcessWords, dspWords } from './errorWords.ts';

/** What can go wrong between two connectors. */
export const dspErrors = defineErrors('dsp', {
  notFound: {
    status: 404,
    retryable: false,
    cause: 'There is nothing here that this caller may use.',
    next: 'Check the address and the identifier, and that the token is of a connector that takes part in it.',
    zh: { cause: '此处没有该调用方可以使用的内容。', next: '请核对地址和标识，并确认令牌属于参与该流程的连接器。' },
  },
  messageInvalid: {
    status: 400,
    retryable: false,
    cause: 'The message is not as the Dataspace Protocol 2025-1 demands: {problem}.',
    next: 'Correct the place that is named and send the message again.',
    zh: {
      cause: '消息不符合数据空间协议（DSP 2025-1）的要求：{problem}。',
      next: '请更正所指出的位置后重新发送该消息。',
      values: { problem: dspWords },
    },
  },
  illegalMessage: {
    status: 400,
    retryable: false,
    cause: 'The {role} may not send {message} while the process is {state}.',
    next: 'Read the state of the process with GET and go on from there.',
    zh: {
      cause: '流程处于 {state} 状态时，{role}不能发送 {message}。',
      next: '请用 GET 读取流程的当前状态，再据此继续。',
      values: { role: dspProcessWords, state: dspProcessWords },
    },
  },
  ownOffer: {
    status: 400,
    retryable: false,
    cause: 'The offer on the table was made by the side that wants to accept it.',
    next: 'Wait for the other side: it agrees, makes another offer, or terminates.',
    zh: {
      cause: '当前要约由申请接受的一方自己提出，不能由其接受。',
      next: '请等待对方回应：对方可以同意、另提要约或终止协商。',
    },
  },
  offerUnknown: {
    status: 400,
    retryable: false,
    cause: 'There is no offer {offer} for the dataset {dataset}.',
    next: 'Request the catalog and use an @id of an offer in it, with the id of its dataset as target.',
    zh: {
      cause: '数据集 {dataset} 没有要约 {offer}。',
      next: '请先请求目录，使用其中要约的 @id，并以其所属数据集的编号作为 target。',
    },
  },
  agreementWrong: {
    status: 400,
    retryable: false,
    cause: 'The agreement is not what was negotiated: {problem}.',
    next: 'Send an agreement between the two parties of the negotiation with the rules of the last offer.',
    zh: {
      cause: '协议与协商结果不一致：{problem}。',
      next: '请发送由协商双方签订、规则与最后一次要约一致的协议。',
      values: { problem: dspWords },
    },
  },
  repeatDiffers: {
    status: 400,
    retryable: false,
    cause: 'A message with the identifier {name} came before and said something else.',
    next: 'Give every message its own identifier, and repeat a message unchanged.',
    zh: {
      cause: '此前已有标识为 {name} 的消息，但内容不同。',
      next: '每条消息请使用各自的标识；重发时内容须保持不变。',
    },
  },
  callbackInvalid: {
    status: 400,
    retryable: false,
    cause: 'The callbackAddress cannot be used: {problem}',
    next: 'Give the http or https base address of the DSP endpoints that messages to you should go to.',
    zh: {
      cause: 'callbackAddress 无法使用：{problem}。',
      next: '请填写接收消息的 DSP 端点的 http 或 https 基础地址。',
      values: { problem: dspWords },
    },
  },
  busy: {
    status: 503,
    retryable: true,
    cause: 'A message about this process is on its way to the other side, and its answer has not come yet.',
    next: 'Send the same message again in a few seconds.',
    zh: { cause: '该流程的一条消息正在发往对方，尚未收到答复。', next: '请几秒后重发同一消息。' },
  },
  negotiationUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no negotiation {id}.',
    next: 'List the negotiations and use the id of one of them.',
    zh: { cause: '没有编号为 {id} 的协商。', next: '请查看协商列表，并使用其中的编号。' },
  },
  transferUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no transfer {id}.',
    next: 'List the transfers and use the id of one of them.',
    zh: { cause: '没有编号为 {id} 的传输。', next: '请查看传输列表，并使用其中的编号。' },
  },
  agreementUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no finalized agreement {agreement} between these two parties.',
    next: 'Negotiate one first, and use the @id of the agreement.',
    zh: { cause: '双方之间没有已生效的协议 {agreement}。', next: '请先完成协商，并使用协议的 @id。' },
  },
  agreementRetired: {
    status: 409,
    retryable: false,
    cause: 'The agreement {agreement} was retired: its grant was revoked or has expired.',
    next: 'Apply for the data again.',
    zh: { cause: '协议 {agreement} 已失效：其授权已被撤销或已到期。', next: '如需使用数据，请重新申请。' },
  },
  illegalStep: {
    status: 409,
    retryable: false,
    cause: 'The {role} cannot {step} while the process is {state}.',
    next: 'Read the process again; the other side may have moved it on, or it has ended.',
    zh: {
      cause: '流程处于 {state} 状态时，{role}不能执行“{step}”。',
      next: '请重新读取流程；对方可能已推进该流程，或流程已结束。',
      values: { role: dspProcessWords, state: dspProcessWords, step: dspProcessWords },
    },
  },
  counterpartyUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no active connector {counterparty} in the registry.',
    next: 'List the connectors of the alliance and use the slug or DID of an active one.',
    zh: {
      cause: '连接器名录中没有可用的连接器 {counterparty}。',
      next: '请查看联盟的连接器名录，使用其中可用连接器的标识或 DID。',
    },
  },
  versionUnsupported: {
    status: 502,
    retryable: true,
    cause: 'The connector of {counterparty} does not offer the Dataspace Protocol 2025-1 over HTTPS.',
    next: 'Ask its operator; its version document names what it offers.',
    zh: {
      cause: '{counterparty} 的连接器没有通过 HTTPS 提供数据空间协议（DSP 2025-1）。',
      next: '请联系其运维人员；其版本文档列明了所提供的协议。',
    },
  },
  counterpartyFailed: {
    status: 502,
    retryable: true,
    cause: 'The connector of {counterparty} did not answer as the protocol demands: {problem}.',
    next: 'Try again later, and ask its operator if it lasts.',
    zh: {
      cause: '{counterparty} 的连接器未按协议应答：{problem}。',
      next: '请稍后重试；如持续出现，请联系其运维人员。',
      values: { problem: dspWords },
    },
  },
  counterpartyRefused: {
    status: 409,
    retryable: false,
    cause: 'The connector of {counterparty} refused: {problem}.',
    next: 'Correct the request; the other side says what it does not accept.',
    zh: {
      cause: '{counterparty} 的连接器拒绝了请求：{problem}。',
      next: '请按对方说明的原因更正请求。',
      values: { problem: dspWords },
    },
  },
  pageTokenWrong: {
    status: 400,
    retryable: false,
    cause: 'The page token is not one of this list.',
    next: 'Use nextPageToken from the answer before, or leave it out for the first page.',
    zh: { cause: '分页标记不属于该列表。', next: '请使用上一次应答中的 nextPageToken；查看第一页时无需填写。' },
  },
});
