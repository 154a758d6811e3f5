/**
 * What is done to the values of an item before they leave; a steward sets it per item. Null values stay null.
 * - keep: the first and last characters stay, each other one becomes `fill` (`*`); a text that would stay whole is filled whole
 * - pseudonym: the same value gives the same 32 hexadecimal digits for one consumer, other ones for each other consumer
 * - date: the beginning of its year, quarter or month (`2026-04-01`)
 * - number: rounded down to a multiple of `step`
 * - region: an administrative code cut to province, city or county, filled up with zeros
 * - redact: nothing is left
 */
export type Mask =
  | { kind: 'keep'; first: number; last: number; fill?: string }
  | { kind: 'pseudonym' }
  | { kind: 'date'; to: 'year' | 'quarter' | 'month' }
  | { kind: 'number'; step: number }
  | { kind: 'region'; to: 'province' | 'city' | 'county' }
  | { kind: 'redact' };
