import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { deliveryErrors } from '../../errors.ts';
import { guessType, readText } from '../readTypes.ts';
import { makeScanSource } from '../scanSource.ts';
import type { DataSource, Row, SourceColumn, SourceColumns } from '../source.ts';
import { findFile } from './findFile.ts';
import { openFileBytes } from './openFileBytes.ts';

export interface CsvSettings {
  /** Below the folder of the department; the first line names the columns. */
  file: string;
  delimiter?: ',' | ';' | '\t' | '|';
  encoding?: 'utf-8' | 'gb18030';
}

const sampleRows = 1_000;
const batchRows = 1_000;
const mostRecordBytes = 8 * 1024 * 1024;

/** An unquoted empty field is null, a quoted one an empty text. */
type Field = string | null;

async function* readRecords(
  path: string,
  settings: CsvSettings,
  signal?: AbortSignal,
): AsyncGenerator<Field[], void, void> {
  const { delimiter = ',', encoding = 'utf-8' } = settings;
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const decoder = new TextDecoderStream(encoding, { fatal: true });
  const parser = parse({
    delimiter,
    bom: true,
    skip_empty_lines: true,
    max_record_size: mostRecordBytes,
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
  });
  const text = Readable.fromWeb(Readable.toWeb(file).pipeThrough(decoder as never) as never);
  file.on('error', (error) => parser.destroy(error));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const record of parser) {
      signal?.throwIfAborted();
      yield record as Field[];
    }
  } catch (error) {
    signal?.throwIfAborted();
    const { code, lines } = error as CsvError;
    const where = typeof lines === 'number' ? ` in line ${lines}` : '';
    throw deliveryErrors.sourceFailed({
      problem:
        error instanceof TypeError || code === undefined ? `the file is no text in ${encoding}` : `${code}${where}`,
    });
  } finally {
    file.destroy();
    parser.destroy();
  }
}

async function sample(path: string, settings: CsvSettings, signal?: AbortSignal): Promise<SourceColumn[]> {
  const rows: Field[][] = [];
  for await (const record of readRecords(path, settings, signal)) {
    rows.push(record);
    if (rows.length > sampleRows) break;
  }
  const [header = [], ...records] = rows;
  const names = header.map((name, index) => name ?? `column${index + 1}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw deliveryErrors.sourceInvalid({ problem: `two columns are called ${twice}` });
  return names.map((name, index) => ({
    name,
    type: guessType(records.flatMap((record) => record[index] ?? [])),
    nullable: true,
    key: false,
    comment: null,
  }));
}

/** A CSV file (RFC 4180) with a header; types are guessed from the first 1,000 rows. */
export async function openCsvSource(folder: string, settings: CsvSettings): Promise<DataSource> {
  const path = await findFile(folder, settings.file);
  let known: Promise<SourceColumns> | null = null;
  const describe = (signal?: AbortSignal) => {
    known ??= Promise.all([sample(path, settings, signal), stat(path)]).then(
      ([columns, { size }]) => ({ columns, rows: null, bytes: size }),
      (error: unknown) => {
        known = null;
        throw error;
      },
    );
    return known;
  };
  async function* scan(wanted: readonly string[], signal?: AbortSignal): AsyncGenerator<Row[], void, void> {
    const { columns } = await describe(signal);
    const places = wanted.map((name) => ({ name, index: columns.findIndex((column) => column.name === name) }));
    let batch: Row[] = [];
    let first = true;
    for await (const record of readRecords(path, settings, signal)) {
      if (first) {
        first = false;
        continue;
      }
      const row: Row = {};
      for (const { name, index } of places) {
        const text = record[index] ?? null;
        row[name] = text === null ? null : readText(text, columns[index]?.type ?? 'text');
      }
      batch.push(row);
      if (batch.length >= batchRows) {
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  }
  return makeScanSource({ describe, scan, openBytes: () => openFileBytes(path, 'text/csv') });
}
