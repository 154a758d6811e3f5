import { defineErrors } from '../../../errors.ts';

export const verifyErrors = defineErrors('verify', {
  nodeUnreachable: {
    status: 503,
    retryable: true,
    cause: 'The node at {url} does not answer {method}: {problem}.',
    next: 'Check the address of its eSpace RPC and try again.',
  },
  noAlliance: {
    status: 400,
    retryable: false,
    cause: 'There is no alliance at {governor} on chain {chainId}.',
    next: 'Check the address of the governor, and that the node is of the right chain.',
  },
});
