import { hasCheckDigit } from './checkDigit.ts';
import { type LinkPart, readDigitalLink } from './readDigitalLink.ts';

/** GS1 company prefixes that are known to exist, as digits. */
export type CompanyPrefixes = ReadonlySet<string>;

/** Lengths that are taken when the prefix is not known: what GS1 China gave out under its own, and 7 for all others. */
const CHINESE: Readonly<Record<string, number>> = { '692': 8, '693': 8, '694': 8, '695': 8, '696': 8, '697': 9 };
const USUAL = 7;
const SHORTEST = 6;
const LONGEST = 12;

/** Length of the longest known company prefix that `digits` begin with, else the usual one, at most all of them. */
function prefixLength(digits: string, known: CompanyPrefixes): number {
  for (let length = Math.min(LONGEST, digits.length); length >= SHORTEST; length--) {
    if (known.has(digits.slice(0, length))) return length;
  }
  return Math.min(CHINESE[digits.slice(0, 3)] ?? USUAL, digits.length);
}

// Tag Data Standard 2.0, section 6.3: what a URN writes as an escape of the characters that a key may hold.
const RESERVED = /["#%&/<>?]/g;
const escapeText = (text: string) =>
  text.replace(RESERVED, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Digits with a dot behind the company prefix and `lead` (indicator or extension digit) before what follows it. */
type Split = (digits: string, lead?: string) => string | null;

type Scheme = (value: string, finest: LinkPart | undefined, split: Split) => string | null;

/** A number with its check digit at the end of its first `length` characters, and a serial behind it. */
const numberThenSerial =
  (scheme: string, length: number, start = 0): Scheme =>
  (value, _, split) => {
    const number = hasCheckDigit(value, length) ? split(value.slice(start, length - 1)) : null;
    if (number === null) return null;
    const serial = value.slice(length);
    return serial === '' ? `idpat:${scheme}:${number}.*` : `id:${scheme}:${number}.${escapeText(serial)}`;
  };

/** A number with its check digit and nothing else; the first digit may be an extension digit. */
const numberOnly =
  (scheme: string, extended = false): Scheme =>
  (value, _, split) => {
    if (!hasCheckDigit(value)) return null;
    const number = extended ? split(value.slice(1, -1), value[0]) : split(value.slice(0, -1));
    return number === null ? null : `id:${scheme}:${number}`;
  };

/** A company prefix and a text behind it; of the digits at the start some belong to the text. */
const prefixThenText =
  (scheme: string): Scheme =>
  (value, _, split) => {
    const digits = /^\d*/.exec(value)?.[0] ?? '';
    const prefix = split(digits)?.split('.')[0];
    if (prefix === undefined || prefix.length === value.length) return null;
    return `id:${scheme}:${prefix}.${escapeText(value.slice(prefix.length))}`;
  };

function writeTradeItem(value: string, finest: LinkPart | undefined, split: Split): string | null {
  const number = hasCheckDigit(value) ? split(value.slice(1, 13), value[0]) : null;
  if (number === null) return null;
  if (!finest) return `idpat:sgtin:${number}.*`;
  const schemes: Record<string, string> = { '21': 'id:sgtin', '10': 'class:lgtin', '235': 'id:upui' };
  const scheme = schemes[finest.rule.ai];
  return scheme === undefined ? null : `${scheme}:${number}.${escapeText(finest.value)}`;
}

function writePiece(value: string, finest: LinkPart | undefined, split: Split): string | null {
  const number = hasCheckDigit(value, 14) ? split(value.slice(1, 13), value[0]) : null;
  if (number === null || (finest && finest.rule.ai !== '21')) return null;
  const piece = `${number}.${value.slice(14, 16)}.${value.slice(16)}`;
  return finest ? `id:itip:${piece}.${escapeText(finest.value)}` : `idpat:itip:${piece}.*`;
}

function writeLocation(value: string, finest: LinkPart | undefined, split: Split): string | null {
  const number = hasCheckDigit(value) ? split(value.slice(0, 12)) : null;
  // Extension 0 of a URN means that there is none: a location with the extension 0 has no URN.
  if (number === null || finest?.value === '0') return null;
  return `id:sgln:${number}.${finest ? escapeText(finest.value) : '0'}`;
}

function writePart(value: string, finest: LinkPart | undefined, split: Split): string | null {
  const part = prefixThenText('cpi')(value, finest, split);
  if (part === null) return null;
  return finest ? `${part}.${finest.value}` : `idpat${part.slice(2)}.*`;
}

const SCHEMES: Readonly<Record<string, Scheme>> = {
  '00': numberOnly('sscc', true),
  '01': writeTradeItem,
  '253': numberThenSerial('gdti', 13),
  '255': numberThenSerial('sgcn', 13),
  '401': prefixThenText('ginc'),
  '402': numberOnly('gsin'),
  '414': writeLocation,
  '417': numberOnly('pgln'),
  '8003': numberThenSerial('grai', 14, 1),
  '8004': prefixThenText('giai'),
  '8006': writePiece,
  '8010': writePart,
  '8017': numberOnly('gsrnp'),
  '8018': numberOnly('gsrn'),
};

/**
 * The EPC URN of a GS1 Digital Link on any domain (Tag Data Standard 2.0, sections 6 and 8): an instance (`id`), a lot
 * (`class:lgtin`) or, where the key stands for a class, a pattern (`idpat:….*`). Qualifiers that do not identify, such
 * as a consumer product variant, have no place in a URN and are left out.
 *
 * A link does not say how long its company prefix is, and nothing can be computed from it: it is looked up among
 * `companyPrefixes`, the longest first; for a company that is not there the usual length is taken: 8 digits for 692 to
 * 696, 9 for 697, else 7, as 690, 691 and the standard's own examples have it. Such a URN still turns back into the same
 * link and so keeps every hash and every match, though its owner may divide it elsewhere. Null when the text is no Digital Link, when its
 * check digit is wrong (a URN carries none, so that another key would come back) or when the key has no URN.
 */
export function toEpcUrn(digitalLink: string, companyPrefixes: CompanyPrefixes = new Set()): string | null {
  if (!digitalLink.startsWith('http://') && !digitalLink.startsWith('https://')) return null;
  const parts = readDigitalLink(digitalLink);
  if (!parts) return null;
  const { key, qualifiers } = parts;
  const split: Split = (digits, lead = '') => {
    const length = prefixLength(digits, companyPrefixes);
    return length < SHORTEST ? null : `${digits.slice(0, length)}.${lead}${digits.slice(length)}`;
  };
  let finest: LinkPart | undefined;
  for (const level of key.rule.levels) finest ??= qualifiers.find((part) => part.rule.ai === level);
  const body = SCHEMES[key.rule.ai]?.(key.value, finest, split);
  return body ? `urn:epc:${body}` : null;
}
