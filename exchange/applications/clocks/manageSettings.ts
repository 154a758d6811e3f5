import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';
import type { Actor } from '../model.ts';
import { readSettings } from './readCalendar.ts';
import type { AskingSettings, CalendarDay } from './settings.ts';

/** Changes limits of a department; clocks that run keep theirs. The change is recorded. */
export async function changeSettings(
  { house, audit }: Pick<AskingContext, 'house' | 'audit'>,
  participant: string,
  actor: Actor,
  changes: Partial<AskingSettings>,
): Promise<AskingSettings> {
  return house.store.transaction(async (tx) => {
    const settings = { ...(await readSettings(tx, participant)), ...changes };
    await tx`
      INSERT INTO exchange.asking_settings (participant, settings) VALUES (${participant}, ${tx.json({ ...settings })})
      ON CONFLICT (participant) DO UPDATE SET settings = excluded.settings`;
    const detail = { step: 'limits', actor: actor.id, settings: { ...settings } };
    await audit.record(tx, { participant, kind: 'act', outcome: 'ok', detail });
    return settings;
  });
}

/** The days that a department set itself, in order. */
export async function listDays({ house }: Pick<AskingContext, 'house'>, participant: string): Promise<CalendarDay[]> {
  return house.store.sql<CalendarDay[]>`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, working, name FROM exchange.calendar_days
    WHERE participant = ${participant} ORDER BY day LIMIT 4000`;
}

/** Says whether a day is worked, whatever the official calendar says. @throws APPLICATION_DAY_WRONG */
export async function setDay(
  { house, audit }: Pick<AskingContext, 'house' | 'audit'>,
  participant: string,
  actor: Actor,
  { day, working, name }: CalendarDay,
): Promise<void> {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day)
    throw applicationErrors.dayWrong({ day: day.slice(0, 40) });
  await house.store.transaction(async (tx) => {
    await tx`
      INSERT INTO exchange.calendar_days (participant, day, working, name)
      VALUES (${participant}, ${day}, ${working}, ${tx.json({ ...name })})
      ON CONFLICT (participant, day) DO UPDATE SET working = excluded.working, name = excluded.name`;
    const detail = { step: 'calendar', actor: actor.id, day, working };
    await audit.record(tx, { participant, kind: 'act', outcome: 'ok', detail });
  });
}
