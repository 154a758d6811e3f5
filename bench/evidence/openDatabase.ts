import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, type Logger } from '../../host/index.ts';
import { connectStore, type Store, startPostgres } from '../../store/index.ts';

export interface BenchDatabase {
  url: string;
  store: Store;
  logger: Logger;
  /** A folder of its own, removed at the end. */
  folder: string;
  stop(): Promise<void>;
}

/** The PostgreSQL of the platform with the settings of production: every commit waits for the disk. */
export async function openDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'xiangyu-bench-'));
  await chmod(folder, 0o711);
  const { signal } = new AbortController();
  const { logger } = createContext({ level: 'error', signal, destination: { write: () => undefined } });
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), logger, signal });
  const store = await connectStore({ url: postgres.url, logger });
  const [row] = await store.sql<{ fsync: string; commit: string }[]>`
    SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`;
  if (row?.fsync !== 'on' || row.commit !== 'on') throw new Error('The database does not wait for the disk.');
  return {
    url: postgres.url,
    store,
    logger,
    folder,
    async stop() {
      await store.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
