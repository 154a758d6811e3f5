import type { Principal } from '../../alliance/index.ts';
import { searchQuery } from '../../host/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { type Page, type PageParameters, readIdToken, toIdPage } from '../page.ts';
import type { LocalText } from '../text.ts';
import type { Group, GroupRole, Joining } from './group.ts';

interface GroupRow {
  id: string;
  member: string;
  name: LocalText;
  summary: LocalText;
  joining: Joining;
  created_at: Date;
  closed_at: Date | null;
  members: string[];
  people: number;
  role: GroupRole | null;
  state: 'requested' | 'active' | null;
}

const toGroup = (row: GroupRow): Group => ({
  id: row.id,
  member: row.member,
  name: row.name,
  summary: row.summary,
  joining: row.joining,
  createdAt: row.created_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  members: row.members,
  people: row.people,
  mine: row.role !== null && row.state !== null ? { role: row.role, state: row.state } : null,
});

export interface FindGroupsParameters extends PageParameters {
  principal: Principal | null;
  q?: string | undefined;
  /** Slug of an organisation with people in the group. */
  member?: string | undefined;
  /** Only the caller's own. */
  mine?: boolean | undefined;
}

/** Working groups, the newest first. @throws COOPERATION_PAGE_TOKEN_WRONG */
export async function findGroups(house: CooperationHouse, parameters: FindGroupsParameters): Promise<Page<Group>> {
  const { principal, q, member, mine = false, perPage, pageToken } = parameters;
  const before = readIdToken(pageToken);
  const query = q === undefined ? undefined : searchQuery(q);
  if (query === null) return { items: [], nextPageToken: null };
  const rows = await select(house, principal, (sql) => [
    query === undefined ? sql`` : sql`AND g.search @@ ${query}::tsquery`,
    before === null ? sql`` : sql`AND g.id < ${before}`,
    mine ? sql`AND p.state IS NOT NULL` : sql``,
    member === undefined
      ? sql``
      : sql`AND EXISTS (SELECT FROM cooperation.group_people AS m
          WHERE m.group_id = g.id AND m.member = ${member} AND m.state = 'active')`,
    sql`ORDER BY g.id DESC LIMIT ${perPage + 1}`,
  ]);
  return toIdPage(rows, perPage, toGroup);
}

/** What everybody may know of a group. @throws COOPERATION_GROUP_UNKNOWN */
export async function readGroup(
  house: CooperationHouse,
  { principal, id }: { principal: Principal | null; id: string },
): Promise<Group> {
  const [row] = await select(house, principal, (sql) => [sql`AND g.id = ${id}`]);
  if (!row) throw cooperationErrors.groupUnknown({ id });
  return toGroup(row);
}

type Sql = CooperationHouse['store']['sql'];

async function select(
  { store: { sql } }: CooperationHouse,
  principal: Principal | null,
  conditions: (sql: Sql) => ReturnType<Sql>[],
): Promise<GroupRow[]> {
  const person = principal?.kind === 'person' ? principal.id : '';
  const [one = sql``, two = sql``, three = sql``, four = sql``, five = sql``] = conditions(sql);
  return sql<GroupRow[]>`
    SELECT g.id, g.member, g.name, g.summary, g.joining, g.created_at, g.closed_at, p.role, p.state, everyone.members,
      everyone.people
    FROM cooperation.groups AS g
    LEFT JOIN cooperation.group_people AS p
      ON p.group_id = g.id AND p.person = ${person} AND p.member = ${principal?.member ?? ''}
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS people, coalesce(array_agg(DISTINCT m.member ORDER BY m.member), '{}') AS members
      FROM cooperation.group_people AS m WHERE m.group_id = g.id AND m.state = 'active'
    ) AS everyone
    WHERE true ${one} ${two} ${three} ${four} ${five}`;
}
