import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';

/** A department's own PostgreSQL database, read with a role that may do nothing else. */
export interface SeededSource {
  settings: { host: string; port: number; database: string; user: string; tls: 'off' };
  secret: { password: string };
}

/**
 * Makes the database of a department on the server of the platform's folder: `producers` rows of about 100 bytes as JSON, so
 * that 100 of them are an answer of 10 KB.
 */
export async function seedSource(p: {
  output: string;
  folder: string;
  name: string;
  rows: number;
}): Promise<SeededSource> {
  const { name, rows } = p;
  const password = (await readFile(join(p.folder, 'postgres', 'password'), 'utf8')).trim();
  const [, host = '', port = ''] = /PostgreSQL on ([^:\s]+):(\d+)/.exec(p.output) ?? [];
  const options = { host, port: Number(port), user: 'xiangyu', password, max: 1, onnotice: () => undefined };
  const server = postgres({ ...options, database: 'postgres' });
  const reader = `${name}_reader`;
  await server.unsafe(`CREATE DATABASE ${name}`);
  await server.unsafe(`CREATE ROLE ${reader} LOGIN PASSWORD 'only reads'`);
  await server.end();
  const sql = postgres({ ...options, database: name });
  await sql.unsafe(`
    CREATE TABLE producers (
      licence text PRIMARY KEY, name text NOT NULL, field_group integer NOT NULL, area numeric NOT NULL, changed_at timestamptz NOT NULL);
    INSERT INTO producers
      SELECT 'ORG-' || lpad(i::text, 8, '0'), 'Cooperative ' || md5(i::text), i / 100, (i % 900) + 0.5,
             timestamptz '2026-01-01' + i * interval '1 second'
      FROM generate_series(0, ${rows - 1}) i;
    CREATE INDEX ON producers (field_group);
    GRANT SELECT ON producers TO ${reader}`);
  await sql.end();
  return {
    settings: { host, port: Number(port), database: name, user: reader, tls: 'off' },
    secret: { password: 'only reads' },
  };
}
