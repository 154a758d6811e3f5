import { defineErrors } from '../../errors.ts';

/** What can be wrong with a policy. */
export const policyErrors = defineErrors('policy', {
  invalid: {
    status: 400,
    retryable: false,
    cause: 'The policy is wrong at {path}: {problem}.',
    next: 'Mend this place and send the policy again; nothing was stored.',
  },
});
