import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { cliErrors } from '../errors.ts';
import { isReceipt } from './receipt.ts';

/** A file that can be read. */
export interface FoundFile {
  path: string;
  bytes: number;
}

/**
 * Looks at every file before anything is sent; receipts of earlier runs are left out.
 * @throws CLI_FILES_UNUSABLE naming all that cannot be used, CLI_FOLDER_UNWRITABLE
 */
export async function checkFiles(paths: readonly string[], out: string | undefined): Promise<FoundFile[]> {
  const faults: { pointer: string; problem: string; expected: string }[] = [];
  const files: FoundFile[] = [];
  const receipts = new Map<string, string>();
  for (const path of new Set(paths)) {
    if (isReceipt(path)) continue;
    const fault = (problem: string, expected: string) => faults.push({ pointer: path, problem, expected });
    try {
      const found = await stat(path);
      await access(path, constants.R_OK);
      if (found.isDirectory()) fault('is a folder', 'a file');
      else if (!found.isFile()) fault('is no regular file', 'a file');
      else if (basename(path).length > 255 || hasControlCharacter(basename(path))) {
        fault('has a name with line breaks or of more than 255 characters', 'another name');
      } else files.push({ path, bytes: found.size });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      fault(code === 'ENOENT' ? 'is not there' : 'may not be read by this user', 'a file that can be read');
    }
    const twin = out === undefined ? undefined : receipts.get(basename(path));
    if (twin !== undefined) fault(`has the same name as ${twin}`, 'different names, or no --out');
    receipts.set(basename(path), path);
  }
  if (faults.length > 0) throw cliErrors.filesUnusable({ count: faults.length }, { details: { errors: faults } });
  for (const folder of new Set(out === undefined ? files.map(({ path }) => dirname(path)) : [out])) {
    try {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
    } catch (cause) {
      throw cliErrors.folderUnwritable({ folder }, { cause });
    }
  }
  return files;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hasControlCharacter = (name: string) => /[\u0000-\u001f\u007f]/.test(name);
