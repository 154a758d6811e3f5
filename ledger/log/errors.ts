import { defineErrors } from '../../errors.ts';

/** What can go wrong with the log's checkpoints and their witnesses. */
export const logErrors = defineErrors('log', {
  behindSigned: {
    status: 500,
    retryable: false,
    cause: 'The log signed a checkpoint of {signed} statements, but the database has only {size}.',
    next: 'The database is an older copy or was changed; restore the newest one. Nothing is signed until then.',
    zh: {
      cause: '日志已签署 {signed} 条存证的检查点，而数据库中只有 {size} 条。',
      next: '数据库是较旧的副本或已被改动，请恢复最新的数据库；恢复之前不再签署检查点。',
    },
  },
  otherThanSigned: {
    status: 500,
    retryable: false,
    cause: 'At {size} statements the database has another root than the log signed.',
    next: 'The database was changed; restore the right one. Nothing is signed until then.',
    zh: {
      cause: '存证数为 {size} 时，数据库的根与日志签署的根不一致。',
      next: '数据库已被改动，请恢复正确的数据库；恢复之前不再签署检查点。',
    },
  },
  behindWitnesses: {
    status: 503,
    retryable: true,
    cause: '{count} of {total} witnesses know another or a longer history of the log than this database.',
    next: 'The database is probably an older copy; restore the newest one. See GET /api/log/witnesses.',
    zh: {
      cause: '{total} 个见证方中，有 {count} 个掌握的日志历史与本数据库不同或更长。',
      next: '数据库可能是较旧的副本，请恢复最新的数据库；详见 GET /api/log/witnesses。',
    },
  },
  checkpointWithheld: {
    status: 503,
    retryable: true,
    cause: 'The newest checkpoint of {size} statements is not shown: {problem}.',
    next: 'Ask again in a few seconds; it is shown as soon as it is sure that none was newer.',
    zh: {
      cause: '含 {size} 条存证的最新检查点暂不公布：{problem}。',
      next: '请几秒后再试；确认没有更新的检查点后即予公布。',
    },
  },
  noCheckpoint: {
    status: 404,
    retryable: true,
    cause: 'The log has no checkpoint of {size} statements.',
    next: 'Ask for sizes that GET /api/log/checkpoints lists.',
    zh: { cause: '日志没有存证数为 {size} 的检查点。', next: '请使用 GET /api/log/checkpoints 列出的存证数。' },
  },
  chainPartUnavailable: {
    status: 409,
    retryable: false,
    cause: 'The platform knows no Core Space address of its node, and only that one gives block headers and receipts.',
    next: 'Ask without `deep`, or ask the operator to set `core-rpc`.',
    zh: {
      cause: '平台没有配置节点的 Core 空间地址，而区块头和收据只能由它提供。',
      next: '请去掉 `deep` 后再试，或请运营方设置 `core-rpc`。',
    },
  },
  sizesReversed: {
    status: 400,
    retryable: false,
    cause: 'There is no way from {from} to {to} statements in a log of {size}.',
    next: 'Ask with `from` at most `to`, and `to` at most the size of the log.',
    zh: {
      cause: '日志现有 {size} 条存证，不能给出从 {from} 条到 {to} 条的证明。',
      next: '请使 `from` 不大于 `to`，`to` 不大于日志的存证数。',
    },
  },
  witnessExists: {
    status: 409,
    retryable: false,
    cause: 'The witness {name} is there already, with this name or one of these keys.',
    next: 'Remove it first, or give the keys of another one: a key counts once.',
    zh: {
      cause: '见证方 {name} 已经存在：名称相同，或有一把密钥相同。',
      next: '请先移除它，或填写另一个见证方的密钥；每把密钥只能使用一次。',
    },
  },
  witnessUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no witness {name}.',
    next: 'See GET /api/log/witnesses for those there are.',
    zh: { cause: '没有见证方 {name}。', next: '请用 GET /api/log/witnesses 查看现有的见证方。' },
  },
  witnessInvalid: {
    status: 400,
    retryable: false,
    cause: 'The witness cannot be added: {problem}.',
    next: 'Give the verifier keys as the witness publishes them, all with its name, and the address it answers at.',
    zh: { cause: '无法添加该见证方：{problem}。', next: '请填写见证方公布的公钥（名称须一致）及其提交地址。' },
  },
  handedOver: {
    status: 409,
    retryable: false,
    cause: 'The log belongs to the contract {owner} and cannot be handed over again.',
    next: 'Ask the members of the alliance that owns it.',
    zh: { cause: '日志已归合约 {owner} 管理，不能再次移交。', next: '请与管理该合约的联盟成员单位联系。' },
  },
  witnessesVoted: {
    status: 409,
    retryable: false,
    cause:
      'The members of the alliance decide by vote who vouches for the log; the operator of the platform cannot change it.',
    next: 'Propose other witnesses in the alliance (proposal of type setWitnesses). A member publishes the address and keys of its witness with PUT /api/log/witnesses/profile.',
    zh: {
      cause: '由哪些见证方为日志联署，由联盟成员单位投票决定，平台运营方不能更改。',
      next: '请在联盟中提出更换见证方的提案（类型 setWitnesses）。成员单位可用 PUT /api/log/witnesses/profile 公布其见证方的地址和公钥。',
    },
  },
  witnessForeign: {
    status: 409,
    retryable: false,
    cause: 'The account {address} of this witness belongs to another member.',
    next: 'Give the keys that your own witness printed; the account must be the one in your entry of the members’ registry.',
    zh: {
      cause: '该见证方的账户 {address} 属于另一个成员单位。',
      next: '请填写本单位见证方显示的公钥；其账户须与本单位在成员登记中的见证账户一致。',
    },
  },
  badThreshold: {
    status: 409,
    retryable: false,
    cause: '{threshold} witnesses cannot cosign when there are {count}.',
    next: 'Give a threshold of at most the number of witnesses; lower it before you remove one.',
    zh: {
      cause: '现有 {count} 个见证方，无法要求 {threshold} 个联署。',
      next: '联署门槛不能大于见证方的数目；移除见证方之前请先降低门槛。',
    },
  },
  witnessRefused: {
    status: 502,
    retryable: true,
    cause: 'The witness did not cosign: {problem}.',
    next: 'It is asked again by itself; ask its operator when it goes on.',
    zh: { cause: '见证方没有联署：{problem}。', next: '平台会自动再次请求；如持续出现，请与该见证方的运行单位联系。' },
  },
  witnessDisagrees: {
    status: 502,
    retryable: true,
    cause: 'The witness knows another history: {problem}.',
    next: 'If most witnesses say so, this database is not the newest copy; otherwise the witness is wrong.',
    zh: {
      cause: '见证方掌握的日志历史不同：{problem}。',
      next: '如果多数见证方都这样，说明本数据库不是最新副本；否则是该见证方有误。',
    },
  },
});
