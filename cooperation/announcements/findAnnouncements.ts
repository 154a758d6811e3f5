import type { Principal } from '../../alliance/index.ts';
import { searchQuery } from '../../host/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../page.ts';
import { type Announcement, type AnnouncementRow, toAnnouncement } from './announcement.ts';

export interface FindAnnouncementsParameters extends PageParameters {
  principal: Principal | null;
  /** Slug. */
  member?: string | undefined;
  q?: string | undefined;
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether announcements for members are shown. */
const readsAll = ({ rights }: CooperationHouse, principal: Principal | null) =>
  rights.decide({ principal, action: 'cooperation:read' }).allowed;

/** What is announced now, pinned ones first, then the newest. @throws COOPERATION_PAGE_TOKEN_WRONG */
export async function findAnnouncements(
  house: CooperationHouse,
  { principal, member, q, perPage, pageToken }: FindAnnouncementsParameters,
): Promise<Page<Announcement>> {
  const { sql } = house.store;
  const after = readPageToken(pageToken, ([pinned, id]) => /^[01]$/.test(String(pinned)) && idPattern.test(String(id)));
  const query = q === undefined ? undefined : searchQuery(q);
  if (query === null) return { items: [], nextPageToken: null };
  const rows = await sql<AnnouncementRow[]>`
    SELECT id, member, audience, title, body, pinned, created_at, updated_at, expires_at
    FROM cooperation.announcements
    WHERE withdrawn_at IS NULL AND (expires_at IS NULL OR expires_at > now())
      ${readsAll(house, principal) ? sql`` : sql`AND audience = 'public'`}
      ${member === undefined ? sql`` : sql`AND member = ${member}`}
      ${query === undefined ? sql`` : sql`AND search @@ ${query}::tsquery`}
      ${after === null ? sql`` : sql`AND (pinned, id) < (${after[0] === '1'}, ${after[1] ?? ''}::uuid)`}
    ORDER BY pinned DESC, id DESC
    LIMIT ${perPage + 1}`;
  return toPage(rows, { perPage, keyOf: ({ pinned, id }) => [pinned ? '1' : '0', id], toItem: toAnnouncement });
}

/** One announcement, also one that has expired. @throws COOPERATION_ANNOUNCEMENT_UNKNOWN */
export async function readAnnouncement(
  house: CooperationHouse,
  { principal, id }: { principal: Principal | null; id: string },
): Promise<Announcement> {
  const [row] = await house.store.sql<AnnouncementRow[]>`
    SELECT id, member, audience, title, body, pinned, created_at, updated_at, expires_at
    FROM cooperation.announcements WHERE id = ${id} AND withdrawn_at IS NULL`;
  if (!row || (row.audience === 'members' && !readsAll(house, principal))) {
    throw cooperationErrors.announcementUnknown({ id });
  }
  return toAnnouncement(row);
}
