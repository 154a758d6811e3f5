import { mkdir, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ensureWritableFolder } from '../host/index.ts';
import { isReachableByDatabaseUser } from '../store/index.ts';

const systemFolder = '/var/lib/xiangyu';

/**
 * The data folder as an absolute path, made and proven writable. The default is `xiangyu-data` in the working folder; a
 * superuser whose working folder other users cannot enter gets /var/lib/xiangyu, since PostgreSQL never runs as root.
 * @throws HOST_FOLDER_NOT_WRITABLE
 */
export async function chooseDataFolder(given: string | null, ownsDatabase: boolean): Promise<string> {
  const folder = given === null ? join(process.cwd(), 'xiangyu-data') : resolve(given);
  // The folder itself may be entered; what is private lies in folders of mode 0700 below it.
  await ensureWritableFolder(folder, 0o755);
  if (given !== null || !ownsDatabase || (await isReachableByDatabaseUser(folder))) return folder;
  // Only an empty one goes.
  await rmdir(folder).catch(() => undefined);
  await mkdir(systemFolder, { recursive: true, mode: 0o755 });
  await ensureWritableFolder(systemFolder, 0o755);
  return systemFolder;
}
