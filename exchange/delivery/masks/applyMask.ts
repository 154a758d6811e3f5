import { createHmac } from 'node:crypto';
import type { Row, Value } from '../sources/source.ts';
import type { Mask } from './mask.ts';

const regionDigits = { province: 2, city: 4, county: 6 } as const;
const pseudonymDigits = 32;

/** Characters as people count them, so that no half of a surrogate pair is shown. */
function keep(text: string, first: number, last: number, fill: string): string {
  const characters = [...text];
  const hidden = characters.length - first - last;
  // A short value must not be shown whole because the ends meet.
  if (hidden <= 0) return fill.repeat(characters.length);
  return characters
    .map((character, index) => (index < first || index >= characters.length - last ? character : fill))
    .join('');
}

function generaliseDate(text: string, to: 'year' | 'quarter' | 'month'): string | null {
  const match = /^(\d{4})-(\d\d)-\d\d(?:$|[T ])/.exec(text);
  if (!match) return null;
  const [, year = '', month = ''] = match;
  if (to === 'year') return `${year}-01-01`;
  const begins = to === 'month' ? Number(month) : Number(month) - ((Number(month) - 1) % 3);
  return `${year}-${String(begins).padStart(2, '0')}-01`;
}

/** Rounds down without the errors of binary fractions: 0.3 by 0.1 is 0.3. */
function band(value: Value, step: number): Value {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : NaN;
  if (!Number.isFinite(number)) return null;
  return Number((Math.floor(Number((number / step).toPrecision(15))) * step).toPrecision(15));
}

function cutRegion(text: string, digits: number): string | null {
  const code = /^\d{6,12}$/.exec(text)?.[0];
  return code ? code.slice(0, digits).padEnd(code.length, '0') : null;
}

/** The HMAC-SHA-256 of a value under the key of one consumer; texts and numbers that read alike have the same. */
function toPseudonym(value: Value, key: string): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return createHmac('sha256', key).update(text.normalize('NFC')).digest('hex').slice(0, pseudonymDigits);
}

/**
 * Hides what a mask hides. What the mask cannot read (a date that is none) is hidden whole: null.
 * `pseudonymKey` is of the provider and one consumer.
 */
export function applyMask(mask: Mask, value: Value, pseudonymKey: string): Value {
  if (value === null || mask.kind === 'redact') return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (mask.kind) {
    case 'keep':
      return keep(text, mask.first, mask.last, mask.fill ?? '*');
    case 'pseudonym':
      return toPseudonym(value, pseudonymKey);
    case 'date':
      return generaliseDate(text, mask.to);
    case 'number':
      return band(value, mask.step);
    case 'region':
      return cutRegion(text, regionDigits[mask.to]);
  }
}

/** An item as it is given: its name, the column it is read from, and its mask. */
export interface GivenItem {
  name: string;
  column: string;
  mask: Mask | null;
}

/** A function that makes of a source's row what the consumer gets: the granted items only, in order, masked. */
export function makeRowMasker(items: readonly GivenItem[], pseudonymKey: string): (row: Row) => Row {
  return (row) => {
    const given: Row = {};
    for (const { name, column, mask } of items) {
      const value = row[column] ?? null;
      given[name] = mask ? applyMask(mask, value, pseudonymKey) : value;
    }
    return given;
  };
}
