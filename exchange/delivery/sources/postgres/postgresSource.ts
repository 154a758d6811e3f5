import { deliveryErrors } from '../../errors.ts';
import { makeColumnFinder } from '../columns.ts';
import type { AggregateParameters, DataSource, ReadAfterParameters, ReadParameters, Row, Value } from '../source.ts';
import { aggregateSql } from './aggregateSql.ts';
import { type ConnectPostgresParameters, connectPostgres, toSourceError } from './connect.ts';
import { type PostgresTable, readTable, toSourceColumns } from './readColumns.ts';
import { quoteName, type SqlColumn, toSql } from './toSql.ts';
import { expressionOf, readValue, selectColumn } from './values.ts';

export interface OpenPostgresSourceParameters extends Omit<ConnectPostgresParameters, 'readOnly'> {
  table: string;
}

const batchRows = 1_000;
const statementMs = 60_000;

function toRow(columns: readonly SqlColumn[], raw: Record<string, unknown>): Row {
  const row: Row = {};
  for (const column of columns) row[column.name] = readValue(column, raw[column.name]);
  return row;
}

/** A table or view of a PostgreSQL, read over connections that cannot write. */
export async function openPostgresSource(parameters: OpenPostgresSourceParameters): Promise<DataSource> {
  const sql = await connectPostgres({ ...parameters, readOnly: true });
  let known: Promise<PostgresTable> | null = null;
  const findTable = () => {
    known ??= readTable(sql, parameters.table).catch((error: unknown) => {
      known = null;
      throw toSourceError(error);
    });
    return known;
  };

  /** A reading statement of limited length, cancelled with the signal. */
  async function ask(
    text: string,
    values: readonly string[],
    signal?: AbortSignal,
  ): Promise<Record<string, unknown>[]> {
    signal?.throwIfAborted();
    try {
      return await sql.begin(`read only`, async (tx) => {
        await tx.unsafe(`SET LOCAL statement_timeout = ${statementMs}`);
        const query = tx.unsafe<Record<string, unknown>[]>(text, [...values]);
        const cancel = () => query.cancel();
        signal?.addEventListener('abort', cancel, { once: true });
        try {
          return await query;
        } finally {
          signal?.removeEventListener('abort', cancel);
        }
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw toSourceError(error);
    }
  }

  async function* read({ columns, filter, limit, signal }: ReadParameters): AsyncGenerator<Row[], void, void> {
    const table = await findTable();
    const wanted = columns.map(makeColumnFinder(table.columns));
    const where = toSql(filter, table.columns);
    const keys = table.columns.filter(({ key }) => key).map(({ name }) => `t.${quoteName(name)}`);
    const text = `SELECT ${wanted.map(selectColumn).join(', ') || 'NULL'} FROM ${table.name} AS t WHERE ${where.text}${
      keys.length > 0 ? ` ORDER BY ${keys.join(', ')}` : ''
    }${limit === undefined ? '' : ` LIMIT ${Math.trunc(limit)}`}`;
    signal?.throwIfAborted();
    const connection = await sql.reserve().catch((error: unknown) => {
      throw toSourceError(error);
    });
    try {
      // One statement sees one moment; nothing that others change while it runs is mixed in.
      await connection.unsafe('BEGIN READ ONLY');
      for await (const raw of connection.unsafe(text, where.parameters).cursor(batchRows)) {
        signal?.throwIfAborted();
        yield raw.map((one) => toRow(wanted, one as Record<string, unknown>));
      }
    } catch (error) {
      signal?.throwIfAborted();
      throw toSourceError(error);
    } finally {
      await connection.unsafe('ROLLBACK').catch(() => {});
      connection.release();
    }
  }

  async function readAfter(p: ReadAfterParameters): Promise<{ rows: Row[]; after: Value[] | null }> {
    const table = await findTable();
    const find = makeColumnFinder(table.columns);
    const wanted = p.columns.map(find);
    const order = [find(p.cursor), ...table.columns.filter(({ key, name }) => key && name !== p.cursor)];
    // Without `t.`, ORDER BY would take the name for that of the text that is selected.
    const names = order.map(({ name }) => `t.${quoteName(name)}`);
    const where = toSql(p.filter, table.columns);
    let condition = where.text;
    if (p.after) {
      if (p.after.length !== order.length)
        throw deliveryErrors.notStreamable({ problem: 'its key has other columns than before' });
      const places = order.map(({ sqlType }, index) => {
        where.parameters.push(String(p.after?.[index]));
        return `$${where.parameters.length}::text::${sqlType}`;
      });
      condition += ` AND (${names.join(', ')}) > (${places.join(', ')})`;
    }
    const cursors = order.map((column, index) => `${expressionOf(column)} AS "after${index}"`);
    // Two columns of one name would hide each other; positions keep them apart.
    const selected = wanted.map((column, index) => `${expressionOf(column)} AS "c${index}"`);
    const raw = await ask(
      `SELECT ${[...selected, ...cursors].join(', ')} FROM ${table.name} AS t
       WHERE ${names[0]} IS NOT NULL AND ${condition} ORDER BY ${names.join(', ')} LIMIT ${Math.trunc(p.limit)}`,
      where.parameters,
      p.signal,
    );
    const last = raw.at(-1);
    return {
      rows: raw.map((one) =>
        Object.fromEntries(wanted.map((column, index) => [column.name, readValue(column, one[`c${index}`])])),
      ),
      after: last ? order.map((_, index) => last[`after${index}`] as string) : p.after,
    };
  }

  return {
    describe: async () => toSourceColumns(await findTable()),
    read,
    readAfter,
    async aggregate(p: AggregateParameters) {
      const { text, parameters: values, read: readGroup } = aggregateSql(p, await findTable());
      return (await ask(text, values, p.signal)).map(readGroup);
    },
    openBytes: () => Promise.reject(deliveryErrors.notAFile()),
    close: () => sql.end({ timeout: 2 }),
  };
}
