import type { Tx } from '../../store/index.ts';
import { answerErrors } from './errors.ts';

const hoursAhead = 8;

/** The day in Asia/Shanghai, which has had no other offset than +08:00 since 1991: `YYYY-MM-DD`. */
export function dayOf(at: Date): string {
  return new Date(at.getTime() + hoursAhead * 3_600_000).toISOString().slice(0, 10);
}

interface SpendBudgetParameters {
  participant: string;
  grant: string;
  question: string;
  at: Date;
  perDay: number;
}

/**
 * Counts one question of a grant and day; the count and its limit are one statement, so that a thousand at once cannot pass
 * together. @throws ANSWER_BUDGET_SPENT
 */
export async function spendBudget(
  tx: Tx,
  { participant, grant, question, at, perDay }: SpendBudgetParameters,
): Promise<number> {
  const day = dayOf(at);
  const [row] = await tx<{ used: number }[]>`
    INSERT INTO exchange.answer_budgets AS budget (participant, grant_id, question, day, used)
    VALUES (${participant}, ${grant}, ${question}, ${day}, 1)
    ON CONFLICT (participant, grant_id, question, day) DO UPDATE SET used = budget.used + 1
      WHERE budget.used < ${perDay}
    RETURNING used`;
  if (!row) throw answerErrors.budgetSpent({ limit: perDay, period: day });
  return row.used;
}
