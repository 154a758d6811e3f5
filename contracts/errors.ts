import { defineErrors } from '../errors.ts';

export const contractErrors = defineErrors('contracts', {
  compileFailed: {
    status: 500,
    retryable: false,
    cause: 'The contract {contract} does not compile: {problem}.',
    next: 'Correct the source and run contracts/build.ts again.',
  },
});
