import { inBoth } from '../../proof/index.ts';
import { traceErrors } from '../errors.ts';
import { parsePaging } from '../query/parseQuery.ts';
import { toThingKey } from '../things.ts';

/** A SimpleMasterDataQuery; null stands for no condition. */
export interface MasterDataQuery {
  /** URIs of vocabularies. */
  types: string[] | null;
  keys: string[] | null;
  /** Identifiers with everything below them. */
  within: string[] | null;
  /** Of each of these lists one attribute must be there. */
  has: string[][];
  equal: { name: string; values: string[] }[];
  includeAttributes: boolean;
  includeChildren: boolean;
  /** Which attributes are shown. */
  names: string[] | null;
  perPage: number;
  nextPageToken: string | null;
  /** Names the query in its page tokens. */
  text: string;
}

/** Parameters, each with what it means. */
export const masterDataParameters: Readonly<Record<string, string>> = {
  vocabularyName: 'URIs of vocabularies separated by |, such as urn:epcglobal:epcis:vtype:Location',
  EQ_name: 'identifiers separated by |',
  WD_name: 'identifiers separated by |, with everything below them',
  HASATTR: 'URIs of attributes separated by |, of which one must be there',
  'EQATTR_…': 'values separated by | of the attribute with this URI',
  includeAttributes: 'true (default) or false',
  includeChildren: 'true (default) or false',
  attributeNames: 'URIs of the attributes to show, separated by |; all by default',
  perPage: '1 to 1000, 30 by default',
  nextPageToken: 'from the Link header of the page before',
};

const paging = ['perPage', 'nextPageToken'];
const equals = 'EQATTR_';

/** Reads query parameters. Throws TRACE_UNKNOWN_PARAMETER and TRACE_INVALID_PARAMETER. */
export function parseMasterDataQuery(given: Readonly<Record<string, unknown>>): MasterDataQuery {
  const values = new Map(Object.entries(given).map(([name, value]) => [name, String(value)]));
  for (const [name, value] of values) {
    const known = Object.hasOwn(masterDataParameters, name) || name.startsWith(equals);
    if (!known) throw traceErrors.unknownParameter({ name, known: Object.keys(masterDataParameters).join(', ') });
    if (value === '') throw invalid(name, value, masterDataParameters[name] ?? 'a value', '有效的值');
  }
  const list = (name: string) => values.get(name)?.split('|').filter(Boolean) ?? null;
  const flag = (name: string) => {
    const value = values.get(name) ?? 'true';
    if (value !== 'true' && value !== 'false') throw invalid(name, value, 'true or false', 'true 或 false');
    return value === 'true';
  };
  return {
    types: list('vocabularyName'),
    keys: list('EQ_name')?.map(toThingKey) ?? null,
    within: list('WD_name')?.map(toThingKey) ?? null,
    has: [list('HASATTR') ?? []].filter((names) => names.length > 0),
    equal: [...values.keys()]
      .filter((name) => name.startsWith(equals))
      .map((name) => ({ name: name.slice(equals.length), values: list(name) ?? [] })),
    includeAttributes: flag('includeAttributes'),
    includeChildren: flag('includeChildren'),
    names: list('attributeNames'),
    ...parsePaging(Object.fromEntries(Object.entries(given).filter(([name]) => paging.includes(name)))),
    text: `master data ${JSON.stringify([...values].filter(([name]) => !paging.includes(name)).sort())}`,
  };
}

function invalid(name: string, value: string, en: string, zh: string) {
  const shown = JSON.stringify(value.slice(0, 200));
  return traceErrors.invalidParameter(...inBoth({ name, value: shown, expected: { en, zh } }));
}
