import readExcelFile from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { writeZip } from '../findings/writeZip.ts';
import { openZip } from './openZip.ts';
import { tooLarge, unreadable } from './refuse.ts';
import { type Cell, limits, type Row, type Table } from './table.ts';

/** A sheet's cells that a program would compute, by their names such as B7; and nothing beyond the limits. */
function findFormulas(xml: string): Set<string> {
  const formulas = new Set<string>();
  const parser = new SaxesParser();
  let cell = '';
  let rows = 0;
  parser.on('doctype', () => {
    throw unreadable('a part of the workbook has a document type', '工作簿中有部分带有文档类型声明');
  });
  parser.on('error', (error) => {
    throw unreadable(`a sheet is no XML: ${error.message.slice(0, 100)}`, '工作表内容不是有效的 XML');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = name.replace(/^.*:/, '');
    if (local === 'row') rows += 1;
    if (rows > limits.rows + 1) throw tooLarge(`it has more than ${limits.rows} rows`, `超过 ${limits.rows} 行`);
    if (local === 'c') cell = String((attributes as Record<string, string>).r ?? '');
    if (local === 'f') formulas.add(cell);
  });
  parser.write(xml).close();
  return formulas;
}

/** Name of a cell, such as B7; both from 0. */
function cellName(row: number, column: number): string {
  const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26));
  return `${letters}${String.fromCharCode(65 + (column % 26))}${row + 1}`;
}

/**
 * Reads the first sheet of an .xlsx workbook. Cells that are formulas are marked and never taken at their stored result.
 * @throws IMPORT_UNREADABLE, IMPORT_TOO_LARGE
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  const parts = openZip(bytes);
  const sheets = [...parts.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).sort();
  if (sheets.length === 0) throw unreadable('it is no workbook (no sheet)', '不是有效的工作簿（没有工作表）');
  if ([...parts.keys()].some((name) => /vbaProject\.bin$/i.test(name))) {
    throw unreadable('the workbook holds macros', '工作簿含有宏');
  }
  // Wherever a formula stands in the file, the cell of that name is not trusted.
  const formulas = new Set(sheets.flatMap((name) => [...findFormulas(parts.get(name)?.toString('utf8') ?? '')]));
  let data: unknown[][];
  try {
    // Packed anew: the library reads the file front to back and would unpack, without a limit, what no directory names.
    const [first] = await readExcelFile(writeZip(Object.fromEntries(parts)), { trim: false });
    data = first?.data ?? [];
  } catch (error) {
    throw unreadable('the workbook is damaged', '工作簿已损坏', error);
  }
  const rows = data.map(
    (cells, row): Row => ({
      number: row + 1,
      cells: cells.map((value, column) => toCell(value, formulas.has(cellName(row, column)))),
    }),
  );
  return {
    encoding: 'xlsx',
    rows: rows.filter(({ cells }) => cells.some(({ text, formula }) => text !== '' || formula)),
  };
}

function toCell(value: unknown, formula: boolean): Cell {
  const mark = formula ? { formula } : {};
  if (value === null || value === undefined) return { text: '', ...mark };
  if (value instanceof Date) return { text: value.toISOString(), date: value, ...mark };
  if (typeof value === 'number') return { text: String(value), number: true, ...mark };
  return { text: String(value), ...mark };
}
