import type { Tx } from '../../../store/index.ts';
import type { StandingRule } from './matter.ts';

/** A row of exchange.standing_rules. */
export interface RuleRow {
  id: string;
  participant: string;
  matter: string;
  consumer: string;
  dataset: string;
  items: string[];
  ways: StandingRule['ways'];
  per_day: number;
  longest_days: number;
  until: Date | null;
  enabled: boolean;
  made_by: string;
  made_at: Date;
}

/** A standing rule as people see it. */
export function toRule(row: RuleRow): StandingRule {
  return {
    id: row.id,
    participant: row.participant,
    matter: row.matter,
    consumer: row.consumer,
    dataset: row.dataset,
    items: row.items,
    ways: row.ways,
    perDay: row.per_day,
    longestDays: row.longest_days,
    until: row.until?.toISOString() ?? null,
    enabled: row.enabled,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  };
}

/**
 * The rules that may apply, locked, each with the uses a day that are still free: those of all agreements made under it that
 * are not over are taken off, so that many applications get no more than one.
 */
export async function takeRules(
  tx: Tx,
  p: { participant: string; matter: string; consumer: string; dataset: string; now: Date },
): Promise<(StandingRule & { freeToday: number })[]> {
  const rows = await tx<RuleRow[]>`
    SELECT * FROM exchange.standing_rules
    WHERE enabled AND participant = ${p.participant} AND matter = ${p.matter} AND consumer = ${p.consumer}
      AND dataset = ${p.dataset} AND (until IS NULL OR until > ${p.now})
    ORDER BY id FOR UPDATE`;
  const rules: (StandingRule & { freeToday: number })[] = [];
  for (const row of rows) {
    const [taken] = await tx<{ times: number }[]>`
      SELECT coalesce(sum((terms->'frequency'->>'times')::bigint), 0)::float8 AS times FROM exchange.applications
      WHERE rule = ${row.id} AND state IN ('approved', 'granted') AND (terms->>'to')::timestamptz > ${p.now}`;
    rules.push({ ...toRule(row), freeToday: row.per_day - (taken?.times ?? 0) });
  }
  return rules;
}
