import { join } from 'node:path';
import { createContext, type LogLevel, lockFolder } from '../../host/index.ts';
import { type Keys, ledgerMigrations, type MasterKeySource, openKeys, openMasterKey } from '../../ledger/index.ts';
import { connectStore, findRunningPostgres, migrate, type Store, startPostgres } from '../../store/index.ts';
import { chooseDataFolder } from '../chooseDataFolder.ts';
import { chooseMasterKey } from '../chooseMasterKey.ts';
import type { Options } from '../options/optionTable.ts';

/** The key store of a platform that runs or stands still. */
export interface OpenedKeyStore {
  store: Store;
  keys: Keys;
  source: MasterKeySource;
  masterKey: string;
}

/** Opens the database: the external one, that of a running platform, or the own one, started for as long as `work` takes. */
export async function withKeyStore(
  options: Options,
  work: (opened: OpenedKeyStore) => Promise<number>,
): Promise<number> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { logger } = createContext({ level: 'silent' satisfies LogLevel, signal });
  const data = await chooseDataFolder(options.data, options['database-url'] === null);
  const undo: (() => Promise<unknown>)[] = [];
  try {
    let url = options['database-url'] ?? (await findRunningPostgres(join(data, 'postgres')));
    if (url === null) {
      const lock = await lockFolder(data);
      undo.push(() => lock.release());
      const postgres = await startPostgres({ dataDir: join(data, 'postgres'), logger, signal });
      undo.push(() => postgres.stop());
      url = postgres.url;
    }
    const store = await connectStore({ url, logger, maxConnections: 4 });
    undo.push(() => store.close());
    await migrate(store, ledgerMigrations);
    const source = chooseMasterKey(options, data);
    const masterKey = await openMasterKey({ store, source });
    return await work({ store, keys: openKeys({ store, masterKey }), source, masterKey });
  } finally {
    for (const step of undo.reverse()) await step();
    stopping.abort();
  }
}
