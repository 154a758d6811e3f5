import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hostErrors } from './errors.ts';

/** Like a recursive mkdir, which Node never ends where a file system refuses new folders without saying so (/proc). */
async function makeFolder(folder: string, mode: number): Promise<void> {
  const failed = await mkdir(folder, { mode }).then(
    () => null,
    (error: NodeJS.ErrnoException) => error,
  );
  if (!failed || (failed.code === 'EEXIST' && (await stat(folder)).isDirectory())) return;
  if (failed.code !== 'ENOENT' || dirname(folder) === folder) throw failed;
  await makeFolder(dirname(folder), mode);
  await mkdir(folder, { mode });
}

/**
 * Makes a folder (and its parents) where missing and proves that a file can be written in it.
 * @throws HOST_FOLDER_NOT_WRITABLE with the system's reason.
 */
export async function ensureWritableFolder(folder: string, mode = 0o700): Promise<void> {
  const probe = join(folder, `.write-probe-${process.pid}`);
  try {
    await makeFolder(folder, mode);
    await writeFile(probe, '');
    await rm(probe, { force: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw hostErrors.folderNotWritable({ folder, reason }, { cause });
  }
}
