import { hasCheckDigit, hasCheckPair } from './checkDigit.ts';
import { isDigits, isKeyText } from './keyCharacters.ts';

/** An application identifier that a Digital Link path may hold; values are percent-decoded. */
export interface Component {
  ai: string;
  /** The value in its canonical length, or null when its characters or its length are wrong. */
  normalize(value: string): string | null;
  /** True when the check digits of a normalized value are right. */
  check(value: string): boolean;
}

/** A primary key of the GS1 system. */
export interface Gs1Key extends Component {
  /** The orders in which qualifiers may follow the key; each of them may be left out. */
  sequences: readonly (readonly string[])[];
  /** The qualifiers that name the finest level of identity, finest first; the others are only attributes of it. */
  levels: readonly string[];
}

const always = () => true;

function component(ai: string, normalize: Component['normalize'], check: Component['check'] = always): Component {
  return { ai, normalize, check };
}

const digits = (length: number) => (value: string) => (value.length === length && isDigits(value) ? value : null);
const upToDigits = (max: number) => (value: string) =>
  value.length >= 1 && value.length <= max && isDigits(value) ? value : null;
const text = (max: number) => (value: string) => (isKeyText(value, 'x', max) ? value : null);
/** A key that begins with a company prefix, which has at least four digits. */
const prefixed = (set: 'x' | 'y', max: number) => (value: string) =>
  value.length > 4 && isDigits(value, 0, 4) && isKeyText(value, set, max) ? value : null;
const digitsThenText = (length: number, max: number) => (value: string) =>
  isDigits(value, 0, length) && (value.length === length || isKeyText(value, 'x', max, length)) ? value : null;
const digitsThenDigits = (length: number, max: number) => (value: string) =>
  value.length >= length && value.length <= length + max && isDigits(value) ? value : null;
const checkDigitAt = (length: number) => (value: string) => hasCheckDigit(value, length);

const GTIN_LENGTHS = new Set([8, 12, 13, 14]);
const gtin = (value: string) => (GTIN_LENGTHS.has(value.length) && isDigits(value) ? value.padStart(14, '0') : null);
/** GTIN, piece and total: pieces count from 1 up to the total. */
const checkItip = (value: string) =>
  hasCheckDigit(value, 14) && value.slice(14, 16) !== '00' && value.slice(14, 16) <= value.slice(16, 18);

function key(base: Component, sequences: string[][] = [], levels: string[] = sequences.flat()): Gs1Key {
  return { ...base, sequences, levels };
}

const KEYS: readonly Gs1Key[] = [
  key(component('00', digits(18), checkDigitAt(18))),
  key(component('01', gtin, checkDigitAt(14)), [['22', '10', '21'], ['235']], ['235', '21', '10']),
  key(component('253', digitsThenText(13, 17), checkDigitAt(13))),
  key(component('255', digitsThenDigits(13, 12), checkDigitAt(13))),
  key(component('401', prefixed('x', 30))),
  key(component('402', digits(17), checkDigitAt(17))),
  key(component('414', digits(13), checkDigitAt(13)), [['254'], ['7040']], ['254']),
  key(component('415', digits(13), checkDigitAt(13)), [['8020']]),
  key(component('417', digits(13), checkDigitAt(13)), [['7040']], []),
  key(component('8003', digitsThenText(14, 16), (value) => value[0] === '0' && hasCheckDigit(value, 14))),
  key(component('8004', prefixed('x', 30)), [['7040']], []),
  key(component('8006', digits(18), checkItip), [['22', '10', '21']], ['21', '10']),
  key(component('8010', prefixed('y', 30)), [['8011']]),
  key(component('8013', prefixed('x', 25), hasCheckPair)),
  key(component('8017', digits(18), checkDigitAt(18)), [['8019']], []),
  key(component('8018', digits(18), checkDigitAt(18)), [['8019']], []),
];

const QUALIFIERS: readonly Component[] = [
  component('10', text(20)),
  component('21', text(20)),
  component('22', text(20)),
  component('235', text(28)),
  component('254', text(20)),
  component('7040', (value) => (value.length === 4 ? text(4)(value) : null)),
  component('8011', upToDigits(12)),
  component('8019', upToDigits(10)),
  component('8020', text(25)),
];

// The short names of GS1 Digital Link 1.1, which later releases deprecate but links in the field still use.
const SHORT_NAMES = {
  sscc: '00',
  gtin: '01',
  gdti: '253',
  gcn: '255',
  ginc: '401',
  gsin: '402',
  gln: '414',
  payTo: '415',
  party: '417',
  grai: '8003',
  giai: '8004',
  itip: '8006',
  cpid: '8010',
  gmn: '8013',
  gsrnp: '8017',
  gsrn: '8018',
  lot: '10',
  ser: '21',
  cpv: '22',
  glnx: '254',
  cpsn: '8011',
  srin: '8019',
  refno: '8020',
};

function indexByName<Entry extends Component>(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const index = new Map(entries.map((entry) => [entry.ai, entry]));
  for (const [name, ai] of Object.entries(SHORT_NAMES)) {
    const entry = index.get(ai);
    if (entry) index.set(name, entry);
  }
  return index;
}

/** Primary keys by application identifier and by short name. */
export const KEYS_BY_NAME = indexByName(KEYS);

/** Key qualifiers by application identifier and by short name. */
export const QUALIFIERS_BY_NAME = indexByName(QUALIFIERS);
