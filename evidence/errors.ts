import { defineErrors } from '../errors.ts';

/** What can go wrong in the evidence room. */
export const evidenceErrors = defineErrors('evidence', {
  itemsInvalid: {
    status: 400,
    retryable: false,
    cause: 'The request has {count} faults, the first at {pointer}: it {problem}. Nothing was recorded.',
    next: 'Correct what details.errors names and send the whole request again.',
  },
  tooMany: {
    status: 413,
    retryable: false,
    cause: 'The request has {count} items, more than {most}. Nothing was recorded.',
    next: 'Send it in several requests of at most {most} items.',
  },
  keyInvalid: {
    status: 400,
    retryable: false,
    cause: 'The header Idempotency-Key is not 1 to 200 visible ASCII characters.',
    next: 'Give each request a key of its own, such as a UUID, and the same one when it is sent again.',
  },
  keyReused: {
    status: 409,
    retryable: false,
    cause: 'The Idempotency-Key {key} was already used for a request with another body. Nothing was recorded.',
    next: 'Use a new key for a new request, or send the same body again.',
  },
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no evidence with the id {id}.',
    next: 'Check the id; GET /evidence?digest=… finds records by the SHA-256 of a file.',
  },
  pageTokenWrong: {
    status: 400,
    retryable: false,
    cause: 'The nextPageToken is not one of this list.',
    next: 'Use nextPageToken from the answer before, or leave it out for the first page.',
  },
  notYetAnchored: {
    status: 409,
    retryable: true,
    cause: 'The evidence {id} is recorded but not on the chain yet, so there is nothing to certify.',
    next: 'Ask again in a few seconds.',
  },
});
