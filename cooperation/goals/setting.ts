import { hash } from 'node:crypto';
import { canonicalizeJson, type JsonValue } from '../../proof/index.ts';
import type { AchievementKind } from '../achievements/achievement.ts';
import { cooperationErrors } from '../errors.ts';
import { type LocalText, readDay, readText } from '../text.ts';

/** One goal: of `output` the value in fen, of the other kinds the number of achievements. */
export interface Goal {
  id: string;
  title: LocalText;
  counts: AchievementKind;
  /** Decimal digits. */
  target: string;
}

/** What the alliance wants to reach, and until when. */
export interface GoalSetting {
  /** YYYY-MM-DD; null for the day of the founding, or the platform's first day while there is no alliance. */
  start: string | null;
  years: number;
  /** How many other organisations must confirm a claim that counts as confirmed. */
  confirmationsNeeded: number;
  goals: Goal[];
}

/** What holds until something else is decided. */
export const defaultSetting: GoalSetting = {
  start: null,
  years: 5,
  confirmationsNeeded: 1,
  goals: [
    { id: 'applications', title: { zh: '应用场景', en: 'Scenarios in use' }, counts: 'application', target: '20' },
    { id: 'patents', title: { zh: '专利申请', en: 'Patent applications' }, counts: 'patent', target: '1000' },
    {
      id: 'output',
      title: { zh: '带动产值（元）', en: 'Output value (yuan)' },
      counts: 'output',
      target: '500000000000',
    },
  ],
};

/** Checks a setting. @throws COOPERATION_GOALS_INVALID, COOPERATION_DAY_INVALID, COOPERATION_TEXT_MISSING */
export function readSetting(given: GoalSetting): GoalSetting {
  const { start, goals } = given;
  if (new Set(goals.map(({ id }) => id)).size < goals.length) {
    throw cooperationErrors.goalsInvalid(
      { problem: 'two of them have the same id' },
      { zh: { problem: '有两个目标的 id 相同' } },
    );
  }
  return {
    ...given,
    start: start === null ? null : readDay('first day', start, { past: false }),
    goals: goals.map((goal) => ({ ...goal, title: readText('title of the goal', goal.title) })),
  };
}

/** The line by which a proposal names a setting: `xiangyu-goals:1:` and the SHA-256 of its RFC 8785 form. */
export function lineOf(setting: GoalSetting): string {
  const { start, years, confirmationsNeeded, goals } = setting;
  const canonical = canonicalizeJson({ start, years, confirmationsNeeded, goals } as unknown as JsonValue);
  return `xiangyu-goals:1:${hash('sha256', canonical)}`;
}
