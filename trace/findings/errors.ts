import { defineErrors } from '../../errors.ts';

/** Errors of findings. */
export const findingErrors = defineErrors('finding', {
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no finding {id} that your organisation may see.',
    next: 'Open the list of findings and choose one of them.',
  },
  notYours: {
    status: 403,
    retryable: false,
    cause: 'Only an authority, the platform’s operator or the certifier concerned decides about finding {id}.',
    next: 'Ask one of them; your organisation can add what it knows by capturing the missing events.',
  },
});
