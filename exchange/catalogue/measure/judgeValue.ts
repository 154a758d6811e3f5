import type { JsonValue } from '../../../proof/index.ts';
import type { Item, Validity } from '../dataset.ts';
import { knownFormats } from '../knownFormats.ts';
import { readValuePattern } from '../valuePattern.ts';

/** Whether a row has a value there at all. */
export function isFilled(value: JsonValue | undefined): value is Exclude<JsonValue, null> {
  return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
}

/** A day that exists, as sources write it. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

function isJson(value: JsonValue): boolean {
  if (typeof value !== 'string') return true;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

const fits: Readonly<Record<Item['type'], (value: JsonValue, text: string) => boolean>> = {
  text: (value) => typeof value === 'string' || typeof value === 'number',
  // Files have texts only, and exact numbers beyond a double's reach are texts everywhere.
  integer: (_, text) => /^[+-]?\d+$/.test(text),
  number: (_, text) => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text),
  boolean: (value, text) => typeof value === 'boolean' || /^(?:true|false|t|f|1|0)$/i.test(text),
  date: (_, text) => isDay(text),
  time: (_, text) => isTime(text),
  json: isJson,
};

const orderOf = (type: Item['type'], text: string | number) =>
  type === 'date' || type === 'time' ? Date.parse(String(text)) : Number(text);

function makeChecks(type: Item['type'], validity: Validity | null): ((text: string) => boolean)[] {
  if (!validity) return [];
  const { format, pattern, codes, least, most } = validity;
  const checks: ((text: string) => boolean)[] = [];
  if (format !== undefined) checks.push(knownFormats[format]);
  if (pattern !== undefined) {
    const compiled = readValuePattern(pattern);
    checks.push((text) => compiled?.test(text) === true);
  }
  if (codes !== undefined) {
    const known = new Set(codes.map(({ code }) => code));
    checks.push((text) => known.has(text));
  }
  if (least !== undefined) checks.push((text) => orderOf(type, text) >= orderOf(type, least));
  if (most !== undefined) checks.push((text) => orderOf(type, text) <= orderOf(type, most));
  return checks;
}

/** A function that says whether a value that is there has its item's type, format, pattern, code and bounds. */
export function makeJudge({ type, validity }: Pick<Item, 'type' | 'validity'>): (value: JsonValue) => boolean {
  const hasType = fits[type];
  const checks = makeChecks(type, validity);
  return (value) => {
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
    return hasType(value, text) && checks.every((check) => check(text));
  };
}
