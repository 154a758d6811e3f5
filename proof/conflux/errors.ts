import { defineErrors } from '../../errors.ts';

/** What can be wrong with the chain's own bytes; always the input's fault. */
export const confluxErrors = defineErrors('conflux', {
  badRlp: {
    status: 400,
    retryable: false,
    cause: 'The bytes are not RLP at offset {offset}: {problem}.',
    next: 'Fetch them again from the node and pass them on unchanged.',
  },
  badHeader: {
    status: 400,
    retryable: false,
    cause: 'The bytes are not a Conflux block header: {problem}.',
    next: 'Fetch the header again from the node and pass it on unchanged.',
  },
  badReceipt: {
    status: 400,
    retryable: false,
    cause: 'The bytes are not a Conflux receipt: {problem}.',
    next: 'Fetch the receipt again from the node and pass it on unchanged.',
  },
  badAddress: {
    status: 400,
    retryable: false,
    cause: '{address} is not a Conflux base32 address (CIP-37): {problem}.',
    next: 'Give the address as the node writes it, such as cfx:… or net7001:….',
  },
  badTrieProof: {
    status: 400,
    retryable: false,
    cause: 'The sibling hashes do not fit entry {index} of {count}.',
    next: 'Fetch the proof again; a proof has exactly the siblings that its place asks for.',
  },
});
