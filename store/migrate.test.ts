import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectStore } from './connectStore.ts';
import { migrate } from './migrate.ts';
import { type Migration, readMigrations } from './readMigrations.ts';
import {
  createTestDatabase,
  silentLogger,
  startTestPostgres,
  type TestDatabase,
  type TestPostgres,
} from './testing.ts';

let server: TestPostgres;
let database: TestDatabase;

const tables: Migration = {
  room: 'garden',
  number: 1,
  name: 'tables',
  sql: 'CREATE SCHEMA IF NOT EXISTS garden;\nCREATE TABLE garden.beds (id int);\n',
};
const columns: Migration = { room: 'garden', number: 2, name: 'columns', sql: 'ALTER TABLE garden.beds ADD name text' };

beforeAll(async () => {
  server = await startTestPostgres();
  database = await createTestDatabase(server.url);
}, 60_000);
afterAll(async () => {
  await database.drop();
  await server.stop();
});

test('of two processes that migrate at once, one works and the other waits', async () => {
  const other = await connectStore({ url: database.url, logger: silentLogger });
  const [a, b] = await Promise.all([migrate(database.store, [tables]), migrate(other, [tables])]);
  expect([...a, ...b].sort()).toEqual(['garden/001_tables', 'store/001_jobs']);
  await other.close();
});

test('only what is new is applied, whatever the line ends', async () => {
  const windows = { ...tables, sql: tables.sql.replaceAll('\n', '\r\n') };
  expect(await migrate(database.store, [windows, columns])).toEqual(['garden/002_columns']);
  expect(await migrate(database.store, [tables, columns])).toEqual([]);
});

test('a changed migration is refused, and a database of a newer version too', async () => {
  const changed = { ...tables, sql: `${tables.sql} -- later thought` };
  await expect(migrate(database.store, [changed, columns])).rejects.toMatchObject({ code: 'STORE_MIGRATION_CHANGED' });
  await expect(migrate(database.store, [tables])).rejects.toMatchObject({ code: 'STORE_MIGRATION_UNKNOWN' });
});

test('a failing migration is undone and those before it stay', async () => {
  const good = { room: 'garden', number: 3, name: 'good', sql: 'CREATE TABLE garden.paths (id int)' };
  const bad = { room: 'garden', number: 4, name: 'bad', sql: 'CREATE TABLE garden.gates (id int); SELECT nonsense' };
  const error = await migrate(database.store, [tables, columns, good, bad]).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'STORE_MIGRATION_FAILED' });
  expect(String(error)).toContain('nonsense');
  const [row] = await database.store.sql`
    SELECT to_regclass('garden.paths') IS NOT NULL AS paths, to_regclass('garden.gates') IS NOT NULL AS gates`;
  expect(row).toEqual({ paths: true, gates: false });
});

test('migrations are read in the order of their numbers, and each needs its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xiangyu-migrations-'));
  await writeFile(join(folder, '010_late.sql'), 'SELECT 10');
  await writeFile(join(folder, '002_early.sql'), 'SELECT 2');
  await writeFile(join(folder, 'readme.md'), 'not a migration');
  const read = () => readMigrations('garden', pathToFileURL(folder));
  expect(read().map(({ number, name }) => `${number} ${name}`)).toEqual(['2 early', '10 late']);
  await writeFile(join(folder, '02_twin.sql'), 'SELECT 2');
  expect(read).toThrow(expect.objectContaining({ code: 'STORE_MIGRATION_MISNAMED' }));
  await rm(folder, { recursive: true });
});
