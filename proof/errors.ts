import { defineErrors } from '../errors.ts';

/** What can go wrong in the proof room; all of it is the input's or the asked node's fault, never a state of ours. */
export const proofErrors = defineErrors('proof', {
  notCanonical: {
    status: 400,
    retryable: false,
    cause: 'The value at {path} has no canonical JSON form (RFC 8785): {problem}.',
    next: 'Give plain JSON values: finite numbers, well-formed Unicode strings, arrays and objects.',
    zh: {
      cause: '{path} 处的值没有规范 JSON 形式（RFC 8785）：{problem}。',
      next: '请只使用普通 JSON 值：有限的数、合规的 Unicode 文本、数组和对象。',
    },
  },
  badBundle: {
    status: 400,
    retryable: false,
    cause: 'This is not a proof bundle: {path} {problem}.',
    next: 'Fetch the bundle again and pass it on unchanged.',
    zh: { cause: '这不是有效的证明包：{path} {problem}。', next: '请重新获取证明包，原样提供。' },
  },
  badExchangeBundle: {
    status: 400,
    retryable: false,
    cause: 'This is not a bundle of an exchange: {path} {problem}.',
    next: 'Export the bundle again and pass it on unchanged.',
    zh: { cause: '这不是有效的共享交换证明包：{path} {problem}。', next: '请重新导出证明包，原样提供。' },
  },
  otherExchange: {
    status: 400,
    retryable: false,
    cause: 'These are not two views of one exchange: one is about {one}, another about {other}.',
    next: 'Give bundles of the same agreement.',
    zh: {
      cause: '这些不是同一次共享交换的两方记录：一份关于 {one}，另一份关于 {other}。',
      next: '请提供同一份协议的证明包。',
    },
  },
  badHash: {
    status: 400,
    retryable: false,
    cause: '{name} is not {bytes} bytes in lower-case hexadecimal.',
    next: 'Give {bytes} bytes as hexadecimal without a prefix.',
    zh: {
      cause: '{name} 不是 {bytes} 字节的小写十六进制数据。',
      next: '请填写 {bytes} 字节的十六进制数据，不带前缀。',
    },
  },
  badIndex: {
    status: 400,
    retryable: false,
    cause: 'A tree of {size} leaves has no leaf or earlier size {index}.',
    next: 'Ask for a whole number below the size of the tree.',
    zh: {
      cause: '该树有 {size} 个叶子，没有序号为 {index} 的叶子，也没有大小为 {index} 的早先版本。',
      next: '请使用小于树大小的整数。',
    },
  },
  badRootResult: {
    status: 502,
    retryable: false,
    cause: 'The node answered rootOf with something that is not one 32-byte word.',
    next: 'Check that the address is an EvidenceLog contract on this chain.',
    zh: { cause: '节点对 rootOf 的答复不是一个 32 字节的值。', next: '请确认该地址是本链上的 EvidenceLog 合约。' },
  },
  wrongChain: {
    status: 409,
    retryable: false,
    cause: 'The node serves chain {actual}, the bundle is anchored on chain {expected}.',
    next: 'Ask a node of chain {expected}.',
    zh: { cause: '节点所在的链是 {actual}，证明包锚定在链 {expected} 上。', next: '请改用链 {expected} 的节点。' },
  },
  anchorElsewhere: {
    status: 409,
    retryable: false,
    cause: 'The node has the transaction {transactionHash} {place}, the bundle names block {named}.',
    next: 'Fetch the bundle again: a reorganisation of the chain may have moved the anchor since.',
    zh: {
      cause: '节点上交易 {transactionHash} 的位置是{place}，证明包写明的区块是 {named}。',
      next: '请重新获取证明包；链重组后，锚定位置可能已经变动。',
    },
  },
  nodeUnavailable: {
    status: 503,
    retryable: true,
    cause: 'The node could not be asked: {problem}.',
    next: 'Check the address of the node and try again.',
    zh: { cause: '无法查询节点：{problem}。', next: '请核对节点地址后再试。' },
  },
});
