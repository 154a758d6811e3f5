import type { Constraint, Policy } from './model.ts';

function collect(constraint: Constraint): string[] {
  if (!('leftOperand' in constraint)) return Object.values(constraint).flat().flatMap(collect);
  return constraint.leftOperand === 'xy:rows' ? [constraint.rightOperand].flat() : [];
}

/**
 * The conditions on rows that a policy names (`xy:rows`), each as canonical JSON, for the place where rows are read. All of all
 * permissions hold together, also those that a policy names as alternatives: that never gives too much.
 */
export function rowsOf({ permission = [] }: Policy): string[] {
  return [...new Set(permission.flatMap(({ constraint = [] }) => constraint.flatMap(collect)))];
}
