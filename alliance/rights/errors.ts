import { defineErrors } from '../../errors.ts';

export const rightsErrors = defineErrors('rights', {
  signInNeeded: {
    status: 401,
    retryable: false,
    cause: 'This needs a signed-in person or an API key, and the request has neither a valid one nor the other.',
    next: 'Sign in, or send an API key in the header Authorization: Bearer xy_….',
  },
  refused: {
    status: 403,
    retryable: false,
    cause: '{name} may not {what}; refused because {because}.',
    next: 'Ask an administrator of your organisation for the right, or see GET /api/rights/explain.',
  },
  policiesWrong: {
    status: 500,
    retryable: false,
    cause: 'The policies of {file} cannot be used: {problem}.',
    next: 'Correct the file in alliance/rights/policies and start again.',
  },
});
