import { XiangyuError } from '../errors.ts';
import { exitCodes } from './errors.ts';

function exitCodeOf(error: XiangyuError): number {
  if (error.code === 'CLI_FILE_UNREADABLE') return exitCodes.inputMissing;
  if (error.code === 'CLI_FILE_INVALID' || error.code.startsWith('PROOF_')) return exitCodes.dataInvalid;
  if (error.status === 401 || error.status === 403) return exitCodes.noPermission;
  if (error.retryable || error.status === 503) return exitCodes.unavailable;
  return error.status < 500 ? exitCodes.usage : exitCodes.internal;
}

/** Prints an error as cause, next step and code, each on a line of its own, and gives the exit code that fits. */
export function reportError(error: unknown): number {
  if (error instanceof XiangyuError) {
    console.error(`\nError: ${error.reason}\nNext step: ${error.nextStep}\n(${error.code})`);
    return exitCodeOf(error);
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`\nError: something went wrong that we did not foresee.\n${text}`);
  console.error('Next step: run the command again; if it stays, report this text.');
  return exitCodes.internal;
}
