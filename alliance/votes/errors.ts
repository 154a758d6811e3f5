import { defineErrors } from '../../errors.ts';

/** What can go wrong with votes before the contracts are asked; what those refuse is in `chain/errors.ts`. */
export const votesErrors = defineErrors('votes', {
  noAlliance: {
    status: 409,
    retryable: false,
    cause: 'No alliance has been founded on this platform.',
    next: 'Have the operator start the founding with `xiangyu alliance found --members members.yaml`.',
  },
  memberUnknown: {
    status: 404,
    retryable: false,
    cause: 'The alliance has no member {slug}.',
    next: 'Take a slug from the list of members, or apply for membership first.',
  },
  keyless: {
    status: 403,
    retryable: false,
    cause: '{slug} has no voting key, because it is {status}.',
    next: 'Wait until the members admit it.',
  },
  signatureForeign: {
    status: 403,
    retryable: false,
    cause:
      'The signature is not one of the key {key} of {slug} over this message with nonce {nonce}, on chain {chainId}, for the contract {contract}.',
    next: 'Have it prepared anew, sign exactly that with the present key, and send it again.',
  },
  signatureReplayed: {
    status: 409,
    retryable: false,
    cause: 'This signature of {slug} was carried out before and counts once.',
    next: 'Have the next one prepared and sign that.',
  },
  busy: {
    status: 409,
    retryable: true,
    cause: 'Another signature of {slug} is on its way to the chain, and they count one after the other.',
    next: 'Wait until it is done, some seconds, then have the next one prepared.',
  },
  tooMany: {
    status: 429,
    retryable: true,
    cause:
      '{slug} had {most} signatures carried to the chain in 24 hours, which is the most that the platform pays for.',
    next: 'Wait, or send your transactions to the contracts yourself.',
  },
  documentWrong: {
    status: 400,
    retryable: false,
    cause: 'The document of the proposal is not in order: {problem}.',
    next: 'Correct it and have it prepared again.',
  },
  proposalUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no proposal {id}.',
    next: 'Take an id from the list of proposals.',
  },
  applicationUnknown: {
    status: 409,
    retryable: false,
    cause: '{slug} has no open application{which}.',
    next: 'Have it apply first; a proposal to admit names exactly what was applied with.',
  },
  logUnknown: {
    status: 409,
    retryable: true,
    cause: 'The platform has no evidence log on this chain yet.',
    next: 'Wait until it is deployed, or name the log in the parameters.',
  },
  commentUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no comment {id} on this proposal.',
    next: 'Take an id from the list of comments.',
  },
  commentForeign: {
    status: 403,
    retryable: false,
    cause: 'Only its author can retract a comment.',
    next: 'Answer it with a comment of your own.',
  },
  commentRefused: {
    status: 403,
    retryable: false,
    cause: '{slug} is not an admitted member, and proposals are discussed by members.',
    next: 'Apply for membership, or wait until a suspension is lifted.',
  },
});
