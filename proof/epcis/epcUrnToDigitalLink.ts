import { computeCheckDigit } from './checkDigit.ts';
import { decodeKeyText, encodeKeyText, isDigits, isKeyText, type KeyCharacterSet } from './keyCharacters.ts';
import { CANONICAL_ORIGIN } from './readDigitalLink.ts';

/** Turns what follows the scheme of an EPC URN into a Digital Link; null when it is malformed. */
type Converter = (body: string) => string | null;

const MIN_PREFIX = 6;
const MAX_PREFIX = 12;

/** Length of the company prefix, or -1 when `body` does not begin with one. */
function prefixLength(body: string): number {
  const dot = body.indexOf('.');
  return dot >= MIN_PREFIX && dot <= MAX_PREFIX && isDigits(body, 0, dot) ? dot : -1;
}

/** Company prefix and reference, together `length` digits, written in `length + 1` characters because of the dot. */
function readNumber(body: string, length: number, indicatorFirst: boolean): string | null {
  const dot = prefixLength(body);
  if (dot < 0 || !isDigits(body, dot + 1, length + 1)) return null;
  const raw = indicatorFirst
    ? body.slice(dot + 1, dot + 2) + body.slice(0, dot) + body.slice(dot + 2, length + 1)
    : body.slice(0, dot) + body.slice(dot + 1, length + 1);
  return raw + computeCheckDigit(raw);
}

/** The text of `body` from `start` on, re-encoded for a path; null when a character or the length is wrong. */
function readText(body: string, start: number, set: KeyCharacterSet, maxLength: number): string | null {
  const decoded = decodeKeyText(body.slice(start));
  return decoded !== null && isKeyText(decoded, set, maxLength) ? encodeKeyText(decoded) : null;
}

const hasDotAt = (body: string, at: number) => body.charCodeAt(at) === 46;

/** A number of fixed length and nothing else. */
function plain(ai: string, length: number, indicatorFirst: boolean): Converter {
  return (body) => {
    const number = body.length === length + 1 ? readNumber(body, length, indicatorFirst) : null;
    return number === null ? null : `${CANONICAL_ORIGIN}/${ai}/${number}`;
  };
}

/** A number of fixed length, a dot and a text that `joint` separates from it in the link. */
function withText(ai: string, length: number, joint: string, maxLength: number): Converter {
  const gtin = length === 13;
  return (body) => {
    const number = hasDotAt(body, length + 1) ? readNumber(body, length, gtin) : null;
    const text = number === null ? null : readText(body, length + 2, 'x', maxLength);
    return text === null ? null : `${CANONICAL_ORIGIN}/${ai}/${number}${joint}${text}`;
  };
}

/** A pattern: a number of fixed length and `.*` for its serial. */
function anySerial(ai: string, length: number, lead = ''): Converter {
  return (body) => {
    if (body.length !== length + 3 || !body.endsWith('.*')) return null;
    const number = readNumber(body, length, length === 13);
    return number === null ? null : `${CANONICAL_ORIGIN}/${ai}/${lead}${number}`;
  };
}

/** Company prefix and a text reference, together up to 30 characters. */
function prefixed(ai: string): Converter {
  return (body) => {
    const dot = prefixLength(body);
    const text = dot < 0 ? null : readText(body, dot + 1, 'x', 30 - dot);
    return text === null ? null : `${CANONICAL_ORIGIN}/${ai}/${body.slice(0, dot)}${text}`;
  };
}

function convertLocation(body: string): string | null {
  if (!hasDotAt(body, 13)) return null;
  if (body.length === 15 && body[14] === '0') return plain('414', 12, false)(body.slice(0, 13));
  return withText('414', 12, '/254/', 20)(body);
}

function convertAsset(body: string): string | null {
  const number = hasDotAt(body, 13) ? readNumber(body, 12, false) : null;
  const serial = number === null ? null : readText(body, 14, 'x', 16);
  // The check digit of a GRAI does not change with its leading zero.
  return serial === null ? null : `${CANONICAL_ORIGIN}/8003/0${number}${serial}`;
}

