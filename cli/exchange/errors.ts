import { defineErrors } from '../../errors.ts';

export const exchangeCommandErrors = defineErrors('cli_exchange', {
  transferEnded: {
    status: 409,
    retryable: false,
    cause: 'The other department’s connector did not give the data: {reason}.',
    next: 'See the reason, and the grant with `xiangyu exchange grants`; apply again where it is over.',
  },
  transferWaits: {
    status: 503,
    retryable: true,
    cause: 'The transfer {transfer} did not start within {seconds} s.',
    next: 'Run the command again: it takes the same transfer up. The other connector may be away, or the grant not on the chain yet.',
  },
  intakeFailed: {
    status: 409,
    retryable: false,
    cause: 'The delivery failed: {problem}.',
    next: 'Correct what the reason names and pull again; nothing of it was left in place.',
  },
  agreementUnknown: {
    status: 404,
    retryable: false,
    cause: 'The department has no grant as the asking side for "{agreement}".',
    next: 'Take the agreement from `xiangyu exchange grants`; after an approval it appears within seconds.',
  },
  caseMissing: {
    status: 400,
    retryable: false,
    cause: 'Neither a case number nor --no-case was given.',
    next: 'Name the case that the data are used for with --case; the other side checks and records it.',
  },
});
