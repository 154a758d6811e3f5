import { defineErrors } from '../../errors.ts';

export const chainProofErrors = defineErrors('chain_proof', {
  notExecuted: {
    status: 409,
    retryable: true,
    cause: 'Epoch {epoch} is not deep enough yet: its receipts are stated at height {needed}, the chain is at {best}.',
    next: 'Try again in a few seconds; a chain part can be made {depth} blocks after the transaction.',
  },
  notFound: {
    status: 404,
    retryable: false,
    cause: 'Transaction {transaction} was not executed in epoch {epoch}.',
    next: 'Take the block number of the transaction’s receipt; if the chain was reorganised, read the receipt again.',
  },
  tooFar: {
    status: 400,
    retryable: false,
    cause: 'Block {block} is at height {height}; a chain part ends between heights {least} and {most}.',
    next: 'Name a block in that range, or leave it out.',
  },
  notPivot: {
    status: 400,
    retryable: false,
    cause: 'Block {block} is not on the pivot chain of the node at {url}.',
    next: 'Name a pivot block, such as the hash of an eSpace block of this chain.',
  },
  chainMoved: {
    status: 503,
    retryable: true,
    cause: 'What the node at {url} answered about epoch {epoch} does not fit together: {reason}.',
    next: 'The chain was probably reorganised meanwhile; try again. If it stays, run `xiangyu audit`.',
  },
  headerUnknown: {
    status: 502,
    retryable: false,
    cause: 'The header of block {block} at height {height} cannot be rebuilt from what the node at {url} answers.',
    next: 'Give the eSpace address of the same node too; if it stays, the node’s answer is not that block’s.',
  },
});
