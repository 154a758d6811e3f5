import type { JsonValue } from '../../../proof/index.ts';
import { deliveryErrors } from '../errors.ts';
import type { Comparison, RowFilter, Scalar } from './source.ts';

const comparisons: readonly Comparison[] = ['eq', 'neq', 'lt', 'lteq', 'gt', 'gteq', 'startsWith'];
const mostDepth = 6;
const mostConditions = 100;
const mostValues = 1_000;
const mostText = 1_000;

const isObject = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function scalarAt(value: unknown, path: string): Scalar {
  const fine =
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value)) ||
    (typeof value === 'string' && value.length <= mostText && !value.includes('\0'));
  if (fine) return value;
  throw deliveryErrors.filterInvalid({
    path,
    problem: `a text of at most ${mostText} characters, a number or a boolean belongs here`,
  });
}

/** Reads a filter that somebody wrote; null is none. @throws DELIVERY_FILTER_INVALID with the exact path */
export function parseFilter(value: unknown, path = 'filter'): RowFilter | null {
  if (value === null || value === undefined) return null;
  let conditions = 0;

  function read(node: unknown, at: string, depth: number): RowFilter {
    const fail = (problem: string, where = at) => deliveryErrors.filterInvalid({ path: where, problem });
    if (!isObject(node)) throw fail('an object belongs here');
    if (depth > mostDepth) throw fail(`it is nested deeper than ${mostDepth} times`);
    const keys = Object.keys(node);
    const [first = ''] = keys;
    if (keys.length === 1 && (first === 'all' || first === 'any')) {
      const list = node[first];
      if (!Array.isArray(list) || list.length === 0)
        throw fail('a list with at least one filter belongs here', `${at}.${first}`);
      const filters = list.map((part, index) => read(part, `${at}.${first}[${index}]`, depth + 1));
      return first === 'all' ? { all: filters } : { any: filters };
    }
    if (keys.length === 1 && first === 'not') return { not: read(node.not, `${at}.not`, depth + 1) };
    conditions += 1;
    if (conditions > mostConditions) throw fail(`it has more than ${mostConditions} conditions`);
    const { column } = node;
    if (typeof column !== 'string' || column === '') throw fail('the name of a column belongs here', `${at}.column`);
    const shape = keys.sort().join();
    if (shape === 'column,null') {
      if (typeof node.null !== 'boolean') throw fail('true or false belongs here', `${at}.null`);
      return { column, null: node.null };
    }
    if (shape === 'column,in') {
      const list = node.in;
      if (!Array.isArray(list) || list.length === 0 || list.length > mostValues)
        throw fail(`a list of 1 to ${mostValues} values belongs here`, `${at}.in`);
      return { column, in: list.map((one, index) => scalarAt(one, `${at}.in[${index}]`)) };
    }
    if (shape === 'column,is,value') {
      const comparison = comparisons.find((one) => one === node.is);
      if (!comparison) throw fail(`one of ${comparisons.join(', ')} belongs here`, `${at}.is`);
      return { column, is: comparison, value: scalarAt(node.value, `${at}.value`) };
    }
    throw fail('it is no condition and no combination of conditions');
  }
  return read(value, path, 0);
}

/** The columns that a filter looks at. */
export function columnsOfFilter(filter: RowFilter | null): string[] {
  if (!filter) return [];
  if ('all' in filter) return filter.all.flatMap(columnsOfFilter);
  if ('any' in filter) return filter.any.flatMap(columnsOfFilter);
  if ('not' in filter) return columnsOfFilter(filter.not);
  return [filter.column];
}

/** The same filter with its columns called otherwise. */
export function renameColumns(filter: RowFilter, rename: (column: string) => string): RowFilter {
  if ('all' in filter) return { all: filter.all.map((part) => renameColumns(part, rename)) };
  if ('any' in filter) return { any: filter.any.map((part) => renameColumns(part, rename)) };
  if ('not' in filter) return { not: renameColumns(filter.not, rename) };
  return { ...filter, column: rename(filter.column) };
}

/** Rows that satisfy all of the filters that there are. */
export function bothFilters(...filters: (RowFilter | null | undefined)[]): RowFilter | null {
  const some = filters.filter((filter) => filter !== null && filter !== undefined);
  const [first, second] = some;
  return second ? { all: some } : (first ?? null);
}

/** A filter as plain JSON. */
export const filterToJson = (filter: RowFilter | null): JsonValue => filter as JsonValue;
