/**
 * What is known of a constraint. `unknown`: it cannot be evaluated (a term that is not known, a value that is missing), which
 * permits nothing and does not lift a prohibition. `later`: it is decided at a later stage, which hinders nothing now.
 */
export type Truth = 'yes' | 'no' | 'unknown' | 'later';

/** All of them, in any order: the first that fails decides. */
export function allOf(truths: readonly Truth[]): Truth {
  for (const decisive of ['no', 'unknown', 'later'] as const) if (truths.includes(decisive)) return decisive;
  return 'yes';
}

/** At least one of them. What is still open may yet become true, whatever is not known. */
export function anyOf(truths: readonly Truth[]): Truth {
  for (const decisive of ['yes', 'later', 'unknown'] as const) if (truths.includes(decisive)) return decisive;
  return 'no';
}

/** Exactly one of them. */
export function oneOf(truths: readonly Truth[]): Truth {
  const certain = truths.filter((truth) => truth === 'yes').length;
  if (certain > 1) return 'no';
  for (const open of ['unknown', 'later'] as const) if (truths.includes(open)) return open;
  return certain === 1 ? 'yes' : 'no';
}
