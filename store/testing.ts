import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { inject } from 'vitest';
import { connectStore, type Store } from './connectStore.ts';
import { startPostgres } from './startPostgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the test server, provided by the global set-up. */
    postgresUrl: string;
  }
}

/** A server for a whole test run. */
export interface TestPostgres {
  url: string;
  stop(): Promise<void>;
}

/** A database of its own for one test file. */
export interface TestDatabase {
  url: string;
  store: Store;
  /** Closes the store and removes the database. */
  drop(): Promise<void>;
}

/** A logger that says nothing. */
export const silentLogger = pino({ level: 'silent' });

/** Starts a PostgreSQL in a temporary folder, without waiting for the disk. `stop` removes the folder. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'xiangyu-postgres-'));
  await chmod(folder, 0o711);
  const postgres = await startPostgres({
    dataDir: folder,
    logger: silentLogger,
    signal: new AbortController().signal,
    unsafeFast: true,
  });
  return {
    url: postgres.url,
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes an empty database on the test server (`inject('postgresUrl')` unless given) and connects to it. */
export async function createTestDatabase(serverUrl: string = inject('postgresUrl')): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = await connectStore({ url: serverUrl, logger: silentLogger, maxConnections: 1 });
  await server.sql`CREATE DATABASE ${server.sql(name)}`;
  await server.close();
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  const store = await connectStore({ url, logger: silentLogger, maxConnections: 8 });
  return {
    url,
    store,
    async drop() {
      await store.close();
      const cleaner = await connectStore({ url: serverUrl, logger: silentLogger, maxConnections: 1 });
      await cleaner.sql`DROP DATABASE ${cleaner.sql(name)} WITH (FORCE)`;
      await cleaner.close();
    },
  };
}
