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
});
