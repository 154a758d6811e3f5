import { defineErrors } from '../../errors.ts';

/** What can go wrong in the transaction lanes. */
export const lanesErrors = defineErrors('lanes', {
  invalidRequest: {
    status: 400,
    retryable: false,
    cause: 'The transaction {key} cannot be taken: {problem}.',
    next: 'Correct it and submit it again; nothing was taken.',
  },
  spaceUnsupported: {
    status: 400,
    retryable: false,
    cause: 'This platform has no node that serves the space {space}.',
    next: 'Send it in eSpace, or start the platform with --core-rpc.',
  },
  chainUnknown: {
    status: 503,
    retryable: true,
    cause: 'No node has said yet which chain it serves, so nothing can be taken for it.',
    next: 'Check the node; try again in a few seconds.',
  },
  queueFull: {
    status: 429,
    retryable: true,
    cause: 'The tenant {tenant} has {queued} transactions waiting; {limit} is the most.',
    next: 'Submit more when some of them have been sent.',
  },
  spendingCap: {
    status: 403,
    retryable: false,
    cause: 'With this the tenant {tenant} could spend {wanted} wei in the present period; {cap} is the most.',
    next: 'Wait for the next period, or ask the operator for a higher cap.',
  },
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no transaction {id}.',
    next: 'Check the number; it is the one that submitting gave.',
  },
  tooLate: {
    status: 409,
    retryable: false,
    cause: 'The transaction {id} is {state} already and cannot be changed.',
    next: 'Read it to see what became of it.',
  },
  badCursor: {
    status: 400,
    retryable: false,
    cause: 'The cursor {cursor} is not one that was given here.',
    next: 'Use the cursor of the last answer, or none to begin at the start.',
  },
});
