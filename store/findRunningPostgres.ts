import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { postgresUrl } from './startPostgres.ts';
import { readPostmasterFile } from './stopOrphan.ts';

/** The address of the PostgreSQL that another process runs on this folder, with the password; null when none does. */
export async function findRunningPostgres(dataDir: string): Promise<string | null> {
  const folder = resolve(dataDir);
  const file = await readPostmasterFile(join(folder, 'cluster'));
  const password = (await readFile(join(folder, 'password'), 'utf8').catch(() => '')).trim();
  return file?.status === 'ready' && password ? postgresUrl(password, file.port) : null;
}
