import { KEYS_BY_NAME } from '../epcis/gs1Keys.ts';
import { type FormatComponent, readFormat } from './readFormat.ts';
import type { AiRow } from './table/aiRow.ts';
import { attributesRows } from './table/attributesRows.ts';
import { measuresRows } from './table/measuresRows.ts';
import { partiesRows } from './table/partiesRows.ts';
import { servicesRows } from './table/servicesRows.ts';
import { tradeRows } from './table/tradeRows.ts';

/** An application identifier (GS1 General Specifications, section 3). */
export interface ApplicationIdentifier {
  ai: string;
  /** The data title, such as `BATCH/LOT`. */
  title: string;
  format: readonly FormatComponent[];
  /** True when its length is predefined: no separator follows it in an element string. */
  predefinedLength: boolean;
  /** True when it may stand in the query string of a Digital Link. */
  attribute: boolean;
  /** Of a primary key the orders in which its qualifiers follow it; null for everything else. */
  qualifiers: readonly (readonly string[])[] | null;
  /** All groups must be met; of a group one entry, of an entry (`01`, `01+21`, `31nn`) everything. */
  needs: readonly (readonly string[])[];
  /** What it must not be together with; `310n` stands for a range. */
  excludes: readonly string[];
}

/** `3100-3105` as its six numbers. */
function expand(range: string): string[] {
  const [first = '', last] = range.split('-');
  if (last === undefined) return [first];
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, step) => String(Number(first) + step).padStart(first.length, '0'));
}

function readRow([range, marks, format, title, needs = '', excludes = '']: AiRow): ApplicationIdentifier[] {
  const shared = {
    title,
    format: readFormat(format),
    predefinedLength: marks.includes('f'),
    attribute: marks.includes('q'),
    needs: needs === '' ? [] : needs.split(';').map((group) => group.split(',')),
    excludes: excludes === '' ? [] : excludes.split(','),
  };
  return expand(range).map((ai) => ({ ai, ...shared, qualifiers: KEYS_BY_NAME.get(ai)?.sequences ?? null }));
}

let table: ReadonlyMap<string, ApplicationIdentifier> | undefined;

/** Every application identifier by its number, in the order of their numbers. Read when first asked for. */
export function applicationIdentifiers(): ReadonlyMap<string, ApplicationIdentifier> {
  table ??= new Map(
    [tradeRows, measuresRows, partiesRows, attributesRows, servicesRows]
      .flat()
      .flatMap(readRow)
      .sort((a, b) => (a.ai < b.ai ? -1 : 1))
      .map((entry) => [entry.ai, entry]),
  );
  return table;
}

/** The application identifier at `start` of plain data: no number of one begins with the number of another. */
export function identifierAt(data: string, start: number): ApplicationIdentifier | undefined {
  for (let length = 2; length <= 4; length++) {
    const entry = applicationIdentifiers().get(data.slice(start, start + length));
    if (entry) return entry;
  }
  return undefined;
}
