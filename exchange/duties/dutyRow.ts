import type { Sql, Tx } from '../../store/index.ts';
import type { Page, PageParameters } from '../answers/answers.ts';
import { answerErrors } from '../answers/errors.ts';
import { readTimeToken, toPage } from '../answers/page.ts';
import { sayInChinese } from '../sayInChinese.ts';
import type { CopiesStatement, DeletedThing, Duty, DutyState } from './duties.ts';

/** A duty as stored. */
export interface DutyRow {
  id: string;
  participant: string;
  role: Duty['role'];
  grant_id: string;
  agreement: string;
  dataset: string;
  provider: string;
  consumer: string;
  why: Duty['why'];
  ended_at: Date;
  due_at: Date;
  state: DutyState;
  deleted: DeletedThing[] | null;
  deleted_at: Date | null;
  handed_out: boolean | null;
  statement: CopiesStatement | null;
  jws: string | null;
  acknowledgement: string | null;
  escalation: number;
  attempts: number;
  problem: string | null;
}

/** A duty as shown; who of the department confirmed copies is not. */
export const toDuty = (row: DutyRow): Duty => ({
  id: row.id,
  participant: row.participant,
  role: row.role,
  grant: row.grant_id,
  agreement: row.agreement,
  dataset: row.dataset,
  counterparty: row.role === 'consumer' ? row.provider : row.consumer,
  why: row.why,
  endedAt: row.ended_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  state: row.state,
  escalation: row.escalation,
  handedOut: row.handed_out ?? false,
  deleted: row.deleted_at === null ? [] : (row.deleted ?? []),
  deletedAt: row.deleted_at?.toISOString() ?? null,
  statement: row.statement && { copies: row.statement.copies, words: row.statement.words },
  receipt: row.jws,
  problem: row.problem,
  problemZh: sayInChinese(row.problem),
});

/** One of the department's duties. @throws ANSWER_DUTY_UNKNOWN */
export async function takeDuty(sql: Sql | Tx, participant: string, id: string): Promise<DutyRow> {
  const [row] = await sql<DutyRow[]>`
    SELECT * FROM exchange.deletion_duties WHERE participant = ${participant} AND id = ${id}`;
  if (!row) throw answerErrors.dutyUnknown({ id });
  return row;
}

/** The department's duties, those due last first. */
export async function listDuties(
  sql: Sql,
  participant: string,
  page: PageParameters & {
    role?: Duty['role'] | undefined;
    state?: DutyState | undefined;
    overdue?: boolean | undefined;
  },
): Promise<Page<Duty>> {
  const { at, id } = readTimeToken(page);
  const rows = await sql<DutyRow[]>`
    SELECT * FROM exchange.deletion_duties
    WHERE participant = ${participant} AND (due_at, id) < (${at}, ${id})
      ${page.role === undefined ? sql`` : sql`AND role = ${page.role}`}
      ${page.state === undefined ? sql`` : sql`AND state = ${page.state}`}
      ${page.overdue === undefined ? sql`` : page.overdue ? sql`AND escalation > 0 AND state <> 'received'` : sql`AND escalation = 0`}
    ORDER BY due_at DESC, id DESC LIMIT ${page.perPage + 1}`;
  const keyOf = (row: DutyRow) => [row.due_at.toISOString(), row.id];
  return toPage(rows, { perPage: page.perPage, keyOf, toItem: toDuty });
}
