import { defineErrors } from '../../errors.ts';

export const governErrors = defineErrors('cli_alliance', {
  keyThere: {
    status: 400,
    retryable: false,
    cause: 'There is a key in {folder} already, of {address}.',
    next: 'Use it, or name another folder; a member has one voting key at a time.',
  },
  keyMissing: {
    status: 400,
    retryable: false,
    cause: 'There is no voting key in {folder}.',
    next: 'Make one with `xiangyu alliance key --folder {folder}`, or name the folder that holds it.',
  },
  notConfirmed: {
    status: 400,
    retryable: false,
    cause: 'Nothing was signed: it was not confirmed.',
    next: 'Read what is shown; then run the command again and answer yes, or add --yes where nobody can be asked.',
  },
  memberUnclear: {
    status: 400,
    retryable: false,
    cause: 'The key {address} is not the voting key of a member here.',
    next: 'Name the folder with the right key; a key that was replaced signs no more.',
  },
  notFounder: {
    status: 403,
    retryable: false,
    cause: 'The charter does not name the key {address} as that of a founder.',
    next: 'Send your address to the organiser of the founding, or name the folder with the key that the charter names.',
  },
  noAlliance: {
    status: 409,
    retryable: false,
    cause: 'The platform at {url} has no alliance, and no founding is under way.',
    next: 'Begin one with `xiangyu alliance found --members members.yaml`, or name the right platform with --url.',
  },
  preparedWrong: {
    status: 502,
    retryable: false,
    cause: 'The platform prepared something else than was asked for: {problem}. Nothing was signed.',
    next: 'Do not sign it elsewhere either; tell the operator and the other members.',
  },
  notDone: {
    status: 503,
    retryable: true,
    cause: 'It is stored, but was not on the chain after {seconds} s.',
    next: 'It follows by itself; see `xiangyu alliance status`.',
  },
  refusedByChain: {
    status: 409,
    retryable: false,
    cause: 'The alliance refused it: {reason}.',
    next: '{advice}',
  },
});
