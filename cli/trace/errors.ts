import { defineErrors } from '../../errors.ts';

/** Errors of the commands that bring tables and documents in and out. */
export const traceCommandErrors = defineErrors('cli_trace', {
  fileUnknown: {
    status: 400,
    retryable: false,
    cause: 'The file {file} is none that the platform reads.',
    next: 'Give a table (.csv, .xlsx) or an EPCIS document (.json, .jsonld, .xml).',
  },
  folderUnusable: {
    status: 400,
    retryable: false,
    cause: 'The folder {folder} cannot be watched: {reason}.',
    next: 'Name a folder that this user may read and write.',
  },
});
