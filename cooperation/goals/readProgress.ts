import type { AchievementKind } from '../achievements/achievement.ts';
import type { CooperationHouse } from '../house.ts';
import { defaultSetting, type Goal, type GoalSetting, lineOf } from './setting.ts';

/** Decimal digits: numbers of achievements, or fen. The three do not overlap. */
export interface Amounts {
  /** By as many other organisations as the goals ask for, and disputed by none. */
  confirmed: string;
  /** Only claimed so far. */
  unconfirmed: string;
  /** By at least one. */
  disputed: string;
}

/** How far the alliance is with one goal. */
export interface GoalProgress extends Goal, Amounts {
  /** Claims of this kind in the period. */
  claims: number;
  /** Claims of this kind with a day before or after the period; they do not count. */
  outside: number;
  /** Per month of the period up to now, `YYYY-MM`, by the day that the achievement counts for. */
  months: ({ month: string } & Amounts)[];
}

/** The alliance's goals and how far it is. */
export interface Progress {
  /** First day and last day, YYYY-MM-DD. */
  start: string;
  end: string;
  founded: boolean;
  setting: GoalSetting;
  /** What a proposal says to decide on exactly these goals. */
  line: string;
  /** The proposal that decided on them; null for none. */
  decision: string | null;
  decidedAt: string | null;
  goals: GoalProgress[];
}

interface SumRow {
  kind: AchievementKind;
  /** Months since the year 0; null outside the period. */
  month: number | null;
  class: 'confirmed' | 'unconfirmed' | 'disputed';
  claims: number;
  amount: string;
}

const addYears = (day: string, years: number) => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCFullYear(at.getUTCFullYear() + years);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
};

type NamedSum = Omit<SumRow, 'month'> & { month: string | null };

const nameMonth = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** The months from one day to another, `YYYY-MM`. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  const at = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); ) {
    months.push(month);
    at.setUTCMonth(at.getUTCMonth() + 1);
    month = at.toISOString().slice(0, 7);
  }
  return months;
}

/** Counts what was achieved in the period of the goals, by what others say of it. */
export async function readProgress(house: CooperationHouse): Promise<Progress> {
  const { sql } = house.store;
  const [[row], [beginning], foundedAt] = await Promise.all([
    sql<{ setting: GoalSetting; decision: string | null; created_at: Date }[]>`
      SELECT setting, decision, created_at FROM cooperation.goal_settings ORDER BY id DESC LIMIT 1`,
    sql<{ day: string }[]>`SELECT first_day::text AS day FROM cooperation.beginning`,
    house.readFoundedAt(),
  ]);
  const setting = row?.setting ?? defaultSetting;
  const today = new Date().toISOString().slice(0, 10);
  const start = setting.start ?? foundedAt?.toISOString().slice(0, 10) ?? beginning?.day ?? today;
  const end = addYears(start, setting.years);
  const sums = await sql<SumRow[]>`
    SELECT kind, CASE WHEN achieved_on BETWEEN ${start}::text::date AND ${end}::text::date
        THEN month END AS month,
      CASE WHEN disputes > 0 THEN 'disputed' WHEN confirmations >= ${setting.confirmationsNeeded} THEN 'confirmed'
        ELSE 'unconfirmed' END AS class,
      count(*)::int AS claims, sum(amount_fen)::text AS amount
    FROM cooperation.achievements WHERE withdrawn_at IS NULL
    GROUP BY 1, 2, 3`;
  const months = monthsBetween(start, today < end ? today : end);
  const named = sums.map((row) => ({ ...row, month: row.month === null ? null : nameMonth(row.month) }));
  return {
    start,
    end,
    founded: foundedAt !== null,
    setting,
    line: lineOf(setting),
    decision: row?.decision ?? null,
    decidedAt: row?.created_at.toISOString() ?? null,
    goals: setting.goals.map((goal) =>
      count(
        goal,
        named.filter(({ kind }) => kind === goal.counts),
        months,
      ),
    ),
  };
}

function count(goal: Goal, sums: readonly NamedSum[], months: readonly string[]): GoalProgress {
  const inside = sums.filter(({ month }) => month !== null);
  const claimsOf = (rows: readonly NamedSum[]) => rows.reduce((total, { claims }) => total + claims, 0);
  const amountsOf = (rows: readonly NamedSum[]): Amounts => {
    const sum = (name: SumRow['class']) =>
      rows
        .filter((row) => row.class === name)
        .reduce((total, row) => total + BigInt(goal.counts === 'output' ? row.amount : row.claims), 0n)
        .toString();
    return { confirmed: sum('confirmed'), unconfirmed: sum('unconfirmed'), disputed: sum('disputed') };
  };
  return {
    ...goal,
    ...amountsOf(inside),
    claims: claimsOf(inside),
    outside: claimsOf(sums) - claimsOf(inside),
    months: months.map((month) => ({ month, ...amountsOf(inside.filter((row) => row.month === month)) })),
  };
}
