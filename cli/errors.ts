import { defineErrors } from '../errors.ts';

export const cliErrors = defineErrors('cli', {
  optionInvalid: {
    status: 400,
    retryable: false,
    cause: 'The option {name} cannot be "{value}" (from the {origin}).',
    next: 'Give {expected}; `xiangyu config` shows every option and where its value comes from.',
  },
  unknownOption: {
    status: 400,
    retryable: false,
    cause: 'There is no option "{name}" (in {where}).',
    next: 'Remove it or correct its name; `xiangyu config` lists the options.',
  },
  fileUnreadable: {
    status: 400,
    retryable: false,
    cause: 'The file {file} cannot be read.',
    next: 'Check its path and that this user may read it.',
  },
  fileInvalid: {
    status: 400,
    retryable: false,
    cause: 'The file {file} is not what it should be: {reason}.',
    next: 'Correct it at the place named and run the command again.',
  },
  platformUnreachable: {
    status: 503,
    retryable: true,
    cause: 'No platform answers at {url}.',
    next: 'Start it with `xiangyu up`, or name its address with --url.',
  },
  requestRefused: {
    status: 400,
    retryable: false,
    cause: 'The platform refused: {reason}.',
    next: '{advice}',
  },
  apiKeyMissing: {
    status: 401,
    retryable: false,
    cause: 'This command needs an API key and none was given.',
    next: 'Make one in the console under API keys, then set XIANGYU_API_KEY or name a file with --key-file.',
  },
  passwordMissing: {
    status: 400,
    retryable: false,
    cause: 'A password is needed and there is no terminal to ask at.',
    next: 'Name a file with --password-file or a program with --password-command.',
  },
  passwordsDiffer: {
    status: 400,
    retryable: false,
    cause: 'The two passwords differ.',
    next: 'Run the command again.',
  },
  fileNotWritten: {
    status: 400,
    retryable: false,
    cause: 'The file {file} cannot be written, or is there already.',
    next: 'Name another file.',
  },
  addressInvalid: {
    status: 400,
    retryable: false,
    cause: '"{address}" is not an eSpace address.',
    next: 'Give 0x and 40 hexadecimal digits.',
  },
  tokenShort: {
    status: 400,
    retryable: false,
    cause: 'The token in {file} has fewer than 16 characters.',
    next: 'Put a random one there, such as the output of `openssl rand -hex 32`.',
  },
  newMasterKeyMissing: {
    status: 400,
    retryable: false,
    cause: 'The present master key does not come from a file, so that the new one cannot take its place.',
    next: 'Name where the new one is, with --to-file or --to-command.',
  },
  filesUnusable: {
    status: 400,
    retryable: false,
    cause: '{count} of the files cannot be notarized; nothing was sent.',
    next: 'Correct or leave out what is named above; folders are not searched, name their files.',
  },
  fileChanged: {
    status: 400,
    retryable: true,
    cause: 'The file {file} changed while it was read; nothing of it was sent.',
    next: 'Run the command again when nobody writes to it.',
  },
  folderUnwritable: {
    status: 400,
    retryable: false,
    cause: 'Receipts cannot be written to the folder {folder}; nothing was sent.',
    next: 'Name a folder that this user may write to with --out.',
  },
  notAnchoredInTime: {
    status: 503,
    retryable: true,
    cause: '{count} of the records are durable but were not on the chain after {seconds} s.',
    next: 'Run the same command again with --wait: nothing is recorded twice, and the bundles are fetched then.',
  },
  portTaken: {
    status: 500,
    retryable: false,
    cause: 'Port {port} for the console is already taken on {host}.',
    next: 'Stop the program that uses it, or choose another with --port.',
  },
  consoleBuildFailed: {
    status: 500,
    retryable: false,
    cause: 'The console could not be built: {reason}.',
    next: 'Run `npm ci` again; if it stays, report this text.',
  },
});

/** Exit codes of the command line, after BSD's sysexits where one fits. */
export const exitCodes = {
  ok: 0,
  /** The command ran and its answer is no: a proof that does not verify, a platform that is not ready. */
  checkFailed: 1,
  usage: 64,
  dataInvalid: 65,
  inputMissing: 66,
  unavailable: 69,
  internal: 70,
  noPermission: 77,
} as const;
