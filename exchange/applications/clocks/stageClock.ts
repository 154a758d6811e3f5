import type { Clock, Stage } from '../model.ts';
import {
  addWorkingDays,
  calendarKnownUntil,
  chinaDay,
  countWorkingDaysLeft,
  type WorkCalendar,
} from './workCalendar.ts';

/** A clock as it is kept in a row. */
export interface ClockRow {
  stage: Stage | null;
  limit_days: number | null;
  due_at: Date | null;
  /** Working days that were left when it was paused; negative for an overdue one. */
  paused_days: number | null;
  escalated: number;
}

/** When somebody is told next; only the role that escalates reads it. */
type Escalation = { escalate_at: Date | null };

/** Columns of a clock that begins now. */
export function startClock(calendar: WorkCalendar, now: Date, stage: Stage, limitDays: number) {
  const due_at = addWorkingDays(calendar, now, limitDays);
  return { stage, limit_days: limitDays, due_at, escalate_at: due_at, paused_days: null, escalated: 0 };
}

/** Columns of a clock that stands still, because the other side has to do something. */
export function pauseClock(calendar: WorkCalendar, now: Date, { due_at, paused_days }: ClockRow) {
  return { paused_days: paused_days ?? (due_at ? countWorkingDaysLeft(calendar, now, due_at) : 0) };
}

/** Columns of a clock that goes on with the days it had left; one that had run out stays so. */
export function resumeClock(
  calendar: WorkCalendar,
  now: Date,
  { due_at, paused_days }: ClockRow,
): Pick<ClockRow, 'due_at' | 'paused_days'> & Partial<Escalation> {
  if (paused_days === null || paused_days < 0) return { due_at, paused_days: null };
  const due = addWorkingDays(calendar, now, paused_days);
  return { due_at: due, escalate_at: due, paused_days: null };
}

/** Columns of no clock. */
export const noClock = { stage: null, limit_days: null, due_at: null, escalate_at: null, paused_days: null };

/** How a clock looks now: red when it has run out, yellow in its last third or last day. */
export function readClock(calendar: WorkCalendar, now: Date, row: ClockRow): Clock | null {
  const { stage, due_at, paused_days, limit_days } = row;
  if (stage === null || due_at === null) return null;
  const paused = paused_days !== null;
  const left = paused_days ?? countWorkingDaysLeft(calendar, now, due_at);
  const yellowAt = Math.max(1, Math.floor((limit_days ?? 0) / 3));
  return {
    stage,
    dueAt: paused ? null : due_at.toISOString(),
    workingDaysLeft: left,
    light: left < 0 ? 'red' : left <= yellowAt ? 'yellow' : 'green',
    paused,
    escalated: row.escalated >= 2 ? 2 : row.escalated === 1 ? 1 : 0,
    calendarKnown: calendar.isKnown(chinaDay(due_at)),
    calendarKnownUntil,
  };
}
