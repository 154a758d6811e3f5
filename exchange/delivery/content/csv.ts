import type { Row, Value } from '../sources/source.ts';

/** Null is an empty field, an empty text is quoted, as in PostgreSQL's COPY and RFC 4180. */
function field(value: Value): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text === '' || /[",\r\n]/.test(text) || text === '\\.' ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line of CSV with its end. */
export const csvLine = (values: readonly Value[]): string => `${values.map(field).join(',')}\r\n`;

/** A row's line, its fields in the order of the columns. */
export const csvRow = (row: Row, columns: readonly string[]): string =>
  csvLine(columns.map((column) => row[column] ?? null));
