import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decodeText.ts';
import { tooLarge, unreadable } from './refuse.ts';
import { limits, type Row, type Table } from './table.ts';

/** What a spreadsheet takes for a formula when it opens a CSV file; a number may begin with its sign. */
const formulaStart = /^[\t\r]*[=@]|^[\t\r]*[+-](?!\d[\d.,]*$)/;

/** The separator that the first line uses most. */
function findDelimiter(text: string): string {
  const line = text.slice(0, 4_000).split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/** Reads a CSV file (RFC 4180). @throws IMPORT_UNREADABLE, IMPORT_TOO_LARGE */
export function readCsv(bytes: Uint8Array): Table {
  const { encoding, text } = decodeText(bytes);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter: findDelimiter(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: limits.columns * limits.cellCharacters * 4,
      to: limits.rows + 2,
    }) as never;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw tooLarge('a row is longer than any row can be', '有一行过长');
    const [line, lineZh] =
      typeof error.lines === 'number' ? [`line ${error.lines}: `, `第 ${error.lines} 行`] : ['', ''];
    const en = `${line}${error.message.split('\n')[0]?.replace(/\.$/, '').slice(0, 200)}`;
    throw unreadable(en, `${lineZh}不符合 CSV 格式（引号或分隔符有误）`);
  }
  const rows = records.map(({ record, info }, at): Row => {
    // A record's own number where no cell has a line break in it; else counting records is what a spreadsheet shows.
    const number = info.lines === at + 1 ? info.lines : at + 1;
    return { number, cells: record.map((cell) => ({ text: cell, ...(formulaStart.test(cell) && { formula: true }) })) };
  });
  return { encoding, rows };
}
