import { defineErrors } from '../../errors.ts';

/** What can go wrong with grants. */
export const grantErrors = defineErrors('grant', {
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no grant {id} here.',
    next: 'Look at the list of grants of the own department.',
  },
  exists: {
    status: 409,
    retryable: false,
    cause: 'The agreement {agreement} has a grant already, with other terms.',
    next: 'Make a new agreement for other terms.',
  },
  termsInvalid: {
    status: 400,
    retryable: false,
    cause: 'This cannot be granted: {problem}.',
    next: 'Correct it; nothing was granted.',
  },
  disclosureInvalid: {
    status: 400,
    retryable: false,
    cause: 'What the agreement says of its grant is wrong: {problem}.',
    next: 'Ask the provider to correct its agreement.',
  },
  partyUnknown: {
    status: 422,
    retryable: false,
    cause: 'The registry has no active connector {party}.',
    next: 'Have the department register its connector first.',
  },
  actNotAllowed: {
    status: 409,
    retryable: false,
    cause: 'The grant cannot be changed like this: {problem}.',
    next: 'Look at its state and at who its parties are.',
  },
  pending: {
    status: 409,
    retryable: true,
    cause: 'The grant is not on the chain yet.',
    next: 'Try again in a few seconds.',
  },
  suspended: {
    status: 403,
    retryable: false,
    cause: 'The grant is suspended.',
    next: 'Ask the provider, or the data authority, for the reason and when it is resumed.',
  },
  revoked: {
    status: 403,
    retryable: false,
    cause: 'The grant is revoked.',
    next: 'Ask the provider for the reason; a new application makes a new grant.',
  },
  renounced: {
    status: 403,
    retryable: false,
    cause: 'The consumer gave the grant up.',
    next: 'A new application makes a new grant.',
  },
  refused: {
    status: 403,
    retryable: false,
    cause: 'The chain did not take the grant.',
    next: 'Look at its history for the reason, and have it granted anew.',
  },
  expired: {
    status: 403,
    retryable: false,
    cause: 'The grant ended at {at}.',
    next: 'Apply again for a longer time.',
  },
  notYet: {
    status: 403,
    retryable: true,
    cause: 'The grant begins at {at}.',
    next: 'Ask again from then on.',
  },
  exhausted: {
    status: 403,
    retryable: false,
    cause: 'The grant was for {count} requests, and all are used.',
    next: 'Apply for more.',
  },
  tooOften: {
    status: 429,
    retryable: true,
    cause: 'The agreement allows {times} requests within {seconds} seconds, and they are used.',
    next: 'Wait until the period is over, or apply for more.',
  },
  purposeDiffers: {
    status: 403,
    retryable: false,
    cause: 'The grant is for the purpose {granted}, and not for {asked}.',
    next: 'Ask for the purpose that was granted, or apply for the other one.',
  },
  chainSilent: {
    status: 503,
    retryable: true,
    cause: 'The grant could not be looked up on the chain: {problem}.',
    next: 'Try again in a few seconds; nothing is handed out until the chain answers.',
  },
  chainDiffers: {
    status: 403,
    retryable: false,
    cause: 'The chain has other terms for this grant: {problem}.',
    next: 'Compare the grant with its agreement; nothing is handed out.',
  },
  contractNotReady: {
    status: 503,
    retryable: true,
    cause: 'The contract of the grants is being deployed on this chain.',
    next: 'Try again in a few seconds.',
  },
  callRefused: {
    status: 400,
    retryable: false,
    cause: 'The call cannot be carried to the chain: {problem}.',
    next: 'Sign exactly one act of the contract of the grants, with the chain key of a registered connector.',
  },
  carrierRefused: {
    status: 503,
    retryable: true,
    cause: 'The platform does not carry a message about the grant to the chain: {problem}',
    next: 'It is tried again by itself; look at the reason that it gives.',
  },
  callUnknown: {
    status: 404,
    retryable: false,
    cause: 'No call {reference} was carried to the chain.',
    next: 'Submit it again; the same call counts once.',
  },
  pageTokenWrong: {
    status: 400,
    retryable: false,
    cause: 'The page token is none of this list.',
    next: 'Use the nextPageToken of the page before, or none for the first page.',
  },
  callsExceeded: {
    status: 429,
    retryable: true,
    cause: '{slug} had {count} calls carried in 24 hours; that is the most.',
    next: 'Wait, or ask the operator of the platform.',
  },
});
