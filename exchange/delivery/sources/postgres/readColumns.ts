import type postgres from 'postgres';
import { deliveryErrors } from '../../errors.ts';
import type { ColumnType, SourceColumn, SourceColumns } from '../source.ts';
import { quoteName, type SqlColumn } from './toSql.ts';

/** A table or view with its real columns. */
export interface PostgresTable {
  /** Quoted, with its schema. */
  name: string;
  columns: (SourceColumn & SqlColumn)[];
  rows: number | null;
  bytes: number | null;
}

interface ColumnRow {
  name: string;
  sql_type: string;
  not_null: boolean;
  key: boolean;
  comment: string | null;
}

const types: Record<string, ColumnType> = {
  boolean: 'boolean',
  smallint: 'integer',
  integer: 'integer',
  bigint: 'integer',
  real: 'number',
  'double precision': 'number',
  date: 'date',
  json: 'json',
  jsonb: 'json',
};

function typeOf(sqlType: string): ColumnType {
  if (sqlType.startsWith('numeric')) return 'number';
  if (sqlType.startsWith('timestamp')) return 'time';
  return types[sqlType] ?? 'text';
}

/** `schema.table`, or `table` of the schema public. */
function splitName(table: string): { schema: string; name: string } {
  const dot = table.indexOf('.');
  return dot < 0 ? { schema: 'public', name: table } : { schema: table.slice(0, dot), name: table.slice(dot + 1) };
}

/** Looks a table or view up in the database's catalogue. @throws DELIVERY_SOURCE_INVALID when there is none to read */
export async function readTable(sql: postgres.Sql | postgres.TransactionSql, table: string): Promise<PostgresTable> {
  const { schema, name } = splitName(table);
  const [found] = await sql<{ oid: string; rows: number | null; bytes: string }[]>`
    SELECT pg_class.oid::text AS oid, CASE WHEN reltuples >= 0 AND relkind <> 'v' THEN reltuples END::float8 AS rows,
      CASE WHEN relkind IN ('r', 'm') THEN pg_table_size(pg_class.oid) END::text AS bytes
    FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = ${schema} AND relname = ${name} AND relkind IN ('r', 'v', 'm', 'p', 'f')
      AND has_schema_privilege(pg_namespace.oid, 'USAGE')`;
  if (!found) throw deliveryErrors.sourceInvalid({ problem: `the database has no table or view ${schema}.${name}` });
  const columns = await sql<ColumnRow[]>`
    SELECT attname AS name, format_type(atttypid, atttypmod) AS sql_type, attnotnull AS not_null,
      coalesce((SELECT attnum = ANY (indkey) FROM pg_index WHERE indrelid = attrelid AND indisprimary), false) AS key,
      col_description(attrelid, attnum) AS comment
    FROM pg_attribute
    WHERE attrelid = ${found.oid}::oid AND attnum > 0 AND NOT attisdropped
    ORDER BY attnum`;
  return {
    name: `${quoteName(schema)}.${quoteName(name)}`,
    rows: found.rows,
    bytes: found.bytes === null ? null : Number(found.bytes),
    columns: columns.map((column) => ({
      name: column.name,
      sqlType: column.sql_type,
      type: typeOf(column.sql_type),
      nullable: !column.not_null,
      key: column.key,
      comment: column.comment,
    })),
  };
}

/** Without what only statements need. */
export function toSourceColumns({ columns, rows, bytes }: PostgresTable): SourceColumns {
  return { rows, bytes, columns: columns.map(({ sqlType: _, ...column }) => column) };
}
