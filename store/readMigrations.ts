import { readdirSync, readFileSync } from 'node:fs';
import { storeErrors } from './errors.ts';

/** One numbered change of the database, made once. */
export interface Migration {
  /** The room it belongs to; its tables are in the PostgreSQL schema of that name. */
  room: string;
  number: number;
  name: string;
  sql: string;
}

/**
 * Reads a room's migrations, files named like `001_tables.sql`, in the order of their numbers.
 * @throws STORE_MIGRATION_MISNAMED for a file without a number of its own.
 */
export function readMigrations(room: string, folder: URL): Migration[] {
  const base = folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`);
  const seen = new Set<number>();
  return readdirSync(base)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => {
      const [, digits, name] = /^(\d+)_(\w+)\.sql$/.exec(file) ?? [];
      const number = Number(digits);
      if (!digits || !name || seen.has(number)) throw storeErrors.migrationMisnamed({ file, room });
      seen.add(number);
      return { room, number, name, sql: readFileSync(new URL(file, base), 'utf8') };
    })
    .sort((a, b) => a.number - b.number);
}
