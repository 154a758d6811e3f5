import { defineErrors } from '../../errors.ts';

/** What can go wrong with votes before the contracts are asked; what those refuse is in `chain/errors.ts`. */
export const votesErrors = defineErrors('votes', {
  noAlliance: {
    status: 409,
    retryable: false,
    cause: 'No alliance has been founded on this platform.',
    next: 'Have the operator start the founding with `xiangyu alliance found --members members.yaml`.',
    zh: {
      cause: '本平台上尚未创立联盟。',
      next: '请运营方用 `xiangyu alliance found --members members.yaml` 开始创立。',
    },
  },
  memberUnknown: {
    status: 404,
    retryable: false,
    cause: 'The alliance has no member {slug}.',
    next: 'Take a slug from the list of members, or apply for membership first.',
    zh: { cause: '联盟没有标识为 {slug} 的成员单位。', next: '请使用成员列表中的标识，或先申请加入。' },
  },
  keyless: {
    status: 403,
    retryable: false,
    cause: '{slug} has no voting key, because it is {status}.',
    next: 'Wait until the members admit it.',
    zh: { cause: '{slug} 没有表决密钥，因为其状态为“{status}”。', next: '请等待成员投票接纳。' },
  },
  signatureForeign: {
    status: 403,
    retryable: false,
    cause:
      'The signature is not one of the key {key} of {slug} over this message with nonce {nonce}, on chain {chainId}, for the contract {contract}.',
    next: 'Have it prepared anew, sign exactly that with the present key, and send it again.',
    zh: {
      cause: '该签名不是 {slug} 的密钥 {key} 对此内容所签（序号 {nonce}，链 {chainId}，合约 {contract}）。',
      next: '请重新准备内容，用当前密钥原样签名后再提交。',
    },
  },
  signatureReplayed: {
    status: 409,
    retryable: false,
    cause: 'This signature of {slug} was carried out before and counts once.',
    next: 'Have the next one prepared and sign that.',
    zh: { cause: '{slug} 的这个签名此前已经执行，只计一次。', next: '请准备新的内容并签名。' },
  },
  busy: {
    status: 409,
    retryable: true,
    cause: 'Another signature of {slug} is on its way to the chain, and they count one after the other.',
    next: 'Wait until it is done, some seconds, then have the next one prepared.',
    zh: { cause: '{slug} 的另一个签名正在上链，须依次办理。', next: '请等待几秒，待其完成后再准备下一项。' },
  },
  tooMany: {
    status: 429,
    retryable: true,
    cause:
      '{slug} had {most} signatures carried to the chain in 24 hours, which is the most that the platform pays for.',
    next: 'Wait, or send your transactions to the contracts yourself.',
    zh: {
      cause: '{slug} 在 24 小时内已有 {most} 个签名由平台送上链，达到平台代付手续费的上限。',
      next: '请稍后再办，或自行向合约发送交易。',
    },
  },
  documentWrong: {
    status: 400,
    retryable: false,
    cause: 'The document of the proposal is not in order: {problem}.',
    next: 'Correct it and have it prepared again.',
    zh: { cause: '提案内容有误：{problem}。', next: '请改正后重新准备。' },
  },
  proposalUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no proposal {id}.',
    next: 'Take an id from the list of proposals.',
    zh: { cause: '没有提案 {id}。', next: '请使用提案列表中的编号。' },
  },
  applicationUnknown: {
    status: 409,
    retryable: false,
    cause: '{slug} has no open application{which}.',
    next: 'Have it apply first; a proposal to admit names exactly what was applied with.',
    zh: { cause: '{slug} 没有待决的申请{which}。', next: '请该单位先提出申请；接纳提案须与申请内容完全一致。' },
  },
  logUnknown: {
    status: 409,
    retryable: true,
    cause: 'The platform has no evidence log on this chain yet.',
    next: 'Wait until it is deployed, or name the log in the parameters.',
    zh: { cause: '平台在这条链上还没有存证日志。', next: '请等待其部署完成，或在参数中写明存证日志。' },
  },
  commentUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no comment {id} on this proposal.',
    next: 'Take an id from the list of comments.',
    zh: { cause: '该提案没有发言 {id}。', next: '请使用发言列表中的编号。' },
  },
  commentForeign: {
    status: 403,
    retryable: false,
    cause: 'Only its author can retract a comment.',
    next: 'Answer it with a comment of your own.',
    zh: { cause: '发言只能由作者本人撤回。', next: '如有不同意见，请另行发言。' },
  },
  commentRefused: {
    status: 403,
    retryable: false,
    cause: '{slug} is not an admitted member, and proposals are discussed by members.',
    next: 'Apply for membership, or wait until a suspension is lifted.',
    zh: { cause: '{slug} 不是正式成员，提案由成员单位讨论。', next: '请申请加入联盟，或等待恢复成员资格。' },
  },
});
