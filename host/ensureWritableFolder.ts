import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostErrors } from './errors.ts';

/**
 * Makes a folder (and its parents) where missing and proves that a file can be written in it.
 * @throws HOST_FOLDER_NOT_WRITABLE with the system's reason.
 */
export async function ensureWritableFolder(folder: string, mode = 0o700): Promise<void> {
  const probe = join(folder, `.write-probe-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true, mode });
    await writeFile(probe, '');
    await rm(probe, { force: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw hostErrors.folderNotWritable({ folder, reason }, { cause });
  }
}
