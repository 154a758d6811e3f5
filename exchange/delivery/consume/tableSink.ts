import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';
import { csvLine } from '../content/csv.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { openSecret } from '../sources/openSource.ts';
import { connectPostgres, toSourceError } from '../sources/postgres/connect.ts';
import { quoteName } from '../sources/postgres/toSql.ts';
import type { ColumnType } from '../sources/source.ts';
import { readSource } from '../sources/sourceRow.ts';
import { parseSettings } from '../sources/sourceSettings.ts';
import type { IntakeRow, Manifest } from './intakeRow.ts';
import { keepChunks, saveProgress } from './progress.ts';
import type { Sink } from './sink.ts';

const sqlTypes: Record<ColumnType, string> = {
  text: 'text',
  integer: 'bigint',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  time: 'timestamptz',
  json: 'jsonb',
};

/** Marks the tables that deliveries made: only those are written to, emptied and dropped. */
const tableComment = 'Data received through the exchange; managed by the connector.';
const markColumn = 'xiangyu_intake';

interface TableName {
  schema: string;
  name: string;
  quoted: string;
}

function splitName(table: string): TableName {
  const dot = table.indexOf('.');
  const [schema, name] = dot < 0 ? ['public', table] : [table.slice(0, dot), table.slice(dot + 1)];
  return { schema, name, quoted: `${quoteName(schema)}.${quoteName(name)}` };
}

/** Connects to a database that deliveries may be written into. @throws DELIVERY_DESTINATION_INVALID */
export async function connectDestination(
  context: DeliveryContext,
  participant: string,
  id: string,
): Promise<postgres.Sql> {
  const { house } = context;
  const row = await readSource(house.store.sql, participant, id);
  if (row.kind !== 'postgres' || !row.writable)
    throw deliveryErrors.destinationInvalid({ problem: 'the source is no PostgreSQL that may be written' });
  const { password = '' } = await openSecret(context, row);
  return connectPostgres({
    settings: parseSettings('postgres', row.settings),
    password,
    allowPrivate: house.settings.allowPrivateUrls,
    readOnly: false,
  });
}

/** Finds out whether a table was made by deliveries; null when there is no such table. */
export async function readManaged(
  sql: postgres.Sql | postgres.TransactionSql,
  table: string,
): Promise<{ managed: boolean; columns: string[] } | null> {
  const { schema, name } = splitName(table);
  const [row] = await sql<{ comment: string | null; columns: string[] }[]>`
    SELECT obj_description(pg_class.oid, 'pg_class') AS comment,
      (SELECT json_agg(attname ORDER BY attnum) FROM pg_attribute
        WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped) AS columns
    FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = ${schema} AND relname = ${name}`;
  return row ? { managed: row.comment === tableComment, columns: row.columns } : null;
}

/** Makes the table, and the one that remembers how far each delivery has come, in the same database. */
async function ensureTables(sql: postgres.Sql, table: string, columns: Manifest['columns']): Promise<void> {
  await sql.begin(async (tx) => {
    // Two deliveries may begin at once.
    await tx`SELECT pg_advisory_xact_lock(hashtextextended('xiangyu intakes', 0))`;
    await tx`
      CREATE TABLE IF NOT EXISTS public.xiangyu_intakes (
        intake uuid PRIMARY KEY, chunks bigint NOT NULL, rows bigint NOT NULL, after jsonb)`;
    const there = await readManaged(tx, table);
    const { quoted } = splitName(table);
    if (!there) {
      const made = columns.map(({ name, type }) => `${quoteName(name)} ${sqlTypes[type] ?? 'text'}`);
      const mark = `${quoteName(markColumn)} uuid NOT NULL DEFAULT current_setting('xiangyu.intake')::uuid`;
      await tx.unsafe(`CREATE TABLE ${quoted} (${[...made, mark].join(', ')})`);
      await tx.unsafe(`COMMENT ON TABLE ${quoted} IS '${tableComment}'`);
      await tx.unsafe(`CREATE INDEX ON ${quoted} (${quoteName(markColumn)})`);
      return;
    }
    if (!there.managed)
      throw deliveryErrors.destinationInvalid({ problem: `${table} is there and was not made by a delivery` });
    const missing = columns.find(({ name }) => !there.columns.includes(name));
    if (missing) throw deliveryErrors.destinationInvalid({ problem: `${table} has no column ${missing.name}` });
  });
}

