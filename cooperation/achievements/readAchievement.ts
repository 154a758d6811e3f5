import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { type Page, type PageParameters, readIdToken, toIdPage } from '../page.ts';
import type { LocalText } from '../text.ts';
import {
  type Achievement,
  type AchievementRow,
  type AchievementVersion,
  type Details,
  type Evidence,
  type Judgement,
  toListed,
} from './achievement.ts';

interface VersionRow {
  version: number;
  title: LocalText;
  body: LocalText;
  achieved_on: string;
  details: Details;
  evidence: Evidence[];
  correction: string;
  statement_id: string;
  created_at: Date;
}
interface JudgementRow {
  id: string;
  version: number;
  member: string;
  verdict: 'confirmed' | 'disputed';
  reason: string;
  statement_id: string;
  created_at: Date;
  replaced_at: Date | null;
}

const toVersion = (row: VersionRow): AchievementVersion => ({
  version: row.version,
  title: row.title,
  body: row.body,
  achievedOn: row.achieved_on,
  details: row.details,
  evidence: row.evidence,
  correction: row.correction,
  statementId: row.statement_id,
  createdAt: row.created_at.toISOString(),
});
const toJudgement = (row: JudgementRow): Judgement => ({
  id: row.id,
  version: row.version,
  member: row.member,
  verdict: row.verdict,
  reason: row.reason,
  statementId: row.statement_id,
  createdAt: row.created_at.toISOString(),
  replacedAt: row.replaced_at?.toISOString() ?? null,
});

/** Most versions and judgements that one answer has. */
const most = 200;

/** One claim, also a withdrawn one. @throws COOPERATION_ACHIEVEMENT_UNKNOWN */
export async function readAchievement({ store: { sql } }: CooperationHouse, id: string): Promise<Achievement> {
  const [row] = await sql<(AchievementRow & { withdrawn_reason: string | null })[]>`
    SELECT id, member, kind, title, achieved_on::text, amount_fen::text, version, state, confirmations, disputes, created_at,
      withdrawn_at, withdrawn_reason
    FROM cooperation.achievements WHERE id = ${id}`;
  if (!row) throw cooperationErrors.achievementUnknown({ id });
  const [[present], judgements] = await Promise.all([
    sql<VersionRow[]>`
      SELECT version, title, body, achieved_on::text, details, evidence, correction, statement_id, created_at
      FROM cooperation.achievement_versions WHERE achievement_id = ${id} AND version = ${row.version}`,
    sql<JudgementRow[]>`
      SELECT id, version, member, verdict, reason, statement_id, created_at, replaced_at FROM cooperation.judgements
      WHERE achievement_id = ${id} AND version = ${row.version} AND replaced_at IS NULL ORDER BY id LIMIT ${most}`,
  ]);
  if (!present) throw cooperationErrors.achievementUnknown({ id });
  const { withdrawn_reason: withdrawnReason } = row;
  return { ...toListed(row), present: toVersion(present), judgements: judgements.map(toJudgement), withdrawnReason };
}

/** All versions of a claim, the newest first. @throws COOPERATION_ACHIEVEMENT_UNKNOWN */
export async function findVersions({ store: { sql } }: CooperationHouse, id: string): Promise<AchievementVersion[]> {
  const rows = await sql<VersionRow[]>`
    SELECT version, title, body, achieved_on::text, details, evidence, correction, statement_id, created_at
    FROM cooperation.achievement_versions WHERE achievement_id = ${id} ORDER BY version DESC LIMIT ${most}`;
  if (rows.length === 0) throw cooperationErrors.achievementUnknown({ id });
  return rows.map(toVersion);
}

/** All that was ever said of a claim, the newest first. */
export async function findJudgements(
  { store: { sql } }: CooperationHouse,
  { id, perPage, pageToken }: PageParameters & { id: string },
): Promise<Page<Judgement>> {
  const before = readIdToken(pageToken);
  const rows = await sql<JudgementRow[]>`
    SELECT id, version, member, verdict, reason, statement_id, created_at, replaced_at FROM cooperation.judgements
    WHERE achievement_id = ${id} ${before === null ? sql`` : sql`AND id < ${before}`}
    ORDER BY id DESC LIMIT ${perPage + 1}`;
  return toIdPage(rows, perPage, toJudgement);
}
