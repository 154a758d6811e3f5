import { execFile } from 'node:child_process';
import { chown, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { databaseUser } from './databaseUser.ts';
import { storeErrors } from './errors.ts';
import type { Binaries } from './findBinaries.ts';

export interface CreateClusterParameters {
  binaries: Binaries;
  /** Where the new data folder shall be; its parent must exist. */
  clusterDir: string;
  user: string;
  password: string;
  /** Only for tests: do not wait for the disk. */
  noSync?: boolean;
}

const run = promisify(execFile);
const draftPrefix = '.initdb-';

/** The major version of the programs. @throws STORE_BINARIES_UNUSABLE when they do not run here. */
async function readOwnVersion(binaries: Binaries): Promise<string> {
  try {
    const { stdout } = await run(binaries.postgres, ['--version'], { ...databaseUser, cwd: '/' });
    const version = /\s(\d+)/.exec(stdout)?.[1];
    if (!version) throw new Error(`unexpected version: ${stdout.trim()}`);
    return version;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.trim() : String(cause);
    throw storeErrors.binariesUnusable({ reason }, { cause });
  }
}

/**
 * Says whether a data folder is there, and that these programs may use it.
 * @throws STORE_OTHER_MAJOR_VERSION, STORE_DATA_FOLDER_UNKNOWN.
 */
export async function checkCluster(clusterDir: string, binaries: Binaries): Promise<'usable' | 'missing'> {
  const found = await readFile(join(clusterDir, 'PG_VERSION'), 'utf8').catch(() => null);
  if (found !== null) {
    const own = await readOwnVersion(binaries);
    if (found.trim() === own) return 'usable';
    throw storeErrors.otherMajorVersion({ folder: clusterDir, found: found.trim(), own });
  }
  const entries = await readdir(clusterDir).catch(() => []);
  if (entries.length > 0) throw storeErrors.dataFolderUnknown({ folder: clusterDir });
  return 'missing';
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/**
 * Makes a new data folder: UTF-8, collation C.UTF-8 of PostgreSQL itself (the same order on every machine), page
 * checksums, passwords by SCRAM. It gets its name when it is whole, so a crash leaves nothing half-made.
 * @throws STORE_INIT_FAILED.
 */
export async function createCluster(parameters: CreateClusterParameters): Promise<void> {
  const { binaries, clusterDir, user, password, noSync = false } = parameters;
  const parent = dirname(clusterDir);
  for (const name of await readdir(parent)) {
    if (name.startsWith(draftPrefix)) await rm(join(parent, name), { recursive: true, force: true });
  }
  const draft = await mkdtemp(join(parent, draftPrefix));
  const passwordFile = join(draft, 'password');
  const made = join(draft, basename(clusterDir));
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (databaseUser) {
      await chown(draft, databaseUser.uid, databaseUser.gid);
      await chown(passwordFile, databaseUser.uid, databaseUser.gid);
    }
    const encoding = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['--auth=scram-sha-256', `--username=${user}`, `--pwfile=${passwordFile}`, '--data-checksums'];
    const pace = noSync ? ['--no-sync'] : [];
    await run(binaries.initdb, ['-D', made, ...encoding, ...access, ...pace], {
      ...databaseUser,
      cwd: '/',
      env: { LC_ALL: 'C', PATH: process.env.PATH },
    });
    await rename(made, clusterDir);
    await syncFolder(parent);
  } catch (cause) {
    const stderr = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    const reason = stderr || (cause instanceof Error ? cause.message : String(cause));
    throw storeErrors.initFailed({ folder: clusterDir, reason }, { cause });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
