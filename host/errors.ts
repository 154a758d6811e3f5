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
  urlInvalid: {
    status: 400,
    retryable: false,
    cause: 'The URL {problem}.',
    next: 'Give a full http or https address without a user name or password.',
  },
  addressPrivate: {
    status: 403,
    retryable: false,
    cause: 'The host {host} is not on the public Internet, and this platform calls no private addresses for its users.',
    next: 'Give a public address, or let the operator start the platform with --allow-private-urls.',
  },
  outgoingFailed: {
    status: 502,
    retryable: true,
    cause: 'The other side did not answer properly: {problem}.',
    next: 'See that the service is up and reachable from this platform; the call may be repeated.',
  },
});
