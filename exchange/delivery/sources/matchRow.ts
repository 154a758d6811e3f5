import type { ColumnType, Comparison, Row, RowFilter, Scalar, Value } from './source.ts';

/** By code points, as PostgreSQL's collation "C" over UTF-8. */
export function compareTexts(a: string, b: string): number {
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  for (;;) {
    const [one, two] = [left.next(), right.next()];
    if (one.done || two.done) return Number(Boolean(two.done)) - Number(Boolean(one.done));
    const difference = (one.value.codePointAt(0) ?? 0) - (two.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
}

/** Negative, zero or positive; null when they cannot be compared. */
function compare(type: ColumnType, value: Value, other: Scalar): number | null {
  if (type === 'integer' || type === 'number') {
    const [a, b] = [Number(value), Number(other)];
    if (value === '' || other === '' || Number.isNaN(a) || Number.isNaN(b)) return null;
    return a - b;
  }
  return compareTexts(typeof value === 'string' ? value : JSON.stringify(value), String(other));
}

function holds(is: Comparison, type: ColumnType, value: Value, other: Scalar): boolean {
  if (is === 'startsWith') return typeof value === 'string' && value.startsWith(String(other));
  const order = compare(type, value, other);
  if (order === null) return false;
  switch (is) {
    case 'eq':
      return order === 0;
    case 'neq':
      return order !== 0;
    case 'lt':
      return order < 0;
    case 'lteq':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'gteq':
      return order >= 0;
  }
}

/**
 * Whether a filter holds for a row, for sources that have no language of their own. Null where SQL says unknown, which `not`
 * leaves unknown; only true lets a row through.
 */
export function matchRow(filter: RowFilter, row: Row, typeOf: (column: string) => ColumnType): boolean | null {
  if ('all' in filter) {
    const parts = filter.all.map((part) => matchRow(part, row, typeOf));
    return parts.includes(false) ? false : parts.includes(null) ? null : true;
  }
  if ('any' in filter) {
    const parts = filter.any.map((part) => matchRow(part, row, typeOf));
    return parts.includes(true) ? true : parts.includes(null) ? null : false;
  }
  if ('not' in filter) {
    const part = matchRow(filter.not, row, typeOf);
    return part === null ? null : !part;
  }
  const value = row[filter.column] ?? null;
  if ('null' in filter) return (value === null) === filter.null;
  if (value === null) return null;
  const type = typeOf(filter.column);
  if ('in' in filter) return filter.in.some((one) => holds('eq', type, value, one));
  return holds(filter.is, type, value, filter.value);
}
