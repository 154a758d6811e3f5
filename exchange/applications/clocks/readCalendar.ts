import type { Sql, Tx } from '../../../store/index.ts';
import { type AskingSettings, usualSettings } from './settings.ts';
import { makeCalendar, type WorkCalendar } from './workCalendar.ts';

/** The calendar of a department: its own days before the official ones. */
export async function readCalendar(sql: Sql | Tx, participant: string): Promise<WorkCalendar> {
  const days = await sql<{ day: string; working: boolean }[]>`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, working FROM exchange.calendar_days WHERE participant = ${participant}`;
  return makeCalendar(new Map(days.map(({ day, working }) => [day, working])));
}

/** The limits of a department, the usual ones where it set none. */
export async function readSettings(sql: Sql | Tx, participant: string): Promise<AskingSettings> {
  const [row] = await sql<{ settings: Partial<AskingSettings> }[]>`
    SELECT settings FROM exchange.asking_settings WHERE participant = ${participant}`;
  return { ...usualSettings, ...row?.settings };
}
