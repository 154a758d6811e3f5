import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { storeErrors } from './errors.ts';

/** User and group that PostgreSQL runs as when we are root, which it refuses; 65534 is `nobody` on most systems. */
export const databaseUser: { readonly uid: number; readonly gid: number } | null =
  process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;

/** The innermost folder above `dir`, or `dir` itself, that the database user cannot enter; null when there is none. */
async function findBarrier(dir: string): Promise<string | null> {
  if (!databaseUser) return null;
  for (let folder = resolve(dir); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => null);
    if (found) {
      let bit = 0o001;
      if (found.uid === databaseUser.uid) bit = 0o100;
      else if (found.gid === databaseUser.gid) bit = 0o010;
      if ((found.mode & bit) === 0) return folder;
    }
    if (folder === dirname(folder)) return null;
  }
}

/**
 * True when PostgreSQL could use a data folder at `dir`: always, unless we are root and a folder on the way (such as
 * /root) is closed to the unprivileged user it runs as. `dir` need not exist yet.
 */
export async function isReachableByDatabaseUser(dir: string): Promise<boolean> {
  return (await findBarrier(dir)) === null;
}

/** @throws STORE_FOLDER_UNREACHABLE naming the folder that bars the way. */
export async function assertReachable(dataDir: string): Promise<void> {
  const folder = await findBarrier(dataDir);
  if (folder && databaseUser) throw storeErrors.folderUnreachable({ uid: databaseUser.uid, folder, dataDir });
}
