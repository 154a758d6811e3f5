import { randomBytes } from 'node:crypto';
import { createSource } from '../../exchange/index.ts';
import { connectStore, type Sql, type Store } from '../../store/index.ts';
import { type DepartmentKey, departments } from './departments.ts';
import { actors, type ExchangeDemoParts } from './parts.ts';
import { type DemoTable, makeTables } from './tables.ts';

/** A department's data as its connector reaches them. */
export interface DepartmentSource {
  id: string;
  /** In front of a table's name; empty where the department has a database of its own. */
  prefix: string;
}

const sourceName = '业务数据库（示范）';
const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

/** Makes a database; gives false where the server does not let us. */
async function createDatabase(sql: Sql, name: string): Promise<boolean> {
  const known = await sql`SELECT 1 FROM pg_database WHERE datname = ${name}`;
  if (known.length > 0) return true;
  try {
    await sql.unsafe(`CREATE DATABASE "${name}"`);
    return true;
  } catch (error) {
    if (isCode(error, '42501')) return false;
    if (isCode(error, '42P04')) return true;
    throw error;
  }
}

/** Fills one table; one that is there was filled in the same transaction that made it. */
async function fillTable(store: Store, schema: string, { name, columns, rows }: DemoTable): Promise<void> {
  await store.transaction(async (tx) => {
    const [known] = await tx`SELECT 1 FROM pg_tables WHERE schemaname = ${schema} AND tablename = ${name}`;
    if (known) return;
    const table = `"${schema}"."${name}"`;
    await tx.unsafe(`CREATE TABLE ${table} (${columns})`);
    await tx.unsafe(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::text::json)`, [
      JSON.stringify(rows),
    ]);
    await tx.unsafe(`ANALYZE ${table}`);
  });
}

/** A role that only reads; an earlier one of an interrupted load gets a new password, which nobody has stored. */
async function makeReader(sql: Sql, role: string, password: string): Promise<void> {
  const known = await sql`SELECT 1 FROM pg_roles WHERE rolname = ${role}`;
  // A password of hexadecimal digits needs no quoting beyond its quotes.
  await sql.unsafe(
    `${known.length > 0 ? 'ALTER' : 'CREATE'} ROLE "${role}" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${password}'`,
  );
}

async function connectDepartment(
  { exchange, store, databaseUrl, logger }: ExchangeDemoParts,
  key: DepartmentKey,
  tables: readonly DemoTable[],
): Promise<DepartmentSource> {
  const { slug, database: ending } = departments[key];
  const { sql } = exchange.house.store;
  const [platform] = await store.sql<{ name: string }[]>`SELECT current_database() AS name`;
  const name = `${(platform?.name ?? 'xiangyu').replaceAll('"', '').slice(0, 35)}_demo_${ending}`;
  const own = await createDatabase(store.sql, name);
  const schema = own ? 'public' : `demo_${ending}`;
  const prefix = own ? '' : `${schema}.`;
  const known = await sql<{ id: string }[]>`
    SELECT id FROM exchange.sources WHERE participant = ${slug} AND name = ${sourceName}`;
  if (known[0]) return { id: known[0].id, prefix };

  const url = new URL(databaseUrl);
  if (own) url.pathname = `/${name}`;
  else logger.warn({ department: slug, schema }, 'no database may be made here: the department gets a schema');
  const password = randomBytes(24).toString('hex');
  const department = await connectStore({ url: url.href, logger, maxConnections: 1 });
  try {
    if (!own) await department.sql.unsafe(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
    for (const table of tables) await fillTable(department, schema, table);
    await makeReader(department.sql, name, password);
    const target = own ? name : (platform?.name ?? '');
    await department.sql.unsafe(`GRANT CONNECT ON DATABASE "${target}" TO "${name}"`);
    if (own) await department.sql.unsafe(`REVOKE ALL ON DATABASE "${name}" FROM PUBLIC`);
    await department.sql.unsafe(`GRANT USAGE ON SCHEMA "${schema}" TO "${name}"`);
    await department.sql.unsafe(`GRANT SELECT ON ALL TABLES IN SCHEMA "${schema}" TO "${name}"`);
  } finally {
    await department.close();
  }
  const { id } = await createSource(
    exchange.delivery.context,
    slug,
    {
      name: sourceName,
      kind: 'postgres',
      settings: {
        host: url.hostname,
        port: Number(url.port || 5432),
        database: own ? name : (platform?.name ?? ''),
        user: name,
        tls: url.searchParams.get('sslmode') === null ? 'off' : 'require',
      },
      secret: { password },
    },
    actors.steward.id,
  );
  return { id, prefix };
}

/**
 * Gives each department a database of its own on the platform's server, filled with synthetic data, and a role that only reads
 * it; where no database may be made, a schema. What is there is left alone.
 */
export async function makeDatabases(parts: ExchangeDemoParts): Promise<Record<DepartmentKey, DepartmentSource>> {
  const sources = {} as Record<DepartmentKey, DepartmentSource>;
  const tables = makeTables(parts.now, parts.sizes);
  for (const key of Object.keys(departments) as DepartmentKey[]) {
    parts.signal.throwIfAborted();
    const own = tables.filter(({ department }) => department === key);
    sources[key] = await connectDepartment(parts, key, own);
  }
  return sources;
}