function convertCoupon(body: string): string | null {
  if (!isDigits(body, 14) || body.length < 15 || body.length > 26) return null;
  return withText('255', 12, '', 12)(body);
}

/** Component and part: the reference is of character set 39, the serial of up to twelve digits or, in a pattern, `*`. */
function convertPart(body: string, pattern: boolean): string | null {
  const dot = prefixLength(body);
  const end = body.lastIndexOf('.');
  if (dot < 0 || end <= dot) return null;
  const serial = body.slice(end + 1);
  const reference = readText(body.slice(0, end), dot + 1, 'y', 30 - dot);
  if (reference === null) return null;
  const part = `${CANONICAL_ORIGIN}/8010/${body.slice(0, dot)}${reference}`;
  if (pattern) return serial === '*' ? part : null;
  return serial.length >= 1 && serial.length <= 12 && isDigits(serial) ? `${part}/8011/${serial}` : null;
}

/** Individual piece of a trade item: GTIN, two digits of piece, two digits of total, serial or `*`. */
function convertPiece(body: string, pattern: boolean): string | null {
  if (!hasDotAt(body, 14) || !hasDotAt(body, 17) || !hasDotAt(body, 20)) return null;
  if (!isDigits(body, 15, 17) || !isDigits(body, 18, 20)) return null;
  const number = readNumber(body, 13, true);
  if (number === null) return null;
  const piece = `${CANONICAL_ORIGIN}/8006/${number}${body.slice(15, 17)}${body.slice(18, 20)}`;
  if (pattern) return body.length === 22 && body[21] === '*' ? piece : null;
  const serial = readText(body, 21, 'x', 20);
  return serial === null ? null : `${piece}/21/${serial}`;
}

const CONVERTERS: ReadonlyMap<string, Converter> = new Map<string, Converter>([
  ['id:sgtin', withText('01', 13, '/21/', 20)],
  ['id:sscc', plain('00', 17, true)],
  ['id:sgln', convertLocation],
  ['id:pgln', plain('417', 12, false)],
  ['id:grai', convertAsset],
  ['id:giai', prefixed('8004')],
  ['id:gsrn', plain('8018', 17, false)],
  ['id:gsrnp', plain('8017', 17, false)],
  ['id:gdti', withText('253', 12, '', 17)],
  ['id:cpi', (body) => convertPart(body, false)],
  ['id:sgcn', convertCoupon],
  ['id:ginc', prefixed('401')],
  ['id:gsin', plain('402', 16, false)],
  ['id:itip', (body) => convertPiece(body, false)],
  ['id:upui', withText('01', 13, '/235/', 28)],
  ['class:lgtin', withText('01', 13, '/10/', 20)],
  ['idpat:sgtin', anySerial('01', 13)],
  ['idpat:upui', anySerial('01', 13)],
  ['idpat:grai', anySerial('8003', 12, '0')],
  ['idpat:gdti', anySerial('253', 12)],
  ['idpat:sgcn', anySerial('255', 12)],
  ['idpat:cpi', (body) => convertPart(body, true)],
  ['idpat:itip', (body) => convertPiece(body, true)],
]);

const URN_PREFIX = 'urn:epc:';

/**
 * An EPC, EPC class or EPC pattern URN as canonical GS1 Digital Link (Tag Data Standard 2.0, section 6; CBV 2.0,
 * event hash rule on EPC URIs). Null when the URN is malformed or names no GS1 key.
 */
export function epcUrnToDigitalLink(urn: string): string | null {
  if (!urn.startsWith(URN_PREFIX)) return null;
  const colon = urn.indexOf(':', urn.indexOf(':', URN_PREFIX.length) + 1);
  const convert = CONVERTERS.get(urn.slice(URN_PREFIX.length, colon));
  return convert ? convert(urn.slice(colon + 1)) : null;
}
