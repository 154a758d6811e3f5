import type { Action, Principal, Resource } from '../../alliance/index.ts';
import type { Sql, Tx } from '../../store/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import type { LocalText } from '../text.ts';

/** How people come into a group: at once, or when a chair says so. */
export type Joining = 'open' | 'request';
export type GroupRole = 'chair' | 'member';

/** What everybody may know of a working group. */
export interface Group {
  id: string;
  /** Slug of the organisation that founded it. */
  member: string;
  name: LocalText;
  summary: LocalText;
  joining: Joining;
  createdAt: string;
  closedAt: string | null;
  /** Slugs of the organisations whose people are in it. */
  members: string[];
  people: number;
  /** What the caller is in it. */
  mine: { role: GroupRole; state: 'requested' | 'active' } | null;
}

/** A group as an operation needs it. */
export interface LoadedGroup {
  id: string;
  name: LocalText;
  joining: Joining;
  closed: boolean;
  role: GroupRole | null;
  state: 'requested' | 'active' | null;
  /** The group as the policies see it, from the caller's place. */
  thing: Resource;
}

interface LoadParameters {
  principal: Principal | null;
  id: string;
}

interface LoadedRow {
  member: string;
  name: LocalText;
  joining: Joining;
  closed: boolean;
  role: GroupRole | null;
  state: 'requested' | 'active' | null;
}

/** Loads a group with the caller's place in it. A person counts for the organisation that it joined for only. */
export async function loadGroup(sql: Sql | Tx, { principal, id }: LoadParameters, lock = false): Promise<LoadedGroup> {
  const person = principal?.kind === 'person' ? principal.id : '';
  const [row] = await sql<LoadedRow[]>`
    SELECT g.member, g.name, g.joining, g.closed_at IS NOT NULL AS closed, p.role, p.state
    FROM cooperation.groups AS g
    LEFT JOIN cooperation.group_people AS p
      ON p.group_id = g.id AND p.person = ${person} AND p.member = ${principal?.member ?? ''}
    WHERE g.id = ${id} ${lock ? sql`FOR UPDATE OF g` : sql``}`;
  if (!row) throw cooperationErrors.groupUnknown({ id });
  const { member, name, joining, closed, role, state } = row;
  const belongs = state === 'active';
  const attributes = { belongs, chairs: belongs && role === 'chair' };
  return { id, name, joining, closed, role, state, thing: { type: 'Group', id, member, attributes } };
}

/**
 * Loads a group for something that the caller wants to do in it. What changes it needs an open one, and locks it.
 * @throws COOPERATION_GROUP_UNKNOWN, COOPERATION_GROUP_CLOSED, RIGHTS_SIGN_IN_NEEDED, RIGHTS_REFUSED
 */
export async function enterGroup(
  house: CooperationHouse,
  sql: Sql | Tx,
  { principal, id, action, changes }: LoadParameters & { action: Action; changes: boolean },
): Promise<LoadedGroup> {
  const group = await loadGroup(sql, { principal, id }, changes);
  house.rights.require({ principal, action, resource: group.thing });
  if (changes && group.closed) throw cooperationErrors.groupClosed({ id });
  return group;
}
