import { defineErrors } from '../errors.ts';

/** What can go wrong in the proof room; all of it is the input's or the asked node's fault, never a state of ours. */
export const proofErrors = defineErrors('proof', {
  notCanonical: {
    status: 400,
    retryable: false,
    cause: 'The value at {path} has no canonical JSON form (RFC 8785): {problem}.',
    next: 'Give plain JSON values: finite numbers, well-formed Unicode strings, arrays and objects.',
  },
  badBundle: {
    status: 400,
    retryable: false,
    cause: 'This is not a proof bundle: {path} {problem}.',
    next: 'Fetch the bundle again and pass it on unchanged.',
  },
  badExchangeBundle: {
    status: 400,
    retryable: false,
    cause: 'This is not a bundle of an exchange: {path} {problem}.',
    next: 'Export the bundle again and pass it on unchanged.',
  },
  otherExchange: {
    status: 400,
    retryable: false,
    cause: 'These are not two views of one exchange: one is about {one}, another about {other}.',
    next: 'Give bundles of the same agreement.',
  },
  badHash: {
    status: 400,
    retryable: false,
    cause: '{name} is not {bytes} bytes in lower-case hexadecimal.',
    next: 'Give {bytes} bytes as hexadecimal without a prefix.',
  },
  badIndex: {
    status: 400,
    retryable: false,
    cause: 'A tree of {size} leaves has no leaf or earlier size {index}.',
    next: 'Ask for a whole number below the size of the tree.',
  },
  badRootResult: {
    status: 502,
    retryable: false,
    cause: 'The node answered rootOf with something that is not one 32-byte word.',
    next: 'Check that the address is an EvidenceLog contract on this chain.',
  },
  wrongChain: {
    status: 409,
    retryable: false,
    cause: 'The node serves chain {actual}, the bundle is anchored on chain {expected}.',
    next: 'Ask a node of chain {expected}.',
  },
  anchorElsewhere: {
    status: 409,
    retryable: false,
    cause: 'The node has the transaction {transactionHash} {place}, the bundle names block {named}.',
    next: 'Fetch the bundle again: a reorganisation of the chain may have moved the anchor since.',
  },
  nodeUnavailable: {
    status: 503,
    retryable: true,
    cause: 'The node could not be asked: {problem}.',
    next: 'Check the address of the node and try again.',
  },
});
