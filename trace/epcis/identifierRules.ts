import { parseDigitalLink, toDigitalLink } from '../../proof/index.ts';
import { show } from './issue.ts';
import type { Fields, Report } from './rules.ts';

const single = ['parentID', 'transformationID'];
const lists = ['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList'];
/** Lists of objects with the field that holds their identifier. */
const listsOfObjects: readonly [list: string, field: string][] = [
  ['quantityList', 'epcClass'],
  ['childQuantityList', 'epcClass'],
  ['inputQuantityList', 'epcClass'],
  ['outputQuantityList', 'epcClass'],
  ['bizTransactionList', 'bizTransaction'],
  ['sourceList', 'source'],
  ['destinationList', 'destination'],
];

/**
 * Check digits of the GS1 keys that name things, places, parties and papers (General Specifications, section 7.9). An
 * EPC URN has none, so only Digital Links can be wrong. A wrong one would make a thing that nobody else can find.
 */
export function checkIdentifiers(event: Fields, report: Report): void {
  const check = (value: unknown, path: string) => {
    if (typeof value !== 'string' || !value.startsWith('http') || isRight(value)) return;
    const { en } = show(value);
    report(
      path,
      [`${en} has a wrong check digit`, 'the GS1 key as it was assigned, with its own check digit'],
      [`${en} 的校验码不正确`, '按分配时的 GS1 编码书写，带其校验码'],
    );
  };
  for (const key of single) check(event[key], `/${key}`);
  for (const key of ['readPoint', 'bizLocation']) check(fieldOf(event[key], 'id'), `/${key}/id`);
  for (const key of lists) {
    for (const [index, value] of entries(event[key])) check(value, `/${key}/${index}`);
  }
  for (const [key, field] of listsOfObjects) {
    for (const [index, value] of entries(event[key])) check(fieldOf(value, field), `/${key}/${index}/${field}`);
  }
}

/** False for a Digital Link on any domain whose key has a wrong check digit; other URIs are nobody's keys. */
function isRight(uri: string): boolean {
  if (toDigitalLink(uri) === null) return true;
  try {
    parseDigitalLink(uri);
    return true;
  } catch {
    return false;
  }
}

const entries = (value: unknown): Iterable<[number, unknown]> => (Array.isArray(value) ? value.entries() : []);

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Fields)[field] : undefined;
}
