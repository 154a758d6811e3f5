import { defineErrors } from '../../errors.ts';

/** What can be wrong with a Digital Link, an element string or a compressed link; `details.problems` holds everything. */
export const errors = defineErrors('proof', {
  badLink: {
    status: 400,
    retryable: false,
    cause: '"{link}" is not a GS1 Digital Link: {problem}.',
    next: 'Check the application identifiers, their order, their lengths and the check digits.',
  },
  badElements: {
    status: 400,
    retryable: false,
    cause: 'The GS1 element string is wrong: {problem}.',
    next: 'Write (01)… with known application identifiers, or the plain data with group separators.',
  },
  badCompression: {
    status: 400,
    retryable: false,
    cause: '"{text}" is not compressed GS1 data: {problem}.',
    next: 'Scan the code again; a compressed link must not lose a character.',
  },
});
