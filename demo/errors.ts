import { defineErrors } from '../errors.ts';

/** Errors of the demonstration. */
export const demoErrors = defineErrors('demo', {
  captureFailed: {
    status: 500,
    retryable: false,
    cause: 'The demonstration document {key} of {member} was not captured: {problem}.',
    next: 'Start without --demo, and report this: the demonstration does not fit this version of the platform.',
  },
});
