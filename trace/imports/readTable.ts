import type { Words } from '../../proof/index.ts';
import { type ColumnId, columns, columnsOf, type TemplateId, templateIds, templates } from './columns.ts';
import { readCsv } from './readCsv.ts';
import { headerUnknown, tooLarge, unreadable } from './refuse.ts';
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
  if (bytes.length > limits.bytes)
    throw tooLarge(`it has more than ${limits.bytes} bytes`, `超过 ${limits.bytes} 字节`);
  if (bytes.length === 0) throw unreadable('it is empty', '文件为空');
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
  if (filled.length > limits.rows) throw tooLarge(`it has more than ${limits.rows} rows`, `超过 ${limits.rows} 行`);
  if (filled.length === 0) throw unreadable('it has no row below the headings', '表头之下没有任何数据行');
  return { template, encoding, headings, rows: filled };
}

function readHeadings(texts: string[]): (ColumnId | null)[] {
  if (texts.length > limits.columns)
    throw tooLarge(`it has more than ${limits.columns} columns`, `超过 ${limits.columns} 列`);
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
      throw headerUnknown(
        `it has the heading ${JSON.stringify(text.slice(0, 40))}`,
        `表头中有未知的“${text.slice(0, 40)}”`,
      );
    return known;
  });
  const twice = headings.find((id, at) => id !== null && headings.indexOf(id) !== at);
  if (twice)
    throw headerUnknown(`it has the heading ${columns[twice].en} twice`, `表头中“${columns[twice].zh}”出现两次`);
  return headings;
}

/** The template that has all headings of a file and whose required ones the file has; several may fit a shortened file. */
function findTemplate(headings: readonly (ColumnId | null)[], named: TemplateId | null): TemplateId {
  const given = headings.filter((id) => id !== null);
  if (given.length === 0) throw headerUnknown('it is empty', '第一行为空');
  const faults = new Map(templateIds.map((template) => [template, findFault(template, given)]));
  const fitting = templateIds.filter((template) => faults.get(template) === null);
  const template = named ?? fitting[0];
  const fault = named ? faults.get(named) : null;
  if (named && fault)
    throw headerUnknown(`${templates[named].en}: ${fault.en}`, `模板“${templates[named].zh}”：${fault.zh}`);
  if (!template) {
    const names = given.map((id) => columns[id].en).join(', ');
    const namesZh = given.map((id) => columns[id].zh).join('、');
    throw headerUnknown(
      `no template has just these headings: ${names.slice(0, 300)}`,
      `没有模板的表头正好是：${namesZh.slice(0, 300)}`,
    );
  }
  if (!named && fitting.length > 1) {
    const names = fitting.map((id) => templates[id].en).join(' or ');
    const namesZh = fitting.map((id) => `“${templates[id].zh}”`).join('或');
    throw headerUnknown(`it could be ${names}; say which template it is`, `可能是${namesZh}，请指明模板`);
  }
  return template;
}

function findFault(template: TemplateId, given: readonly ColumnId[]): Words | null {
  const own = columnsOf(template);
  const foreign = given.find((id) => !own.some((column) => column.id === id));
  if (foreign) return { en: `it has no heading ${columns[foreign].en}`, zh: `该模板没有“${columns[foreign].zh}”一列` };
  const missing = own.find(({ id, required }) => required && !given.includes(id));
  if (!missing) return null;
  const { en, zh } = columns[missing.id];
  return { en: `the heading ${en} is missing`, zh: `缺少“${zh}”一列` };
}
