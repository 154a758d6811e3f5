import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../../host/index.ts';
import { holdLeadership, type Tx } from '../../../store/index.ts';
import { addStep } from '../addStep.ts';
import type { AskingContext } from '../context.ts';
import { sendNotice } from '../disputes/sendNotice.ts';
import type { ApplicationRow } from '../row.ts';
import { changeApplication } from '../takeApplication.ts';
import { letterToDeciders } from './letters.ts';
import { readCalendar, readSettings } from './readCalendar.ts';
import { tellOfRulings } from './tellOfRulings.ts';
import { addWorkingDays, calendarDaysLeft, calendarKnownUntil } from './workCalendar.ts';

const everyMs = 30_000;
const batch = 100;
const warnEveryMs = 86_400_000;
/** Days before the known holidays end from which on it is said. */
const warnDays = 60;

/** Warns when the official holidays are known for not much longer; gives whether it did. */
export function warnOfCalendar(now: Date, logger: Pick<Logger, 'warn'>): boolean {
  const daysLeft = calendarDaysLeft(now);
  if (daysLeft > warnDays) return false;
  logger.warn(
    { calendarKnownUntil, daysLeft },
    'the official holidays are known here until this day only; after it clocks count weekends alone: update, or set the days of the own calendar',
  );
  return true;
}

/** Escalates what is overdue until the signal aborts; one process of all leads. */
export async function runClocks(context: AskingContext, signal: AbortSignal): Promise<void> {
  const { store, context: shared } = context.house;
  const { logger } = shared;
  await holdLeadership({
    store,
    role: 'exchange.clocks',
    signal,
    logger,
    run: async (leading) => {
      let warnedAt = Number.NEGATIVE_INFINITY;
      while (!leading.aborted) {
        if (performance.now() - warnedAt > warnEveryMs && warnOfCalendar(context.house.now(), logger))
          warnedAt = performance.now();
        try {
          while ((await escalateDue(context)) === batch && !leading.aborted);
          while ((await tellOfRulings(context, batch)) === batch && !leading.aborted);
        } catch (error) {
          if (!leading.aborted) logger.warn({ err: error }, 'clocks of applications cannot be read; trying again');
        }
        await pause(everyMs, undefined, { signal: leading }).catch(() => undefined);
      }
    },
  });
}

/**
 * Escalates what has become overdue: first to a superior person, some working days later to the data authority. Gives how many
 * rows were looked at; each step is taken once, whoever is killed in between.
 */
export async function escalateDue(context: AskingContext): Promise<number> {
  const { house, registry } = context;
  const authority = await registry.authority().catch(() => null);
  return house.store.transaction(async (tx) => {
    const now = house.now();
    const due = await tx<ApplicationRow[]>`
      SELECT * FROM exchange.applications
      WHERE stage IS NOT NULL AND paused_days IS NULL AND escalate_at < ${now} AND escalated < 2
      ORDER BY escalate_at LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
    for (const row of due) {
      if (!row.due_at) continue;
      const settings = await readSettings(tx, row.participant);
      if (row.escalated === 0) {
        const calendar = await readCalendar(tx, row.participant);
        const escalate_at = addWorkingDays(calendar, row.due_at, settings.authorityAfterDays);
        const changed = await changeApplication(context, tx, row, { escalated: 1, escalate_at });
        await addStep(context, tx, changed, {
          step: 'overdue',
          words: {
            zh: '已超期，报上级负责人',
            en: 'overdue; a superior person is told',
          },
          detail: { stage: row.stage, superior: settings.superior, dueAt: row.due_at.toISOString() },
        });
        await tell(context, tx, changed, { superior: settings.superior, authorityKnows: false });
        continue;
      }
      const changed = await changeApplication(context, tx, row, { escalated: 2 });
      const known = authority !== null && authority.slug !== row.participant;
      await addStep(context, tx, changed, {
        step: 'escalated',
        words: known
          ? { zh: '已报数据主管部门', en: 'the data authority is told' }
          : { zh: '仍未办理', en: 'still not done' },
        detail: { stage: row.stage },
      });
      await tell(context, tx, changed, { superior: settings.superior, authorityKnows: known });
      if (!known) continue;
      const provider = row.role === 'provider' ? row.participant : row.counterparty_slug;
      const consumer = row.role === 'consumer' ? row.participant : row.counterparty_slug;
      await sendNotice(context, tx, {
        participant: row.participant,
        to: authority.slug,
        kind: 'overdue',
        application: row.id,
        content: {
          provider,
          consumer,
          dataset: row.dataset,
          matter: row.form.matter,
          stage: row.stage,
          dueAt: row.due_at.toISOString(),
        },
      });
    }
    return due.length;
  });
}

/** Tells those who have to act, once a stage and level: by post, and in the log, which is all where there is no post. */
async function tell(
  { house, post }: AskingContext,
  tx: Tx,
  row: ApplicationRow,
  { superior, authorityKnows }: { superior: string | null; authorityKnows: boolean },
): Promise<void> {
  const { participant, id: application, stage, escalated, role } = row;
  const letter = role === 'provider' ? letterToDeciders(row, superior, authorityKnows) : null;
  const told = letter && post ? await post.write(tx, letter) : 0;
  const about = { participant, application, stage, superior, escalated, told };
  house.context.logger.warn(about, 'an application is overdue');
}
