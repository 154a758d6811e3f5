import { defineErrors } from '../../errors.ts';

export const credentialCliErrors = defineErrors('cli_credential', {
  folderTaken: {
    status: 400,
    retryable: false,
    cause: 'The folder {folder} has a DID already.',
    next: 'Name another folder, or give this DID a new key with `xiangyu credential did rotate`.',
  },
  folderEmpty: {
    status: 400,
    retryable: false,
    cause: 'There is no key file of a DID in {folder}.',
    next: 'Make one with `xiangyu credential did create --did DID --folder FOLDER`.',
  },
  optionsDiffer: {
    status: 400,
    retryable: false,
    cause: 'The options do not go together: {problem}.',
    next: 'See `xiangyu credential --help`.',
  },
});
