import type { Words } from '../../house.ts';

/** Limits of a department's stages, and who is told when they run out. */
export interface AskingSettings {
  /** Working days for each stage. */
  firstCheckDays: number;
  answerDays: number;
  /** The time to answer when the dataset is connected already. */
  answerDaysConnected: number;
  provisionDays: number;
  /** For the review of an emergency, afterwards. */
  reviewDays: number;
  /** For a ruling of the data authority. */
  rulingDays: number;
  /** Working days after the limit until the data authority is told as well. */
  authorityAfterDays: number;
  /** Id of the person who is told first; null for every approver. */
  superior: string | null;
  /** How long a grant in an emergency lasts, in hours. */
  emergencyHours: number;
  /** Most uses of such a grant. */
  emergencyCount: number;
}

/** The limits that hold where a department set none. */
export const usualSettings: AskingSettings = {
  firstCheckDays: 2,
  answerDays: 10,
  answerDaysConnected: 5,
  provisionDays: 20,
  reviewDays: 3,
  rulingDays: 10,
  authorityAfterDays: 1,
  superior: null,
  emergencyHours: 24,
  emergencyCount: 100,
};

/** A day on which a department works or does not, whatever the official calendar says. */
export interface CalendarDay {
  /** YYYY-MM-DD, in China. */
  day: string;
  working: boolean;
  name: Words;
}
