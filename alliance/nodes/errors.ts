import { defineErrors } from '../../errors.ts';

/** What can go wrong with members' nodes. */
export const nodesErrors = defineErrors('nodes', {
  noOwnNode: {
    status: 409,
    retryable: false,
    cause: 'This platform works with a node that somebody else runs, so that it cannot say how to join its network.',
    next: 'Ask whoever runs that node; for a public network see its own documentation.',
    zh: {
      cause: '本平台使用的是他人运行的节点，无法给出加入其网络的方法。',
      next: '请向该节点的运行单位了解；公共网络请查阅其官方文档。',
    },
  },
  sweepUnderWay: {
    status: 503,
    retryable: true,
    cause:
      'The account that the chain began with still holds {amount} CFX; the platform is moving them to its treasury.',
    next: 'Ask again in some seconds. A bundle contains the key of that account, so none is made before it is empty.',
    zh: {
      cause: '创世账户还有 {amount} CFX，平台正在转入金库。',
      next: '请几秒后再试。加入包中含有该账户的密钥，余额清零之前不提供加入包。',
    },
  },
  genesisBound: {
    status: 409,
    retryable: false,
    cause:
      'The account that the chain began with has {amount} CFX staked, locked or in its mirror account in eSpace, which the platform does not move.',
    next: 'Release them with the key in keys/genesis.key and send them to the treasury, then ask again.',
    zh: {
      cause: '创世账户有 {amount} CFX 处于质押、锁定状态，或在 eSpace 的映射账户中，平台不会转移这部分资金。',
      next: '请用 keys/genesis.key 中的密钥将其解除并转入金库，然后重试。',
    },
  },
  memberUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no organisation "{slug}".',
    next: 'See GET /api/members for those there are.',
    zh: { cause: '没有单位“{slug}”。', next: '请用 GET /api/members 查看现有的单位。' },
  },
  notAdmitted: {
    status: 403,
    retryable: false,
    cause: 'The organisation "{slug}" is not an admitted member of the alliance.',
    next: 'Nodes join for admitted members only; the members admit by vote.',
    zh: { cause: '单位“{slug}”不是联盟的正式成员。', next: '只有正式成员的节点可以加入；成员资格由成员单位投票决定。' },
  },
  reportUnsigned: {
    status: 403,
    retryable: false,
    cause: 'The report is not signed: the signature is none over its content.',
    next: 'Sign the report as it is sent, with the key that it names.',
    zh: { cause: '报告没有有效的签名：签名与内容不符。', next: '请用报告中写明的密钥，对发送的报告原样签名。' },
  },
  keyForeign: {
    status: 403,
    retryable: false,
    cause: 'The key that signed this report is not that of "{member}": {reason}.',
    next: 'Sign with the node key of the member’s entry in the registry (`xiangyu alliance node-keys --node FOLDER` sets it); before an alliance is founded, with the key of the node itself and an API key of the member.',
    zh: {
      cause: '签署该报告的密钥不属于“{member}”：{reason}。',
      next: '请用该成员单位在成员登记中的节点密钥签名（用 `xiangyu alliance node-keys --node FOLDER` 设置）；联盟创立之前，请用节点自身的密钥签名，并使用该单位的 API 密钥发送。',
    },
  },
  witnessNotRegistered: {
    status: 409,
    retryable: false,
    cause: 'The account of this witness is {address}; the registry has {registered} for your organisation.',
    next: 'Set the account in the registry with `xiangyu alliance node-keys --witness ADDRESS`, then publish the witness again.',
    zh: {
      cause: '该见证方的账户是 {address}，而本单位在成员登记中的见证账户是 {registered}。',
      next: '请用 `xiangyu alliance node-keys --witness ADDRESS` 在成员登记中设置该账户，再重新公布见证方。',
    },
  },
  tooMany: {
    status: 409,
    retryable: false,
    cause: 'There are {most} nodes of "{member}" here already, which is the most.',
    next: 'Let the nodes there are go on reporting under their own network keys.',
    zh: { cause: '“{member}”已有 {most} 个节点，达到上限。', next: '请让现有节点继续用各自的网络密钥上报。' },
  },
  reportOld: {
    status: 409,
    retryable: false,
    cause: 'The report of {time} cannot be taken: {reason}.',
    next: 'Set the clock of the node’s machine; a report counts once and for five minutes.',
    zh: {
      cause: '{time} 的报告不能接收：{reason}。',
      next: '请校准节点所在机器的时钟；每份报告只接收一次，五分钟内有效。',
    },
  },
  otherChain: {
    status: 409,
    retryable: false,
    cause: 'The node is on a chain that begins with {actual}; this network begins with {expected}.',
    next: 'Join with the newest bundle of this platform.',
    zh: {
      cause: '该节点所在链的创世区块是 {actual}，本网络的是 {expected}。',
      next: '请用本平台最新的加入包加入网络。',
    },
  },
});
