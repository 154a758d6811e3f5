import { parseDigitalLink, toDigitalLink } from '../../proof/index.ts';
import type { ColumnKind } from './columns.ts';
import type { ProblemCode } from './problems.ts';
import { type Cell, limits } from './table.ts';
import { findMethod, findUnit, knownMethods, knownUnits } from './words.ts';

/** What a cell means: canonical text, or what is wrong with it. */
export type CellReading = { value: string } | { code: ProblemCode; values: Record<string, string | number> };

export interface ReadCellOptions {
  /** Of local times without a zone, such as +08:00. */
  offset: string;
  /** Milliseconds since 1970; later times are refused. */
  now: number;
}

/** Digits that a spreadsheet's number keeps. */
const exactDigits = 15;
/** Devices' clocks may be ahead by as much. */
const toleranceMs = 5 * 60_000;

/** Reads a cell by the kind of its column. An empty cell has the value ''. */
export function readCell(kind: ColumnKind, cell: Cell, options: ReadCellOptions): CellReading {
  const refuse = (code: ProblemCode, values: Record<string, string | number> = {}) => ({ code, values });
  if (cell.formula) return refuse('formula');
  const text = cell.text.normalize('NFKC').trim();
  if (text.length > limits.cellCharacters) return refuse('tooLong', { most: limits.cellCharacters });
  if (/[\p{Cc}\p{Cs}]/u.test(text.replace(/[\r\n\t]/g, ' '))) return refuse('control');
  if (text === '') return { value: '' };
  if (['place', 'party', 'product', 'thing', 'lot'].includes(kind) && lostDigits(text, cell))
    return refuse('digitsLost');
  const found = read(kind, text, cell, options);
  if (found === null) return refuse(codeOf(kind), { value: text, known: kind === 'unit' ? knownUnits : knownMethods });
  if (kind === 'time' && Date.parse(found) > options.now + toleranceMs) return refuse('future', { value: text });
  return { value: found };
}

const codeOf = (kind: ColumnKind): ProblemCode => (kind === 'text' ? 'control' : kind);

/** 9.52E+12, or a number with more digits than a spreadsheet keeps. */
function lostDigits(text: string, { number }: Cell): boolean {
  return /^\d(?:\.\d+)?E\+?\d+$/i.test(text) || (number === true && /^\d+$/.test(text) && text.length > exactDigits);
}

function read(kind: ColumnKind, text: string, cell: Cell, { offset }: ReadCellOptions): string | null {
  switch (kind) {
    case 'time':
      return readTime(text, cell, offset);
    case 'day':
      return readDay(text, cell);
    case 'place':
      return readKey(text, /^\d{13}$/, (digits) => `414/${digits}`, ['414']);
    case 'party':
      return readKey(text, /^\d{13}$/, (digits) => `417/${digits}`, ['417', '414']);
    case 'product':
      return readKey(text, /^\d{8,14}$/, (digits) => `01/${digits.padStart(14, '0')}`, ['01']);
    case 'thing':
      return readKey(text, /^\d{18}$/, (digits) => `00/${digits}`, ['00', '01', '8003', '8004', '253']);
    case 'lot':
      return /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/.test(text) ? text : null;
    case 'quantity':
      return readQuantity(text);
    case 'unit':
      return findUnit(text) ? text : null;
    case 'method':
      return findMethod(text);
    default:
      return text.replace(/\s+/g, ' ');
  }
}

/** A bare key with its check digit, or a link or EPC URN, as canonical link. */
function readKey(text: string, bare: RegExp, toPath: (digits: string) => string, kinds: string[]): string | null {
  const digits = text.replaceAll(/[\s-]/g, '');
  const key = toDigitalLink(bare.test(digits) ? `https://id.gs1.org/${toPath(digits)}` : text);
  const kind = /^https:\/\/id\.gs1\.org\/(\d{2,4})\//.exec(key ?? '')?.[1];
  if (key === null || kind === undefined || !kinds.includes(kind)) return null;
  try {
    // It is parsing that looks at check digits.
    parseDigitalLink(key);
    return key;
  } catch {
    return null;
  }
}

/** `12.5` or `12,5`; thousands are not separated, for nobody could tell 1,250 from 1.250. */
function readQuantity(text: string): string | null {
  const plain = text.replace(',', '.');
  return /^\d{1,12}(?:\.\d{1,6})?$/.test(plain) && Number(plain) > 0 ? plain : null;
}

const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

function readTime(text: string, { date }: Cell, offset: string): string | null {
  if (date) return checkTime(date.toISOString().slice(0, 19), offset);
  const [, year, month, day, hour, minute, second, zone] = written.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const two = (part: string | undefined) => (part ?? '0').padStart(2, '0');
  const zoned = zone === 'Z' ? '+00:00' : zone?.replace(/^(.\d{2}):?(\d{2})$/, '$1:$2');
  return checkTime(`${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`, zoned ?? offset);
}

/** A day that the calendar does not have must not become another one. */
function checkTime(local: string, offset: string): string | null {
  const time = new Date(`${local}Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(local) ? `${local}.000${offset}` : null;
}

function readDay(text: string, cell: Cell): string | null {
  return readTime(text, cell, '+00:00')?.slice(0, 10) ?? null;
}
