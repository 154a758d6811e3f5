import { toThingKey } from '../things.ts';
import type { KeyRange, ThingFilter } from './eventQuery.ts';

const origin = 'https://id.gs1.org';

/**
 * Where the key of a scheme stands: its application identifier, how many digits the company prefix and the reference
 * have together (without check digit), and whether the reference's first digit goes before the company prefix.
 */
interface Scheme {
  ai: string;
  digits: number;
  indicator?: boolean;
  /** Digits between the application identifier and the company prefix that the URN does not write. */
  lead?: string;
}

const schemes: Readonly<Record<string, Scheme>> = {
  sgtin: { ai: '01', digits: 13, indicator: true },
  upui: { ai: '01', digits: 13, indicator: true },
  itip: { ai: '8006', digits: 13, indicator: true },
  sscc: { ai: '00', digits: 17, indicator: true },
  sgln: { ai: '414', digits: 12 },
  pgln: { ai: '417', digits: 12 },
  grai: { ai: '8003', digits: 12, lead: '0' },
  gdti: { ai: '253', digits: 12 },
  sgcn: { ai: '255', digits: 12 },
  giai: { ai: '8004', digits: 0 },
  cpi: { ai: '8010', digits: 0 },
  gsrn: { ai: '8018', digits: 17 },
  gsrnp: { ai: '8017', digits: 17 },
  ginc: { ai: '401', digits: 0 },
  gsin: { ai: '402', digits: 16 },
};

const pattern = /^urn:epc:(idpat|pat|id):([a-z]+)(?:-\d+)?:(.+)$/;
const interval = /^\[(\d{1,20})-(\d{1,20})\]$/;

/**
 * What an EPC pattern (`urn:epc:idpat:…`, TDS 2.0 section 8; also with ranges such as `[1-500]`) stands for: things whose
 * keys begin alike. Null when the URI is no pattern, and when the pattern says no more than a key does.
 */
function readPattern(uri: string): KeyRange[] | null {
  const [, , name = '', body = ''] = pattern.exec(uri) ?? [];
  const scheme = schemes[name];
  if (scheme === undefined || !/[*[]/.test(body)) return null;
  // The tag forms begin with a filter value, which identifies nothing.
  const parts = (uri.startsWith('urn:epc:pat:') ? body.split('.').slice(1) : body.split('.')) as string[];
  const known = parts.findIndex((part) => part === '*' || interval.test(part));
  const [company = '', reference = ''] = parts;
  const range = interval.exec(parts[known] ?? '');
  if (parts.slice(known + 1).some((part) => part !== '*') || (range && known !== parts.length - 1)) return [];
  if (known === 0) return [startingWith(`${origin}/${scheme.ai}/`)];
  if (!/^\d{6,12}$/.test(company)) return [];
  const { ai, lead = '', indicator = false, digits } = scheme;
  if (known === 1) {
    const limits = range === null ? null : { least: range[1] ?? '', greatest: range[2] ?? '' };
    if (!indicator) return [{ ...startingWith(`${origin}/${ai}/${lead}${company}`), serials: limits }];
    // A serial of an SSCC ends with a check digit and begins before the company prefix: no range of keys is like that.
    if (limits) return [];
    return Array.from('0123456789', (first) => startingWith(`${origin}/${ai}/${first}${company}`));
  }
  const whole = digits > 0 ? readKey(name, company, reference) : `${origin}/${ai}/${company}${reference}`;
  if (whole === null) return [];
  // An ITIP goes on with its piece and total, as far as the pattern knows them.
  const pieces = name === 'itip' ? parts.slice(2, known).join('') : '';
  const complete = known === parts.length - 1;
  const start = startingWith(`${whole}${pieces}${complete ? (joints[name] ?? '') : ''}`);
  return [range ? { ...start, serials: { least: range[1] ?? '', greatest: range[2] ?? '' } } : start];
}

/** What stands between a class and the serial number; the other schemes write it at once. */
const joints: Readonly<Record<string, string>> = { sgtin: '/21/', upui: '/235/', itip: '/21/', cpi: '/8011/' };

/** The key of a class with its check digit, by the way of an identifier with a serial number of no consequence. */
function readKey(name: string, company: string, reference: string): string | null {
  const any = { sgln: '0', itip: '01.01.1' }[name] ?? '1';
  const key = toThingKey(`urn:epc:id:${name}:${company}.${reference}.${any}`);
  if (key.startsWith('urn:')) return null;
  if (name === 'itip') return key.slice(0, `${origin}/8006/`.length + 14);
  const joint = joints[name];
  if (joint !== undefined) return key.slice(0, key.indexOf(joint));
  return name === 'sgln' ? key : key.slice(0, -any.length);
}

function startingWith(from: string): KeyRange {
  // Keys are URIs: none of their characters comes after the tilde, and nothing that begins with `from` after this.
  return { from, until: `${from}\u007f`, serials: null };
}

/**
 * The things that one of the values of a MATCH_ parameter names. Where classes are looked for, the pattern of all items of
 * a class (`…:*`) names that class.
 */
export function readThingNames(uris: readonly string[], classes: boolean): Pick<ThingFilter, 'keys' | 'ranges'> {
  const keys: string[] = [];
  const ranges: KeyRange[] = [];
  for (const uri of uris) {
    const key = toThingKey(uri);
    const found = classes && key !== uri ? null : readPattern(uri);
    if (found === null) keys.push(key);
    else ranges.push(...found);
  }
  return { keys, ranges };
}
