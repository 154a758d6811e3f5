import type { Store } from '../../../store/index.ts';
import type { Rule } from '../schemas.ts';

/** Every rule with its values, newest first, at most 50 of each. */
export async function listRules({ sql }: Store): Promise<Rule[]> {
  const rows = await sql<{ rule: string; history: Rule['history'] }[]>`
    select rule, jsonb_agg(jsonb_build_object('value', value::text, 'place', alliance.place(epoch, transaction))
      order by epoch desc, log_index desc) as history
    from (select *, row_number() over (partition by rule order by epoch desc, log_index desc) as place from alliance.rule_version) v
    where place <= 50 group by rule order by rule`;
  return rows.map(({ rule, history }) => ({ rule, value: history[0]?.value ?? '0', history }));
}
