import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { cliErrors } from '../errors.ts';

/** JSON from a file, or from standard input for `-`. @throws CLI_FILE_UNREADABLE, CLI_FILE_INVALID */
export async function readJsonFile(file: string): Promise<object> {
  const read = file === '-' ? text(process.stdin) : readFile(file, 'utf8');
  const content = await read.catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    throw cliErrors.fileInvalid({ file, reason: cause instanceof Error ? cause.message : 'not JSON' }, { cause });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw cliErrors.fileInvalid({ file, reason: 'it is not a JSON object' });
}

/** A JSON object, or also a list where `lists`, that was written as an option. @throws CLI_OPTION_INVALID */
export function readJsonOption(name: string, value: string, lists = false): object {
  try {
    const parsed: unknown = JSON.parse(value);
    if (typeof parsed === 'object' && parsed !== null && (lists || !Array.isArray(parsed))) return parsed;
  } catch {
    // Told below, with what was expected.
  }
  throw cliErrors.optionInvalid({
    name,
    value,
    origin: 'command line',
    expected: lists ? 'a JSON object or list' : 'a JSON object',
  });
}
