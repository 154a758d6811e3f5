import { read, send, type Words } from './common.ts';

/** Limits of stages, in working days but for an emergency's hours and uses. */
export const limitNames = [
  'firstCheckDays',
  'answerDays',
  'answerDaysConnected',
  'provisionDays',
  'reviewDays',
  'rulingDays',
  'authorityAfterDays',
  'emergencyHours',
  'emergencyCount',
] as const;
export type Limits = Record<(typeof limitNames)[number], number> & { superior: string | null };

export interface CalendarDay {
  /** YYYY-MM-DD. */
  day: string;
  working: boolean;
  name: Words;
}

/** The limits of the own department. */
export const getLimits = (signal?: AbortSignal) => read<Limits>('/limits', signal);
/** Changes limits; clocks that run keep theirs. */
export const changeLimits = (limits: Partial<Limits>) => send<Limits>('PATCH', '/limits', limits);
/** Days that the department set itself. */
export const listDays = async (signal?: AbortSignal) =>
  (await read<{ items: CalendarDay[] }>('/calendar', signal)).items;
/** Says whether a day is worked. */
export const setDay = (day: CalendarDay) => send('PUT', '/calendar', day);
