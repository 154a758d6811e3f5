import { createHash } from 'node:crypto';
import type { DedicatedConnection, Store } from './connectStore.ts';
import { storeErrors } from './errors.ts';
import { type Migration, readMigrations } from './readMigrations.ts';
import { isConnectionError } from './toStoreError.ts';

interface AppliedRow {
  room: string;
  number: number;
  name: string;
  checksum: string;
}

/** Line ends do not count: a checkout may change them. */
const checksumOf = (sql: string) => createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');

async function readApplied({ sql }: DedicatedConnection): Promise<Map<string, AppliedRow>> {
  await sql.unsafe(`
    CREATE SCHEMA IF NOT EXISTS store;
    CREATE TABLE IF NOT EXISTS store.schema_migrations (
      room text NOT NULL,
      number int NOT NULL,
      name text NOT NULL,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (room, number)
    )`);
  const rows = await sql<AppliedRow[]>`SELECT room, number, name, checksum FROM store.schema_migrations`;
  return new Map(rows.map((row) => [`${row.room}/${row.number}`, row]));
}

function checkApplied(applied: Map<string, AppliedRow>, migrations: Migration[]): void {
  const known = new Map(migrations.map((migration) => [`${migration.room}/${migration.number}`, migration]));
  const rooms = new Set(migrations.map(({ room }) => room));
  for (const [id, { room, number, name, checksum }] of applied) {
    const migration = known.get(id);
    if (migration && checksumOf(migration.sql) !== checksum) throw storeErrors.migrationChanged({ room, number, name });
    if (!migration && rooms.has(room)) throw storeErrors.migrationUnknown({ room, number, name });
  }
}

/**
 * Brings the database up to date: the store's own tables first, then `migrations` in the given order, each in its own
 * transaction. Of several processes that start at once, one works and the others wait. Gives the names of those it
 * applied, such as `ledger/001_tables`.
 * @throws STORE_MIGRATION_CHANGED, STORE_MIGRATION_UNKNOWN before anything is done; STORE_MIGRATION_FAILED.
 */
export async function migrate(store: Store, migrations: Migration[]): Promise<string[]> {
  const all = [...readMigrations('store', new URL('./migrations/', import.meta.url)), ...migrations];
  const lock = await store.openConnection();
  try {
    await lock.sql`SELECT pg_advisory_lock(hashtextextended('xiangyu:migrate', 0))`;
    const applied = await readApplied(lock);
    checkApplied(applied, all);
    const names: string[] = [];
    for (const { room, number, name, sql } of all) {
      if (applied.has(`${room}/${number}`)) continue;
      try {
        await store.transaction(async (tx) => {
          await tx.unsafe(sql);
          await tx`
            INSERT INTO store.schema_migrations (room, number, name, checksum)
            VALUES (${room}, ${number}, ${name}, ${checksumOf(sql)})`;
        });
      } catch (cause) {
        if (isConnectionError(cause)) throw cause;
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw storeErrors.migrationFailed({ room, number, name, reason }, { cause });
      }
      names.push(`${room}/${String(number).padStart(3, '0')}_${name}`);
    }
    return names;
  } finally {
    await lock.close();
  }
}
