import { readFile } from 'node:fs/promises';
import { checkBundle, type NetworkBundle } from '../../engine/index.ts';
import { cliErrors } from '../errors.ts';

/** Reads a network bundle from a file. @throws CLI_FILE_UNREADABLE, CLI_FILE_INVALID, ENGINE_BUNDLE_INVALID */
export async function readBundleFile(file: string): Promise<NetworkBundle> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw cliErrors.fileInvalid({ file, reason: cause instanceof Error ? cause.message : 'not JSON' }, { cause });
  }
  return checkBundle(value);
}
