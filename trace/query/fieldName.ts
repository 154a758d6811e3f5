import { createHash } from 'node:crypto';
import { bareWord, type Prefixes } from '../epcis/terms.ts';

/** Where in an event an extension field may stand, by the word that its query parameters have for it. */
export const fieldScopes = [
  'ILMD',
  'ERROR_DECLARATION',
  'SENSORELEMENT',
  'SENSORMETADATA',
  'SENSORREPORT',
  'READPOINT',
  'BIZLOCATION',
] as const;

/** '' for a field of the event itself. */
export type FieldScope = (typeof fieldScopes)[number] | '';

/** The name under which an extension field is indexed; `inner` for one at any depth below another extension field. */
export function extensionField(scope: FieldScope, inner: boolean, name: string): string {
  return `${scope} ${inner ? 'INNER ' : ''}${name}`;
}

/** `prefix:name` as namespace and name. */
export function fullName(prefixes: Prefixes, term: string): string {
  const colon = term.indexOf(':');
  const namespace = colon < 0 ? undefined : prefixes.get(term.slice(0, colon));
  return namespace === undefined ? term : namespace + term.slice(colon + 1);
}

const otherWords = /^(?:https?:\/\/(?:ref|ns)\.gs1\.org\/cbv\/(?:SDT|ER|Comp)-|urn:epcglobal:cbv:(?:sdt|er):)(\w+)$/;

/** As bareWord, and the words for source and destination types, error reasons and components too. */
export function vocabularyWord(prefixes: Prefixes, term: string): string {
  const word = bareWord(prefixes, term);
  return otherWords.exec(word)?.[1] ?? word;
}

const numbers = new Map<string, string>();
const mostNumbers = 20_000;

/** The number that stands for a field's name in the index: the first 64 bits of its SHA-256, as a bigint in text. */
export function fieldNumber(name: string): string {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const made = String(createHash('sha256').update(name).digest().readBigInt64BE(0));
  // Names come from captured documents: what is remembered must have an end.
  if (numbers.size >= mostNumbers) numbers.clear();
  numbers.set(name, made);
  return made;
}

const longest = 300;

/** A text as the index keeps it: long ones are cut and told apart by their hash. */
export function indexedText(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, 200)}#${createHash('sha256').update(text).digest('hex')}`;
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** The number that a text writes, or null. */
export function readNumber(text: string): number | null {
  const value = text.length <= 40 && decimal.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** The moment that a text writes with its offset, in milliseconds since 1970, or null. */
export function readMoment(text: string): number | null {
  const value = text.length <= 40 && dateTime.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}
