import { parse } from 'csv-parse/sync';
import type { SourceColumns, SourceReference } from '../delivery/sources/source.ts';
import type { Item } from './dataset.ts';
import { itemTypes, levels, sharings } from './draftSchema.ts';
import { catalogueErrors } from './errors.ts';
import type { CatalogueParts } from './parts.ts';

const mostRows = 500;
const mostBytes = 1_000_000;
const columns = [
  'name',
  'titleZh',
  'titleEn',
  'descriptionZh',
  'descriptionEn',
  'type',
  'sharing',
  'sensitive',
  'key',
  'level',
  'required',
  'format',
  'pattern',
  'codes',
] as const;
type Column = (typeof columns)[number];
const yes = ['true', '1', 'yes', '是'];
const no = ['', 'false', '0', 'no', '否'];

const itemOf = (name: string, title: string, type: Item['type'], key: boolean): Item => ({
  name,
  title: { zh: title, en: '' },
  type,
  sharing: 'conditional',
  sensitive: false,
  key,
  level: 2,
  mask: null,
  required: key,
  validity: null,
});

function fromColumns({ columns: found }: SourceColumns): Item[] {
  return found.slice(0, mostRows).map(({ name, type, key, nullable, comment }) => ({
    ...itemOf(name, comment?.trim() || name, type, key),
    required: key || !nullable,
  }));
}

/** One line of the table as an item. @throws CATALOGUE_TABLE_INVALID with the line and column */
function fromLine(line: Partial<Record<Column, string>>, number: number): Item {
  const cell = (column: Column) => (line[column] ?? '').trim();
  const refuse = (column: Column, problem: string) =>
    catalogueErrors.tableInvalid({ problem: `line ${number}, ${column}: ${problem}` });
  function pick<Word extends string | number>(column: Column, words: readonly Word[], fallback: Word): Word {
    const text = cell(column);
    if (text === '') return fallback;
    const word = words.find((one) => String(one) === text);
    if (word === undefined) throw refuse(column, `must be one of ${words.join(', ')}`);
    return word;
  }
  function flag(column: Column): boolean {
    const text = cell(column).toLowerCase();
    if (yes.includes(text)) return true;
    if (no.includes(text)) return false;
    throw refuse(column, 'must be true or false');
  }
  if (cell('name') === '') throw refuse('name', 'is empty');
  const codes = cell('codes')
    .split(';')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [code = '', ...title] = part.split('=');
      return { code: code.trim(), title: { zh: title.join('=').trim(), en: '' } };
    });
  const formats = ['citizenNumber', 'creditCode', 'regionCode', 'mobile', 'email', 'url', ''] as const;
  const format = pick('format', formats, '');
  const validity = {
    ...(format === '' ? {} : { format }),
    ...(cell('pattern') === '' ? {} : { pattern: cell('pattern') }),
    ...(codes.length > 0 ? { codes } : {}),
  };
  const description = { zh: cell('descriptionZh'), en: cell('descriptionEn') };
  return {
    ...itemOf(cell('name'), cell('titleZh') || cell('name'), pick('type', itemTypes, 'text'), flag('key')),
    title: { zh: cell('titleZh') || (cell('titleEn') === '' ? cell('name') : ''), en: cell('titleEn') },
    ...(description.zh === '' && description.en === '' ? {} : { description }),
    sharing: pick('sharing', sharings, 'conditional'),
    sensitive: flag('sensitive'),
    level: pick('level', levels, 2),
    required: flag('required') || flag('key'),
    validity: Object.keys(validity).length > 0 ? validity : null,
  };
}

/**
 * Reads items from a CSV table with a head line, as office software writes it.
 *
 * @throws CATALOGUE_TABLE_INVALID
 */
export function itemsFromCsv(csv: string): Item[] {
  if (Buffer.byteLength(csv) > mostBytes) throw catalogueErrors.tableInvalid({ problem: 'it is longer than 1 MB' });
  let lines: { record: Partial<Record<Column, string>>; info: { lines: number } }[];
  try {
    lines = parse(csv, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      columns: (head: string[]) => {
        const names = head.map((name) => name.trim());
        const unknown = names.find((name) => !(columns as readonly string[]).includes(name));
        if (unknown !== undefined)
          throw catalogueErrors.tableInvalid({
            problem: `line 1: "${unknown.slice(0, 40)}" is none of ${columns.join(', ')}`,
          });
        if (new Set(names).size < names.length)
          throw catalogueErrors.tableInvalid({ problem: 'line 1 names a column twice' });
        return names;
      },
    }) as unknown as typeof lines;
  } catch (cause) {
    if (cause instanceof Error && 'nextStep' in cause) throw cause;
    const problem = cause instanceof Error ? cause.message.slice(0, 200) : 'it is no CSV';
    throw catalogueErrors.tableInvalid({ problem }, { cause });
  }
  if (lines.length === 0) throw catalogueErrors.tableInvalid({ problem: 'it has no line below its head' });
  if (lines.length > mostRows) throw catalogueErrors.tableInvalid({ problem: `it has more than ${mostRows} lines` });
  const items = lines.map(({ record, info }) => fromLine(record, info.lines));
  const names = items.map(({ name }) => name);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0) throw catalogueErrors.tableInvalid({ problem: `the item ${names[twice]} is there twice` });
  return items;
}

/** Items as a source's columns suggest them; sharing and level are for the steward to decide. */
export async function itemsFromSource(
  { sources }: CatalogueParts,
  participant: string,
  source: SourceReference,
): Promise<Item[]> {
  return fromColumns(await sources.describeSource(participant, source));
}
