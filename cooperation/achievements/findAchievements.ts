import { searchQuery } from '../../host/index.ts';
import type { CooperationHouse } from '../house.ts';
import { type Page, type PageParameters, readIdToken, toIdPage } from '../page.ts';
import {
  type AchievementKind,
  type AchievementRow,
  type AchievementState,
  type ListedAchievement,
  toListed,
} from './achievement.ts';

export interface FindAchievementsParameters extends PageParameters {
  kind?: AchievementKind | undefined;
  state?: AchievementState | undefined;
  /** Slug of the organisation that claims. */
  member?: string | undefined;
  q?: string | undefined;
}

/** The register without what was withdrawn, the newest first. @throws COOPERATION_PAGE_TOKEN_WRONG */
export async function findAchievements(
  { store: { sql } }: CooperationHouse,
  parameters: FindAchievementsParameters,
): Promise<Page<ListedAchievement>> {
  const { kind, state, member, q, perPage, pageToken } = parameters;
  const before = readIdToken(pageToken);
  const query = q === undefined ? undefined : searchQuery(q);
  if (query === null) return { items: [], nextPageToken: null };
  const rows = await sql<AchievementRow[]>`
    SELECT id, member, kind, title, achieved_on::text, amount_fen::text, version, state, confirmations, disputes, created_at,
      withdrawn_at
    FROM cooperation.achievements
    WHERE withdrawn_at IS NULL
      ${kind === undefined ? sql`` : sql`AND kind = ${kind}`}
      ${state === undefined ? sql`` : sql`AND state = ${state}`}
      ${member === undefined ? sql`` : sql`AND member = ${member}`}
      ${query === undefined ? sql`` : sql`AND search @@ ${query}::tsquery`}
      ${before === null ? sql`` : sql`AND id < ${before}`}
    ORDER BY id DESC
    LIMIT ${perPage + 1}`;
  return toIdPage(rows, perPage, toListed);
}
