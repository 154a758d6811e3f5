import type { Constraint, Policy } from './model.ts';
import { addDuration, parseFrequency } from './times.ts';

/** At most so many uses within the last seconds. */
export interface FrequencyLimit {
  times: number;
  seconds: number;
}

function collect(constraint: Constraint): FrequencyLimit[] {
  if (!('leftOperand' in constraint)) return Object.values(constraint).flat().flatMap(collect);
  const { leftOperand, operator, rightOperand } = constraint;
  if (leftOperand !== 'xy:frequency') return [];
  const limit = typeof rightOperand === 'string' ? parseFrequency(rightOperand) : null;
  const seconds = limit && addDuration(new Date(0), limit.period);
  // What cannot be understood allows nothing.
  if (!limit || !seconds || !['lt', 'lteq'].includes(operator)) return [{ times: 0, seconds: 1 }];
  return [{ times: operator === 'lt' ? limit.times - 1 : limit.times, seconds }];
}

/**
 * How often a policy lets itself be used, for the place where uses are counted under a lock. All limits of all permissions are
 * kept, also those that a policy names as alternatives: that is never too lenient. A month has 31 days here.
 */
export function frequencyLimits({ permission = [] }: Policy): FrequencyLimit[] {
  return permission.flatMap(({ constraint = [] }) => constraint.flatMap(collect));
}
