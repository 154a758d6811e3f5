import type { ColumnType, Value } from './source.ts';

const patterns: readonly [ColumnType, RegExp][] = [
  ['boolean', /^(?:true|false)$/],
  ['integer', /^-?(?:0|[1-9]\d{0,14})$/],
  ['number', /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/],
  ['date', /^\d{4}-\d\d-\d\d$/],
  ['time', /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/],
];

/**
 * The type that all of some texts have; numbers with leading zeros are codes, and codes are texts. Of no text at all, `text`.
 */
export function guessType(texts: Iterable<string>): ColumnType {
  let possible: readonly [ColumnType, RegExp][] = patterns;
  let seen = false;
  for (const text of texts) {
    seen = true;
    possible = possible.filter(([, pattern]) => pattern.test(text));
    if (possible.length === 0) return 'text';
  }
  return (seen ? possible[0]?.[0] : undefined) ?? 'text';
}

/** Reads a text as what its column is; what does not fit, or would not read back the same, stays the text. */
export function readText(text: string, type: ColumnType): Value {
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (type === 'integer' || type === 'number') {
    const number = Number(text);
    return text.trim() !== '' && String(number) === text ? number : text;
  }
  return text;
}

/** The type of a JSON value. */
export function typeOfValue(value: Value): ColumnType | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'integer' : 'number';
  return typeof value === 'string' ? 'text' : 'json';
}
