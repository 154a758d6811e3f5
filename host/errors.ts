import { defineErrors } from '../errors.ts';

export const hostErrors = defineErrors('host', {
  folderNotWritable: {
    status: 500,
    retryable: false,
    cause: 'The folder {folder} cannot be written: {reason}.',
    next: 'Give this user the right to write there, or choose another folder with --data.',
  },
  folderInUse: {
    status: 500,
    retryable: false,
    cause: 'Another running process{holder} already uses the folder {folder}.',
    next: 'Stop that process first, or choose another folder with --data.',
  },
  secretUnreadable: {
    status: 500,
    retryable: false,
    cause: 'The secret file {file} does not hold {bytes} bytes in hexadecimal.',
    next: 'Restore it from a backup; a new one would not open the data that was encrypted with it.',
  },
  processFailed: {
    status: 500,
    retryable: true,
    cause: 'The process "{name}" ended with {outcome} before it was ready.',
    next: 'Read its log for the reason, then start again.',
  },
});
