import { request } from '../../api/request.ts';
import type { LocalText } from '../../i18n/language.ts';
import type { AchievementKind } from './achievements.ts';
import { pathOf } from './common.ts';

export interface Goal {
  id: string;
  title: LocalText;
  counts: AchievementKind;
  /** A number, or fen. */
  target: string;
}

export interface GoalSetting {
  start: string | null;
  years: number;
  confirmationsNeeded: number;
  goals: Goal[];
}

interface Amounts {
  confirmed: string;
  unconfirmed: string;
  disputed: string;
}

export interface GoalProgress extends Goal, Amounts {
  claims: number;
  outside: number;
  months: ({ month: string } & Amounts)[];
}

/** The alliance's goals and how far it is. */
export interface Progress {
  start: string;
  end: string;
  founded: boolean;
  setting: GoalSetting;
  line: string;
  decision: string | null;
  decidedAt: string | null;
  goals: GoalProgress[];
}

/** The alliance's goals and how far it is. */
export function getProgress(signal?: AbortSignal): Promise<Progress> {
  return request(pathOf('/goals'), { signal });
}

/** The line by which a proposal decides on goals. */
export async function getGoalsLine(setting: GoalSetting): Promise<string> {
  return (await request<{ line: string }>(pathOf('/goals/line'), { method: 'POST', body: setting })).line;
}

/** Sets the goals; once there is an alliance, as a passed proposal decided. */
export function setGoals(setting: GoalSetting, decision: string | null): Promise<void> {
  return request(pathOf('/goals'), { method: 'PUT', body: { setting, decision } });
}
