import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { ColumnType, Row, SourceColumn, Value } from '../sources/source.ts';

type BasicType = 'BOOLEAN' | 'INT64' | 'DOUBLE' | 'STRING';

/** Rows of one group; a group is held in memory while it is written. */
const groupRows = 20_000;

/** Dates, times and JSON are texts (ISO 8601). Decimals become doubles; who needs every digit pulls CSV. */
const parquetTypes: Partial<Record<ColumnType, BasicType>> = { boolean: 'BOOLEAN', integer: 'INT64', number: 'DOUBLE' };

function toCell(value: Value, type: BasicType): unknown {
  if (value === null) return undefined;
  if (type === 'STRING') return typeof value === 'string' ? value : JSON.stringify(value);
  if (type === 'INT64') return BigInt(value as string | number);
  return type === 'DOUBLE' ? Number(value) : value;
}

/**
 * Rows as a Parquet file, group by group. Columns that are not `exact` are texts: masked ones, and those of sources whose types
 * are only guessed, where a later value may be something else.
 */
export async function* writeParquet(
  columns: readonly (Pick<SourceColumn, 'name' | 'type'> & { exact: boolean })[],
  rows: AsyncIterable<Row[]>,
): AsyncGenerator<Uint8Array, void, void> {
  const typed = columns.map(({ name, type, exact }) => ({
    name,
    type: (exact ? parquetTypes[type] : undefined) ?? ('STRING' as const),
  }));
  const writer = new ByteWriter();
  const schema = schemaFromColumnData({ columnData: typed.map((column) => ({ ...column, data: [], nullable: true })) });
  const file = new ParquetWriter({ writer, schema });
  const take = (): Uint8Array => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  let group: Row[] = [];
  const writeGroup = async () => {
    await file.write({
      columnData: typed.map(({ name, type }) => ({ name, data: group.map((row) => toCell(row[name] ?? null, type)) })),
      rowGroupSize: groupRows,
    });
    group = [];
  };
  for await (const batch of rows) {
    for (const row of batch) group.push(row);
    if (group.length >= groupRows) {
      await writeGroup();
      yield take();
    }
  }
  if (group.length > 0) await writeGroup();
  await file.finish();
  yield take();
}
