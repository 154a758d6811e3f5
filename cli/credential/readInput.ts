import { readFile } from 'node:fs/promises';
import { cliErrors } from '../errors.ts';
import { writeWhole } from './ownFolder.ts';

/** A file as text. @throws CLI_FILE_UNREADABLE */
export async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
}

/** A file that holds a JSON object. @throws CLI_FILE_UNREADABLE, CLI_FILE_INVALID */
export async function readObject(file: string): Promise<Record<string, unknown>> {
  const text = await readText(file);
  const invalid = (reason: string, cause?: unknown) => cliErrors.fileInvalid({ file, reason }, { cause });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw invalid(cause instanceof Error ? cause.message : 'not JSON', cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('it is no JSON object');
  return value as Record<string, unknown>;
}

/** A time that was given. @throws CLI_OPTION_INVALID */
export function readTime(name: string, value: string | undefined): Date | undefined {
  if (value === undefined) return undefined;
  const time = new Date(value);
  if (!Number.isNaN(time.getTime())) return time;
  throw cliErrors.optionInvalid({
    name,
    value,
    origin: 'command line',
    expected: 'a time such as 2027-12-31T23:59:59Z',
  });
}

/** Writes a result to a file, or prints it. @throws CLI_FILE_NOT_WRITTEN */
export async function deliver(text: string, out: string | undefined): Promise<void> {
  if (out === undefined) {
    console.log(text);
    return;
  }
  await writeWhole(out, text);
  console.log(out);
}
