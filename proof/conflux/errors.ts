import { defineErrors } from '../../errors.ts';

/** What can be wrong with the chain's own bytes; always the input's fault. */
export const confluxErrors = defineErrors('conflux', {
  badRlp: {
    status: 400,
    retryable: false,
    cause: 'The bytes are not RLP at offset {offset}: {problem}.',
    next: 'Fetch them again from the node and pass them on unchanged.',
    zh: { cause: '数据在第 {offset} 字节处不是有效的 RLP：{problem}。', next: '请向节点重新获取，原样提供。' },
  },
  badHeader: {
    status: 400,
    retryable: false,
    cause: 'The bytes are not a Conflux block header: {problem}.',
    next: 'Fetch the header again from the node and pass it on unchanged.',
    zh: { cause: '数据不是有效的 Conflux 区块头：{problem}。', next: '请向节点重新获取区块头，原样提供。' },
  },
  badReceipt: {
    status: 400,
    retryable: false,
    cause: 'The bytes are not a Conflux receipt: {problem}.',
    next: 'Fetch the receipt again from the node and pass it on unchanged.',
    zh: { cause: '数据不是有效的 Conflux 交易收据：{problem}。', next: '请向节点重新获取收据，原样提供。' },
  },
  badAddress: {
    status: 400,
    retryable: false,
    cause: '{address} is not a Conflux base32 address (CIP-37): {problem}.',
    next: 'Give the address as the node writes it, such as cfx:… or net7001:….',
    zh: {
      cause: '{address} 不是有效的 Conflux base32 地址（CIP-37）：{problem}。',
      next: '请按节点的写法填写地址，例如 cfx:… 或 net7001:…。',
    },
  },
  badTrieProof: {
    status: 400,
    retryable: false,
    cause: 'The sibling hashes do not fit entry {index} of {count}.',
    next: 'Fetch the proof again; a proof has exactly the siblings that its place asks for.',
    zh: {
      cause: '相邻哈希值与第 {index} 个条目（共 {count} 个）不符。',
      next: '请重新获取证明；证明中的相邻哈希值须与条目位置一一对应，不多不少。',
    },
  },
});
