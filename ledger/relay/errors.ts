import { defineErrors } from '../../errors.ts';

/** What can go wrong with relayed calls. */
export const relayErrors = defineErrors('relay', {
  notReady: {
    status: 503,
    retryable: true,
    cause: 'The forwarder contract is being deployed on this chain.',
    next: 'Try again in a few seconds.',
  },
  requestInvalid: {
    status: 400,
    retryable: false,
    cause: 'The request cannot be relayed: {problem}.',
    next: 'Have a new one prepared and signed.',
  },
  signatureWrong: {
    status: 400,
    retryable: false,
    cause: 'The signature is not one of {from} for this request.',
    next: 'Sign exactly the typed data that was prepared, with the account of `from`.',
  },
  nonceWrong: {
    status: 409,
    retryable: false,
    cause: 'The request has nonce {nonce}, but the next one of {from} is {expected}.',
    next: 'Have a new request prepared and sign that.',
  },
  busy: {
    status: 409,
    retryable: true,
    cause: 'A call of {from} is still on its way.',
    next: 'Wait until it is executed, then have the next one prepared.',
  },
  targetUntrusting: {
    status: 400,
    retryable: false,
    cause: 'The contract {to} does not trust the forwarder {forwarder}.',
    next: 'Only contracts that follow ERC-2771 and name this forwarder can be called this way.',
  },
  wouldRevert: {
    status: 422,
    retryable: false,
    cause: 'The call would fail: {reason}.',
    next: 'Correct it; nothing was sent.',
  },
  capReached: {
    status: 403,
    retryable: false,
    cause: 'With this the platform would pay up to {wanted} wei for {tenant} in 24 hours; {cap} is the most.',
    next: 'Wait, or ask the operator for a higher cap.',
  },
  unknown: {
    status: 404,
    retryable: false,
    cause: '{tenant} has no relayed call {id}.',
    next: 'Use the id that submitting gave.',
  },
});
