import { defineErrors } from '../errors.ts';

export const explorerErrors = defineErrors('explorer', {
  graphUnavailable: {
    status: 404,
    retryable: false,
    cause:
      'This platform works with a node whose Core Space address it does not know, so it cannot show the Tree-Graph.',
    next: 'Start the platform with --core-rpc, or look at /api/network, which needs eSpace only.',
  },
  starting: {
    status: 503,
    retryable: true,
    cause: 'The platform has just started and has not asked its node yet.',
    next: 'Try again in a second.',
  },
  coreUnavailable: {
    status: 404,
    retryable: false,
    cause: 'This platform works with a node whose Core Space address it does not know.',
    next: 'Start the platform with --core-rpc, or use /rpc/espace.',
  },
  notFound: {
    status: 404,
    retryable: false,
    cause: 'The index of this chain has no {what} {id}.',
    next: 'Check it, and whether the index has come that far: /api/explorer/summary tells.',
  },
  badAddress: {
    status: 400,
    retryable: false,
    cause: '{address} is not an address of this chain.',
    next: 'Give 20 bytes in hexadecimal with 0x, or the base32 form with the prefix {prefix}:.',
  },
  badHash: {
    status: 400,
    retryable: false,
    cause: '{hash} is not a hash.',
    next: 'Give 32 bytes in hexadecimal with 0x in front.',
  },
  traceUnavailable: {
    status: 501,
    retryable: false,
    cause: 'The node of this platform keeps no traces: {problem}.',
    next: 'Run the node with executive_trace = true and its trace methods, or look at the logs of the transaction.',
  },
  abiUnknown: {
    status: 409,
    retryable: false,
    cause: 'The functions of {address} are not known, because its source was not verified.',
    next: 'Verify the contract first: POST /api/explorer/contracts/{address}/verify.',
  },
  functionUnknown: {
    status: 400,
    retryable: false,
    cause: '{address} has no reading function {name}.',
    next: 'Give one of: {known}. Where a name is overloaded, give its parameter types too.',
  },
  badArguments: {
    status: 400,
    retryable: false,
    cause: 'The arguments do not fit {signature}: {problem}',
    next: 'Numbers are decimal text, bytes and addresses hexadecimal, tuples and arrays are arrays.',
  },
  readReverted: {
    status: 422,
    retryable: false,
    cause: 'The contract refused the call: {reason}.',
    next: 'Change the arguments.',
  },
  badPeriod: {
    status: 400,
    retryable: false,
    cause: 'From {from} to {to} in steps of a {step} cannot be shown: {problem}.',
    next: 'Ask for 1 to 2,000 steps, from an earlier to a later time.',
  },
});
