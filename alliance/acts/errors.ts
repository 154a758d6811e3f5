import { defineErrors } from '../../errors.ts';

export const actsErrors = defineErrors('acts', {
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no administrative act {id} that you may see.',
    next: 'List the acts with GET /api/acts and use one of their ids.',
  },
});
