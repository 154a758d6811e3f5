import { canonicalizeJson, type JsonValue } from '../../../proof/index.ts';
import type { Dataset, Item } from '../../catalogue/catalogue.ts';
import { parseCondition } from '../../delivery/plane/grantedRows.ts';
import type { RowCondition, Scalar } from '../../delivery/sources/source.ts';
import { applicationErrors } from '../errors.ts';

const mostValues = 100;
const mostText = 1_000;

const invalid = (path: string, problem: string) => applicationErrors.invalid({ path, problem });

/** A condition as it stands in a policy: the same text for the same condition. */
export const textOfCondition = (condition: RowCondition): string =>
  canonicalizeJson({ ...condition } as unknown as JsonValue);

/** Reads the conditions on rows of a form or of terms. @throws DELIVERY_FILTER_INVALID, APPLICATION_INVALID with the exact path */
export function readRows(rows: readonly unknown[], path: string): RowCondition[] {
  return rows.map((value, index) => {
    const at = `${path}[${index}]`;
    const condition = parseCondition(value, at);
    if ('in' in condition && condition.in.length > mostValues)
      throw invalid(`${at}.in`, `it has more than ${mostValues} values`);
    if (textOfCondition(condition).length > mostText)
      throw invalid(at, `as canonical JSON it has more than ${mostText} characters`);
    return condition;
  });
}

const dayPattern = /^\d{4}-\d\d-\d\d$/;
const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;
const isMoment = (value: Scalar, pattern: RegExp) =>
  typeof value === 'string' && pattern.test(value) && !Number.isNaN(Date.parse(value));

/** What a value of an item must be to be compared with it; null when it is. */
function findProblem(type: Item['type'], value: Scalar): string | null {
  switch (type) {
    case 'text':
      return typeof value === 'string' ? null : 'a text belongs here';
    case 'integer':
      return Number.isSafeInteger(value) ? null : 'a whole number belongs here';
    case 'number':
      return typeof value === 'number' ? null : 'a number belongs here';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'true or false belongs here';
    case 'date':
      return isMoment(value, dayPattern) ? null : 'a day (YYYY-MM-DD) belongs here';
    case 'time':
      return isMoment(value, timePattern) ? null : 'a UTC time (ISO 8601) belongs here';
    case 'json':
      return 'the values of this item are not compared';
  }
}

/** Holds conditions against the items of their dataset. @throws APPLICATION_INVALID with the exact path */
export function checkRowItems(rows: readonly RowCondition[], { items }: Pick<Dataset, 'items'>, path: string): void {
  for (const [index, condition] of rows.entries()) {
    const at = `${path}[${index}]`;
    const item = items.find(({ name }) => name === condition.column);
    // What is not shared must not be told by which rows come, either.
    if (!item || item.sharing === 'none')
      throw invalid(`${at}.column`, `the dataset shares no item "${condition.column.slice(0, 80)}"`);
    if ('is' in condition && condition.is === 'startsWith' && item.type !== 'text')
      throw invalid(`${at}.is`, 'only texts begin with something');
    if ('is' in condition && item.type === 'boolean' && !['eq', 'neq'].includes(condition.is))
      throw invalid(`${at}.is`, 'true and false have no order');
    const values = 'in' in condition ? condition.in : [condition.value];
    for (const [place, value] of values.entries()) {
      const problem = findProblem(item.type, value);
      if (problem) throw invalid('in' in condition ? `${at}.in[${place}]` : `${at}.value`, problem);
    }
  }
}

/** The conditions of both, each once. */
export function joinRows(...several: (readonly RowCondition[] | undefined)[]): RowCondition[] {
  const all = several.flatMap((rows) => rows ?? []);
  return [...new Map(all.map((condition) => [textOfCondition(condition), condition])).values()];
}
