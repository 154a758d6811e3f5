import { open } from 'node:fs/promises';
import {
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type SchemaElement,
} from 'hyparquet';
import { deliveryErrors } from '../../errors.ts';
import { makeScanSource } from '../scanSource.ts';
import type { ColumnType, DataSource, Row, SourceColumns, Value } from '../source.ts';
import { findFile } from './findFile.ts';
import { openFileBytes } from './openFileBytes.ts';

export interface ParquetSettings {
  /** Below the folder of the department; compressed with Snappy or not at all. */
  file: string;
}

const batchRows = 5_000;

/** Slices of a file through one handle. */
async function openBuffer(path: string) {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    byteLength: size,
    async slice(start: number, end: number = size): Promise<ArrayBuffer> {
      const buffer = new ArrayBuffer(end - start);
      await handle.read(new Uint8Array(buffer), 0, end - start, start);
      return buffer;
    },
    close: () => handle.close(),
  };
}

function typeOf({ type, converted_type: converted, logical_type: logical }: SchemaElement): ColumnType {
  if (converted === 'DATE' || logical?.type === 'DATE') return 'date';
  if (converted?.startsWith('TIMESTAMP') || logical?.type === 'TIMESTAMP' || type === 'INT96') return 'time';
  if (converted === 'DECIMAL') return 'number';
  if (converted === 'JSON' || logical?.type === 'JSON' || type === undefined) return 'json';
  if (type === 'BOOLEAN') return 'boolean';
  if (type === 'INT32' || type === 'INT64') return 'integer';
  return type === 'FLOAT' || type === 'DOUBLE' ? 'number' : 'text';
}

function toValue(value: unknown, type: ColumnType): Value {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return type === 'date' ? value.toISOString().slice(0, 10) : value.toISOString();
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value === 'object')
    return JSON.parse(
      JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)),
    ) as Value;
  return value as Value;
}

/** A Parquet file. */
export async function openParquetSource(folder: string, { file }: ParquetSettings): Promise<DataSource> {
  const path = await findFile(folder, file);
  const buffer = await openBuffer(path);
  let known: Promise<FileMetaData> | null = null;
  const readMetadata = () => {
    known ??= parquetMetadataAsync(buffer).catch((error: Error) => {
      known = null;
      throw deliveryErrors.sourceFailed({ problem: `${file} is no Parquet file (${error.message.slice(0, 80)})` });
    });
    return known;
  };
  async function describe(): Promise<SourceColumns> {
    const metadata = await readMetadata();
    return {
      rows: Number(metadata.num_rows),
      bytes: buffer.byteLength,
      columns: parquetSchema(metadata).children.map(({ element }) => ({
        name: element.name,
        type: typeOf(element),
        nullable: element.repetition_type !== 'REQUIRED',
        key: false,
        comment: null,
      })),
    };
  }
  async function* scan(wanted: readonly string[], signal?: AbortSignal): AsyncGenerator<Row[], void, void> {
    const metadata = await readMetadata();
    const types = new Map((await describe()).columns.map(({ name, type }) => [name, type]));
    const total = Number(metadata.num_rows);
    for (let start = 0; start < total; start += batchRows) {
      signal?.throwIfAborted();
      const rows = await parquetReadObjects({
        file: buffer,
        metadata,
        // Without any column the reader gives no rows to count.
        columns: wanted.length > 0 ? [...wanted] : [...types.keys()].slice(0, 1),
        rowStart: start,
        rowEnd: Math.min(total, start + batchRows),
      }).catch((error: Error) => {
        throw deliveryErrors.sourceFailed({ problem: error.message.slice(0, 120) });
      });
      yield rows.map((row) =>
        Object.fromEntries(wanted.map((name) => [name, toValue(row[name], types.get(name) ?? 'text')])),
      );
    }
  }
  return makeScanSource({
    describe,
    scan,
    openBytes: () => openFileBytes(path, 'application/vnd.apache.parquet'),
    close: () => buffer.close(),
  });
}
