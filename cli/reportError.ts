import { XiangyuError } from '../errors.ts';
import { exitCodes } from './errors.ts';

interface ListedError {
  pointer: string;
  problem: string;
  expected: string;
}

/** The single faults of a document, where the platform named them. */
function listFaults({ details }: XiangyuError): string[] {
  const errors = Array.isArray(details.errors) ? (details.errors as ListedError[]) : [];
  return errors.map(({ pointer, problem, expected }) => `  ${pointer || '/'} ${problem}; expected: ${expected}`);
}

function exitCodeOf(error: XiangyuError): number {
  if (error.code === 'CLI_REQUEST_REFUSED') return exitCodeOfStatus(Number(error.details.status));
  if (['CLI_FILE_UNREADABLE', 'CLI_FILES_UNUSABLE'].includes(error.code)) return exitCodes.inputMissing;
  if (error.code === 'CLI_FILE_INVALID' || /^(PROOF_|CREDENTIAL_UNREADABLE|DID_DOCUMENT_WRONG)/.test(error.code))
    return exitCodes.dataInvalid;
  if (error.status === 401 || error.status === 403) return exitCodes.noPermission;
  if (error.retryable || error.status === 503) return exitCodes.unavailable;
  return error.status < 500 ? exitCodes.usage : exitCodes.internal;
}

function exitCodeOfStatus(status: number): number {
  if (status === 401 || status === 403) return exitCodes.noPermission;
  return status < 500 && status !== 429 ? exitCodes.dataInvalid : exitCodes.unavailable;
}

/** Prints an error as cause, next step and code, each on a line of its own, and gives the exit code that fits. */
export function reportError(error: unknown): number {
  if (error instanceof XiangyuError) {
    const faults = listFaults(error).map((line) => `${line}\n`);
    console.error(`\nError: ${error.reason}\n${faults.join('')}Next step: ${error.nextStep}\n(${error.code})`);
    return exitCodeOf(error);
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`\nError: something went wrong that we did not foresee.\n${text}`);
  console.error('Next step: run the command again; if it stays, report this text.');
  return exitCodes.internal;
}
