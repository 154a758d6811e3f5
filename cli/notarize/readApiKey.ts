import { readFile } from 'node:fs/promises';
import { cliErrors } from '../errors.ts';

/** The API key from a file, otherwise from XIANGYU_API_KEY. @throws CLI_FILE_UNREADABLE, CLI_API_KEY_MISSING */
export async function readApiKey(keyFile: string | undefined): Promise<string> {
  const key = keyFile
    ? (
        await readFile(keyFile, 'utf8').catch((cause: unknown) => {
          throw cliErrors.fileUnreadable({ file: keyFile }, { cause });
        })
      ).trim()
    : process.env.XIANGYU_API_KEY;
  if (!key) throw cliErrors.apiKeyMissing();
  return key;
}
