import type { JsonValue } from '../../../../proof/index.ts';
import type { Value } from '../source.ts';
import { quoteName, type SqlColumn } from './toSql.ts';

/** A column as an expression, so that the driver's own readings, which lose digits and time zones, play no part. */
export function expressionOf({ name, type, sqlType }: SqlColumn): string {
  const quoted = quoteName(name);
  if (type === 'time') {
    const zone = sqlType.includes('with time zone');
    const utc = zone ? `${quoted} AT TIME ZONE 'UTC'` : quoted;
    // Infinity has no calendar date and is given in its own word.
    const text = `to_char(${utc}, 'YYYY-MM-DD"T"HH24:MI:SS.US${zone ? '"Z"' : ''}')`;
    return `CASE WHEN isfinite(${quoted}) THEN ${text} ELSE ${quoted}::text END`;
  }
  return type === 'boolean' ? quoted : `${quoted}::text`;
}

/** `expressionOf` under the column's own name. */
export const selectColumn = (column: SqlColumn): string => `${expressionOf(column)} AS ${quoteName(column.name)}`;

/** A number where a double holds it exactly, else the text. */
export function toNumber(text: string): Value {
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  if (Number.isSafeInteger(number)) return number;
  return String(number) === text ? number : toShortDecimal(text, number);
}

/** `1.50` is 1.5; what a double would change stays a text. */
function toShortDecimal(text: string, number: number): Value {
  const plain = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return String(number) === plain ? number : text;
}

/** What a selected text means. */
export function readValue(column: SqlColumn, value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') return value as boolean;
  if (column.type === 'integer' || column.type === 'number') return toNumber(value);
  if (column.type === 'json') return JSON.parse(value) as JsonValue;
  return value;
}
