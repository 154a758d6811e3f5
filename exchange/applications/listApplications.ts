import type { ListApplicationsParameters } from './applications.ts';
import { readCalendar } from './clocks/readCalendar.ts';
import type { AskingContext } from './context.ts';
import type { Application, ApplicationStep } from './model.ts';
import { type Page, type PageParameters, readPageToken, toPage } from './page.ts';
import { type ApplicationRow, toApplication } from './row.ts';
import { readApplication } from './takeApplication.ts';

/** Applications of a department, newest first. */
export async function listApplications(
  { house }: Pick<AskingContext, 'house'>,
  { participant, role, state, overdue, perPage, pageToken }: ListApplicationsParameters,
): Promise<Page<Application>> {
  const { sql } = house.store;
  const now = house.now();
  const after = readPageToken(pageToken, /^\d{4}-\d\d-\d\dT[\d:.]+Z\|[0-9a-f-]{36}$/)?.split('|');
  const rows = await sql<ApplicationRow[]>`
    SELECT * FROM exchange.applications WHERE participant = ${participant} AND role = ${role}
      ${state ? sql`AND state = ${state}` : sql``}
      ${overdue === undefined ? sql`` : overdue ? sql`AND stage IS NOT NULL AND paused_days IS NULL AND due_at < ${now}` : sql`AND (stage IS NULL OR paused_days IS NOT NULL OR due_at >= ${now})`}
      ${after ? sql`AND (date_trunc('milliseconds', created_at), id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : sql``}
    ORDER BY date_trunc('milliseconds', created_at) DESC, id DESC LIMIT ${perPage + 1}`;
  const calendar = await readCalendar(sql, participant);
  const keyOf = (row: ApplicationRow) => `${row.created_at.toISOString()}|${row.id}`;
  return toPage(rows, perPage, keyOf, (row) => toApplication(row, calendar, now));
}

interface StepRow {
  number: string;
  at: Date;
  step: string;
  actor: string | null;
  words: ApplicationStep['words'];
}

/** What happened to an application, oldest first. @throws APPLICATION_UNKNOWN */
export async function listSteps(
  context: Pick<AskingContext, 'house'>,
  participant: string,
  id: string,
  { perPage, pageToken }: PageParameters,
): Promise<Page<ApplicationStep>> {
  await readApplication(context, participant, id);
  const after = readPageToken(pageToken, /^\d{1,18}$/) ?? '0';
  const rows = await context.house.store.sql<StepRow[]>`
    SELECT number, at, step, actor, words FROM exchange.application_steps
    WHERE participant = ${participant} AND application = ${id} AND number > ${after}
    ORDER BY number LIMIT ${perPage + 1}`;
  const keyOf = ({ number }: StepRow) => number;
  return toPage(rows, perPage, keyOf, ({ at, step, actor, words }) => ({ at: at.toISOString(), step, actor, words }));
}
