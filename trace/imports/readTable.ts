import { type ColumnId, columns, columnsOf, type TemplateId, templateIds, templates } from './columns.ts';
import { importErrors } from './errors.ts';
import { readCsv } from './readCsv.ts';
import { limits, type Row, type Table } from './table.ts';

/** A file that follows a template. */
export interface FilledTemplate {
  template: TemplateId;
  encoding: string;
  /** Column ids in the order of the file; null for a heading that is left alone because it is empty. */
  headings: (ColumnId | null)[];
  rows: Row[];
}

/** Reads a CSV file or .xlsx workbook, told apart by its first bytes. @throws IMPORT_UNREADABLE, IMPORT_TOO_LARGE, IMPORT_HEADER_UNKNOWN */
export async function readTable(bytes: Uint8Array, chosen: TemplateId | null): Promise<FilledTemplate> {
  if (bytes.length > limits.bytes) throw importErrors.tooLarge({ problem: `it has more than ${limits.bytes} bytes` });
  if (bytes.length === 0) throw importErrors.unreadable({ problem: 'it is empty' });
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const { encoding, rows }: Table = zipped
    ? await (await import('./readWorkbook.ts')).readWorkbook(bytes)
    : readCsv(bytes);
  const [first, ...rest] = rows;
  const headings = readHeadings(first?.cells.map(({ text }) => text) ?? []);
  // A template's second row explains the columns; it begins with the sign of a comment and the template's name.
  const named = templateIds.find((id) => rest[0]?.cells[0]?.text.startsWith(`# ${id}`));
  const template = findTemplate(headings, chosen ?? named ?? null);
  const filled = rest.filter(
    ({ cells }) => !cells[0]?.text.startsWith('#') && cells.some(({ text }) => text.trim() !== ''),
  );
  if (filled.length > limits.rows) throw importErrors.tooLarge({ problem: `it has more than ${limits.rows} rows` });
  if (filled.length === 0) throw importErrors.unreadable({ problem: 'it has no row below the headings' });
  return { template, encoding, headings, rows: filled };
}

function readHeadings(texts: string[]): (ColumnId | null)[] {
  if (texts.length > limits.columns)
    throw importErrors.tooLarge({ problem: `it has more than ${limits.columns} columns` });
  const ids = Object.keys(columns) as ColumnId[];
  const headings = texts.map((text) => {
    const word = text
      .normalize('NFKC')
      .trim()
      .replace(/\s*\*$/, '')
      .toLowerCase();
    if (word === '') return null;
    const known = ids.find((id) => [id.toLowerCase(), columns[id].zh, columns[id].en.toLowerCase()].includes(word));
    if (!known)
      throw importErrors.headerUnknown({ problem: `it has the heading ${JSON.stringify(text.slice(0, 40))}` });
    return known;
  });
  const twice = headings.find((id, at) => id !== null && headings.indexOf(id) !== at);
  if (twice) throw importErrors.headerUnknown({ problem: `it has the heading ${columns[twice].en} twice` });
  return headings;
}

/** The template that has all headings of a file and whose required ones the file has; several may fit a shortened file. */
function findTemplate(headings: readonly (ColumnId | null)[], named: TemplateId | null): TemplateId {
  const given = headings.filter((id) => id !== null);
  if (given.length === 0) throw importErrors.headerUnknown({ problem: 'it is empty' });
  const faults = new Map(templateIds.map((template) => [template, findFault(template, given)]));
  const fitting = templateIds.filter((template) => faults.get(template) === null);
  const template = named ?? fitting[0];
  if (named && faults.get(named))
    throw importErrors.headerUnknown({ problem: `${templates[named].en}: ${faults.get(named)}` });
  if (!template) {
    const names = given.map((id) => columns[id].en).join(', ');
    throw importErrors.headerUnknown({ problem: `no template has just these headings: ${names.slice(0, 300)}` });
  }
  if (!named && fitting.length > 1) {
    const names = fitting.map((id) => templates[id].en).join(' or ');
    throw importErrors.headerUnknown({ problem: `it could be ${names}; say which template it is` });
  }
  return template;
}

function findFault(template: TemplateId, given: readonly ColumnId[]): string | null {
  const own = columnsOf(template);
  const foreign = given.find((id) => !own.some((column) => column.id === id));
  if (foreign) return `it has no heading ${columns[foreign].en}`;
  const missing = own.find(({ id, required }) => required && !given.includes(id));
  return missing ? `the heading ${columns[missing.id].en} is missing` : null;
}
