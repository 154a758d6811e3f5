import { defineErrors } from '../../errors.ts';

export const chainProofErrors = defineErrors('chain_proof', {
  notExecuted: {
    status: 409,
    retryable: true,
    cause: 'Epoch {epoch} is not deep enough yet: its receipts are stated at height {needed}, the chain is at {best}.',
    next: 'Try again in a few seconds; a chain part can be made {depth} blocks after the transaction.',
    zh: {
      cause: '纪元 {epoch} 的深度还不够：其回执记载于高度 {needed}，链目前的高度是 {best}。',
      next: '请过几秒再试；交易之后满 {depth} 个区块才能制作链上证明。',
    },
  },
  notFound: {
    status: 404,
    retryable: false,
    cause: 'Transaction {transaction} was not executed in epoch {epoch}.',
    next: 'Take the block number of the transaction’s receipt; if the chain was reorganised, read the receipt again.',
    zh: {
      cause: '交易 {transaction} 没有在纪元 {epoch} 中执行。',
      next: '请使用交易回执中的区块号；如发生过链重组，请重新读取回执。',
    },
  },
  tooFar: {
    status: 400,
    retryable: false,
    cause: 'Block {block} is at height {height}; a chain part ends between heights {least} and {most}.',
    next: 'Name a block in that range, or leave it out.',
    zh: {
      cause: '区块 {block} 的高度是 {height}，而链上证明须终止于高度 {least} 至 {most} 之间。',
      next: '请指定该范围内的区块，或不填。',
    },
  },
  notPivot: {
    status: 400,
    retryable: false,
    cause: 'Block {block} is not on the pivot chain of the node at {url}.',
    next: 'Name a pivot block, such as the hash of an eSpace block of this chain.',
    zh: { cause: '区块 {block} 不在节点 {url} 的主链上。', next: '请指定主链区块，例如本链 eSpace 区块的哈希值。' },
  },
  chainMoved: {
    status: 503,
    retryable: true,
    cause: 'What the node at {url} answered about epoch {epoch} does not fit together: {reason}.',
    next: 'The chain was probably reorganised meanwhile; try again. If it stays, run `xiangyu audit`.',
    zh: {
      cause: '节点 {url} 对纪元 {epoch} 的答复前后不一致：{reason}。',
      next: '其间可能发生了链重组，请再试；如仍然如此，请运行 `xiangyu audit`。',
    },
  },
  headerUnknown: {
    status: 502,
    retryable: false,
    cause: 'The header of block {block} at height {height} cannot be rebuilt from what the node at {url} answers.',
    next: 'Give the eSpace address of the same node too; if it stays, the node’s answer is not that block’s.',
    zh: {
      cause: '根据节点 {url} 的答复，无法还原高度 {height} 上区块 {block} 的区块头。',
      next: '请同时提供该节点的 eSpace 地址；如仍然如此，则节点答复的不是该区块的内容。',
    },
  },
});