/** Rows of a PostgreSQL table: each chunk and the progress are one transaction there, so that a chunk is in it once or not at all. */
export async function openTableSink(
  context: DeliveryContext,
  intake: IntakeRow,
  columns: Manifest['columns'],
): Promise<Sink> {
  const { destination } = intake;
  if (destination.kind !== 'table') throw deliveryErrors.destinationInvalid({ problem: 'it is no table' });
  if (columns.length === 0) throw deliveryErrors.destinationInvalid({ problem: 'what is delivered has no rows' });
  const sql = await connectDestination(context, intake.participant, destination.source);
  const names = columns.map(({ name }) => name);
  const header = Buffer.from(csvLine(names));
  const { quoted } = splitName(destination.table);
  let state = { chunks: 0, rows: 0, after: null as unknown };
  try {
    await ensureTables(sql, destination.table, columns);
    const [known] = await sql<{ chunks: string; rows: string; after: unknown }[]>`
      SELECT chunks, rows, after FROM public.xiangyu_intakes WHERE intake = ${intake.id}`;
    if (known) state = { chunks: Number(known.chunks), rows: Number(known.rows), after: known.after };
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw toSourceError(error);
  }
  let bytes = Number(intake.bytes);
  return {
    get next() {
      return state.chunks;
    },
    get after() {
      return state.after;
    },
    async write({ number, digest, clear, rows, after }) {
      if (number !== state.chunks) throw deliveryErrors.chunkWrong({ number, problem: 'it came out of turn' });
      const begins = after === undefined && number === 0;
      if (begins && !clear.subarray(0, header.length).equals(header))
        throw deliveryErrors.chunkWrong({ number, problem: 'its first line does not name the columns' });
      const lines = begins ? clear.subarray(header.length) : clear;
      // The digest is kept first: the table may be ahead of it never.
      await context.house.store.transaction((tx) => keepChunks(tx, intake.id, [{ number, digest }]));
      const following = { chunks: number + 1, rows: state.rows + (rows ?? 0), after: after ?? null };
      try {
        await sql.begin(async (tx) => {
          await tx`SELECT set_config('xiangyu.intake', ${intake.id}, true)`;
          if (lines.length > 0) {
            const copy = await tx
              .unsafe(`COPY ${quoted} (${names.map(quoteName).join(', ')}) FROM STDIN WITH (FORMAT csv)`)
              .writable();
            await pipeline(Readable.from([lines]), copy);
          }
          await tx`
            INSERT INTO public.xiangyu_intakes (intake, chunks, rows, after)
            VALUES (${intake.id}, ${following.chunks}, ${following.rows}, ${JSON.stringify(following.after)}::text::jsonb)
            ON CONFLICT (intake) DO UPDATE SET chunks = excluded.chunks, rows = excluded.rows, after = excluded.after`;
        });
      } catch (error) {
        throw toSourceError(error);
      }
      state = following;
      bytes += clear.length;
      await saveProgress(context, intake.id, [], {
        chunks: state.chunks,
        bytes,
        ...(rows === null ? {} : { rows: state.rows }),
        ...(after === undefined ? {} : { after }),
      });
    },
    flush: () => Promise.resolve(),
    finish: () => Promise.resolve(),
    close: () => sql.end({ timeout: 2 }),
  };
}

/** Removes the rows of an intake, and the table when no other rows are left. Gives how. */
export async function removeRows(context: DeliveryContext, intake: IntakeRow): Promise<'drop' | 'delete' | 'absent'> {
  const { destination } = intake;
  if (destination.kind !== 'table') return 'absent';
  const sql = await connectDestination(context, intake.participant, destination.source);
  try {
    return await sql.begin(async (tx) => {
      await tx`SELECT pg_advisory_xact_lock(hashtextextended('xiangyu intakes', 0))`;
      const there = await readManaged(tx, destination.table);
      if (!there?.managed) return 'absent';
      const { quoted } = splitName(destination.table);
      await tx.unsafe(`DELETE FROM ${quoted} WHERE ${quoteName(markColumn)} = $1`, [intake.id]);
      await tx`DELETE FROM public.xiangyu_intakes WHERE intake = ${intake.id}`;
      const left = await tx.unsafe(`SELECT 1 FROM ${quoted} LIMIT 1`);
      if (left.length > 0) return 'delete';
      await tx.unsafe(`DROP TABLE ${quoted}`);
      return 'drop';
    });
  } catch (error) {
    throw toSourceError(error);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
