import type postgres from 'postgres';
import type { Sql } from '../../store/index.ts';

/** Conditions of which one must hold; none holds when there are none. */
export function anyOf(sql: Sql, conditions: readonly postgres.Fragment[]): postgres.Fragment {
  const [first = sql`false`, ...others] = conditions;
  return others.reduce<postgres.Fragment>((all, condition) => sql`${all} OR ${condition}`, first);
}
