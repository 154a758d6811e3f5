import { defineErrors } from '../errors.ts';

/** What can go wrong in the ledger room. */
export const ledgerErrors = defineErrors('ledger', {
  badMasterKey: {
    status: 500,
    retryable: false,
    cause: 'The master key is not 32 bytes in hexadecimal.',
    next: 'Give the content of the master key file, 64 hexadecimal digits.',
    zh: { cause: '主密钥不是 32 字节的十六进制数。', next: '请提供主密钥文件的内容，即 64 位十六进制数。' },
  },
  wrongMasterKey: {
    status: 500,
    retryable: false,
    cause: 'The key {name} cannot be decrypted: it was encrypted under another master key, or its row was changed.',
    next: 'Start with the master key that belongs to this database.',
    zh: {
      cause: '密钥 {name} 无法解密：它是用另一把主密钥加密的，或其记录已被改动。',
      next: '请用与此数据库对应的主密钥启动。',
    },
  },
  badPrivateKey: {
    status: 400,
    retryable: false,
    cause: 'The private key for {name} is not a secp256k1 key of 32 bytes.',
    next: 'Give 64 hexadecimal digits with 0x in front.',
    zh: { cause: '{name} 的私钥不是 32 字节的 secp256k1 私钥。', next: '请提供以 0x 开头的 64 位十六进制数。' },
  },
  keyUnknown: {
    status: 404,
    retryable: false,
    cause: 'The key store has no key for the address {address}.',
    next: 'Create or import the key first.',
    zh: { cause: '密钥库中没有地址 {address} 的密钥。', next: '请先新建或导入该密钥。' },
  },
  idempotencyConflict: {
    status: 409,
    retryable: false,
    cause: 'The idempotency key {key} was already used for another transaction.',
    next: 'Use a new key for a new transaction, or send the same one again.',
    zh: { cause: '幂等键 {key} 已用于另一笔交易。', next: '新交易请使用新的幂等键，或原样重发原来的交易。' },
  },
  wrongChain: {
    status: 500,
    retryable: false,
    cause: 'The node serves chain {actual}, but the platform is set up for chain {expected}.',
    next: 'Give the address of a node of chain {expected}.',
    zh: { cause: '节点所属的链是 {actual}，而平台配置的链是 {expected}。', next: '请提供链 {expected} 的节点地址。' },
  },
  nodeUnavailable: {
    status: 503,
    retryable: true,
    cause: 'No node of the chain answered {method}: {problem}.',
    next: 'Nothing is lost; it goes on by itself as soon as a node answers.',
    zh: {
      cause: '没有链节点应答 {method}：{problem}。',
      next: '数据不会丢失；节点恢复后会自动继续。',
      values: {
        method: { '* calls': '* 项调用' },
        problem: {
          'no node is configured': '没有配置节点',
          'the node serves another chain': '节点属于另一条链',
          'no answer': '没有应答',
          'no answer within * milliseconds': '* 毫秒内没有应答',
          'it has no blocks': '节点没有区块',
          'it does not show its first block': '节点没有给出创世区块',
          'the answer is missing': '应答不完整',
          'an error without a message': '节点报错，但没有说明',
          'the batch was refused': '节点拒绝了批量请求',
        },
      },
    },
  },
  statementInvalid: {
    status: 400,
    retryable: false,
    cause: 'The statement cannot be recorded: {problem}.',
    next: 'Correct it and record it again.',
    zh: { cause: '无法存证：{problem}。', next: '请改正后重新提交。' },
  },
  notYetAnchored: {
    status: 409,
    retryable: true,
    cause: 'The statement {statementId} is recorded but its checkpoint is not on the chain yet.',
    next: 'Ask again in a few seconds.',
    zh: { cause: '存证 {statementId} 已记录，但其检查点尚未上链。', next: '请几秒后再试。' },
  },
  treasuryEmpty: {
    status: 503,
    retryable: true,
    cause: 'The treasury {address} has too little to pay for checkpoints: {balanceWei} wei.',
    next: 'Send CFX of chain {evmChainId} to {address}; anchoring goes on by itself.',
    zh: {
      cause: '金库 {address} 余额为 {balanceWei} wei，不足以支付检查点的手续费。',
      next: '请向 {address} 转入链 {evmChainId} 的 CFX；到账后会自动继续上链。',
    },
  },
  logBehindChain: {
    status: 500,
    retryable: false,
    cause: 'The contract {contract} holds a checkpoint of {anchored} statements, the database has only {size}.',
    next: 'The database is an older copy; restore the newest one. Nothing is anchored until then.',
    zh: {
      cause: '合约 {contract} 上有 {anchored} 条存证的检查点，而数据库中只有 {size} 条。',
      next: '数据库是较旧的副本，请恢复最新的数据库；恢复之前不再上链。',
    },
  },
  logDiverged: {
    status: 500,
    retryable: false,
    cause: 'At {size} statements the contract {contract} holds another root than the database.',
    next: 'The database was changed or is not the one that was anchored; restore the right one. Nothing is anchored until then.',
    zh: {
      cause: '存证数为 {size} 时，合约 {contract} 上的根与数据库不一致。',
      next: '数据库已被改动，或不是当初上链的那一个，请恢复正确的数据库；恢复之前不再上链。',
    },
  },
});
