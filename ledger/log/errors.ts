import { defineErrors } from '../../errors.ts';

/** What can go wrong with the log's checkpoints and their witnesses. */
export const logErrors = defineErrors('log', {
  behindSigned: {
    status: 500,
    retryable: false,
    cause: 'The log signed a checkpoint of {signed} statements, but the database has only {size}.',
    next: 'The database is an older copy or was changed; restore the newest one. Nothing is signed until then.',
  },
  otherThanSigned: {
    status: 500,
    retryable: false,
    cause: 'At {size} statements the database has another root than the log signed.',
    next: 'The database was changed; restore the right one. Nothing is signed until then.',
  },
  behindWitnesses: {
    status: 503,
    retryable: true,
    cause: '{count} of {total} witnesses know another or a longer history of the log than this database.',
    next: 'The database is probably an older copy; restore the newest one. See GET /api/log/witnesses.',
  },
  checkpointWithheld: {
    status: 503,
    retryable: true,
    cause: 'The newest checkpoint of {size} statements is not shown: {problem}.',
    next: 'Ask again in a few seconds; it is shown as soon as it is sure that none was newer.',
  },
  noCheckpoint: {
    status: 404,
    retryable: true,
    cause: 'The log has no checkpoint of {size} statements.',
    next: 'Ask for sizes that GET /api/log/checkpoints lists.',
  },
  chainPartUnavailable: {
    status: 409,
    retryable: false,
    cause: 'The platform knows no Core Space address of its node, and only that one gives block headers and receipts.',
    next: 'Ask without `deep`, or ask the operator to set `core-rpc`.',
  },
  sizesReversed: {
    status: 400,
    retryable: false,
    cause: 'There is no way from {from} to {to} statements in a log of {size}.',
    next: 'Ask with `from` at most `to`, and `to` at most the size of the log.',
  },
  witnessExists: {
    status: 409,
    retryable: false,
    cause: 'The witness {name} is there already, with this name or one of these keys.',
    next: 'Remove it first, or give the keys of another one: a key counts once.',
  },
  witnessUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no witness {name}.',
    next: 'See GET /api/log/witnesses for those there are.',
  },
  witnessInvalid: {
    status: 400,
    retryable: false,
    cause: 'The witness cannot be added: {problem}.',
    next: 'Give the verifier keys as the witness publishes them, all with its name, and the address it answers at.',
  },
  handedOver: {
    status: 409,
    retryable: false,
    cause: 'The log belongs to the contract {owner} and cannot be handed over again.',
    next: 'Ask the members of the alliance that owns it.',
  },
  witnessesVoted: {
    status: 409,
    retryable: false,
    cause:
      'The members of the alliance decide by vote who vouches for the log; the operator of the platform cannot change it.',
    next: 'Propose other witnesses in the alliance (proposal of type setWitnesses). A member publishes the address and keys of its witness with PUT /api/log/witnesses/profile.',
  },
  witnessForeign: {
    status: 409,
    retryable: false,
    cause: 'The account {address} of this witness belongs to another member.',
    next: 'Give the keys that your own witness printed; the account must be the one in your entry of the members’ registry.',
  },
  badThreshold: {
    status: 409,
    retryable: false,
    cause: '{threshold} witnesses cannot cosign when there are {count}.',
    next: 'Give a threshold of at most the number of witnesses; lower it before you remove one.',
  },
  witnessRefused: {
    status: 502,
    retryable: true,
    cause: 'The witness did not cosign: {problem}.',
    next: 'It is asked again by itself; ask its operator when it goes on.',
  },
  witnessDisagrees: {
    status: 502,
    retryable: true,
    cause: 'The witness knows another history: {problem}.',
    next: 'If most witnesses say so, this database is not the newest copy; otherwise the witness is wrong.',
  },
});
