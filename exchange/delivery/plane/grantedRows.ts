import { type Policy, rowsOf } from '../../policy/policy.ts';
import { deliveryErrors } from '../errors.ts';
import { parseFilter } from '../sources/parseFilter.ts';
import type { RowCondition } from '../sources/source.ts';

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw deliveryErrors.filterInvalid({ path: 'xy:rows', problem: 'it is no JSON' });
  }
}

/** One condition on rows, as an application may name it. @throws DELIVERY_FILTER_INVALID with the exact path */
export function parseCondition(value: unknown, path: string): RowCondition {
  const filter = parseFilter(value, path);
  if (filter && ('is' in filter || 'in' in filter)) return filter;
  throw deliveryErrors.filterInvalid({ path, problem: 'one comparison of an item belongs here' });
}

/**
 * The rows that an agreement gives: those that satisfy all conditions which its policy names, over items. A condition that cannot
 * be read gives nothing. @throws DELIVERY_FILTER_INVALID
 */
export const grantedRows = (policy: Policy): RowCondition[] =>
  rowsOf(policy).map((text) => parseCondition(parse(text), 'xy:rows'));
