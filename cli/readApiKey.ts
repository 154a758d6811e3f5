import { readFile } from 'node:fs/promises';
import { cliErrors } from './errors.ts';

/** The API key of a command: from the file it names, otherwise from XIANGYU_API_KEY. @throws CLI_API_KEY_MISSING, CLI_FILE_UNREADABLE */
export async function readApiKey(keyFile: string | undefined): Promise<string> {
  const key = keyFile === undefined ? process.env.XIANGYU_API_KEY : (await read(keyFile)).trim();
  if (!key) throw cliErrors.apiKeyMissing();
  return key;
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
}
