import { defineErrors } from '../errors.ts';

/** What can go wrong in running a witness, apart from what its protocol answers to a log. */
export const witnessErrors = defineErrors('witness', {
  nameInvalid: {
    status: 400,
    retryable: false,
    cause: 'The witness cannot be named "{name}": {problem}.',
    next: 'Give it a name like a URL without its scheme, such as witness.example.org/xiangyu, with --name.',
  },
  nameChanged: {
    status: 400,
    retryable: false,
    cause: 'The keys in {folder} belong to the witness "{known}", not to "{name}".',
    next: 'Start it with --name {known}; for another witness choose another folder with --data.',
  },
  logKeyInvalid: {
    status: 400,
    retryable: false,
    cause: 'The log key "{key}" is not one: {problem}.',
    next: 'Copy the log’s verifier key (logKey in GET /api/log of its platform) whole and give it with --log.',
  },
  noLog: {
    status: 400,
    retryable: false,
    cause: 'The witness has no log to watch.',
    next: 'Give the verifier key of at least one log with --log.',
  },
  addressInvalid: {
    status: 400,
    retryable: false,
    cause: 'The address "{address}" is not HOST:PORT.',
    next: 'Give one such as 127.0.0.1:8090 or [::1]:8090 with --listen.',
  },
  cannotListen: {
    status: 500,
    retryable: false,
    cause: 'The witness cannot listen on {host}:{port}: {reason}.',
    next: 'Stop the program that uses the port, or choose another address with --listen.',
  },
  recordDamaged: {
    status: 500,
    retryable: false,
    cause: 'The record {file} of what this witness signed is damaged: {problem}.',
    next: 'Restore the file from a backup of this very moment; without it the witness could sign two histories, so it does not start.',
  },
});
