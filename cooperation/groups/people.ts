import type { Principal } from '../../alliance/index.ts';
import type { Tx } from '../../store/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { tellNews } from '../news/tellNews.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../page.ts';
import { enterGroup, type GroupRole, loadGroup } from './group.ts';

/** A person of a group, for its organisation. */
export interface GroupPerson {
  person: string;
  name: string;
  /** Slug. */
  member: string;
  role: GroupRole;
  state: 'requested' | 'active';
  /** Why it wants to join. */
  message: string;
  since: string;
}

/** Most people of one group. */
const mostPeople = 1_000;

interface PersonRow extends Omit<GroupPerson, 'since'> {
  since: Date;
}

/** The people of a group, requests to join first, then the chairs. For people of the group. */
export async function findPeople(
  house: CooperationHouse,
  { principal, id, perPage, pageToken }: PageParameters & { principal: Principal; id: string },
): Promise<Page<GroupPerson>> {
  const { sql } = house.store;
  await enterGroup(house, sql, { principal, id, action: 'cooperation:read-group', changes: false });
  const after = readPageToken(pageToken, (key) => key.length === 3);
  // 'requested' comes after 'active' by the alphabet, 'chair' before 'member'.
  const rows = await sql<PersonRow[]>`
    SELECT person, name, member, role, state, message, since FROM cooperation.group_people
    WHERE group_id = ${id} ${
      after === null
        ? sql``
        : sql`AND (state < ${after[0] ?? ''} OR (state = ${after[0] ?? ''} AND (role, person) > (${after[1] ?? ''}, ${after[2] ?? ''})))`
    }
    ORDER BY state DESC, role, person
    LIMIT ${perPage + 1}`;
  return toPage(rows, {
    perPage,
    keyOf: ({ state, role, person }) => [state, role, person],
    toItem: (row) => ({ ...row, since: row.since.toISOString() }),
  });
}

/**
 * Joins an open group or asks to join it; gives which. @throws COOPERATION_GROUP_UNKNOWN, COOPERATION_GROUP_CLOSED,
 * COOPERATION_ALREADY_IN_GROUP, COOPERATION_GROUP_FULL, RIGHTS_REFUSED
 */
export async function joinGroup(
  house: CooperationHouse,
  { principal, id, message }: { principal: Principal; id: string; message: string },
): Promise<'requested' | 'active'> {
  return house.store.transaction(async (tx) => {
    const group = await enterGroup(house, tx, { principal, id, action: 'cooperation:join-group', changes: true });
    if (group.state !== null) throw cooperationErrors.alreadyInGroup();
    const [known] = await tx<{ count: number }[]>`
      SELECT count(*)::int FROM cooperation.group_people WHERE group_id = ${id}`;
    if ((known?.count ?? 0) >= mostPeople) throw cooperationErrors.groupFull({ most: mostPeople });
    const state = group.joining === 'open' ? 'active' : 'requested';
    const { name, member } = principal;
    // Somebody who was in the group for another organisation comes in anew.
    await tx`
      INSERT INTO cooperation.group_people (group_id, person, name, member, role, state, message)
      VALUES (${id}, ${principal.id}, ${name}, ${member}, 'member', ${state}, ${message})
      ON CONFLICT (group_id, person) DO UPDATE SET name = excluded.name, member = excluded.member, role = excluded.role,
        state = excluded.state, message = excluded.message, since = now()`;
    const type = state === 'active' ? 'group.joined' : 'group.asked-to-join';
    const path = `/cooperation/groups/${id}`;
    await tellNews(tx, principal, {
      topic: 'group-work',
      type,
      audience: 'group',
      groupId: id,
      member,
      title: group.name,
      path,
    });
    return state;
  });
}

async function keepChair(tx: Tx, id: string, person: string): Promise<void> {
  const [other] = await tx`
    SELECT FROM cooperation.group_people
    WHERE group_id = ${id} AND person <> ${person} AND role = 'chair' AND state = 'active' LIMIT 1`;
  if (!other) throw cooperationErrors.lastChair();
}

/** Leaves a group, or takes a request back. @throws COOPERATION_GROUP_UNKNOWN, COOPERATION_NOT_IN_GROUP, COOPERATION_LAST_CHAIR */
export async function leaveGroup(
  house: CooperationHouse,
  { principal, id }: { principal: Principal; id: string },
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const group = await loadGroup(tx, { principal, id }, true);
    if (group.state === null) throw cooperationErrors.notInGroup({ person: principal.id });
    if (group.role === 'chair' && !group.closed) await keepChair(tx, id, principal.id);
    await tx`DELETE FROM cooperation.group_people WHERE group_id = ${id} AND person = ${principal.id}`;
  });
}

/**
 * A chair admits a person who asked, or gives one another role. @throws COOPERATION_GROUP_UNKNOWN, COOPERATION_NOT_IN_GROUP,
 * COOPERATION_LAST_CHAIR, RIGHTS_REFUSED
 */
export async function setPerson(
  house: CooperationHouse,
  { principal, id, person, role }: { principal: Principal; id: string; person: string; role: GroupRole },
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const group = await enterGroup(house, tx, { principal, id, action: 'cooperation:chair-group', changes: true });
    if (role !== 'chair') await keepChair(tx, id, person);
    const { count } = await tx`
      UPDATE cooperation.group_people SET role = ${role}, state = 'active' WHERE group_id = ${id} AND person = ${person}`;
    if (count === 0) throw cooperationErrors.notInGroup({ person });
    const detail = { what: 'person set', person, role };
    await house.recordAct(tx, { principal, action: 'cooperation:chair-group', resource: group.thing, detail });
  });
}

/**
 * A chair removes a person or refuses its request. @throws COOPERATION_GROUP_UNKNOWN, COOPERATION_NOT_IN_GROUP,
 * COOPERATION_LAST_CHAIR, RIGHTS_REFUSED
 */
export async function removePerson(
  house: CooperationHouse,
  { principal, id, person }: { principal: Principal; id: string; person: string },
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const group = await enterGroup(house, tx, { principal, id, action: 'cooperation:chair-group', changes: true });
    await keepChair(tx, id, person);
    const { count } = await tx`DELETE FROM cooperation.group_people WHERE group_id = ${id} AND person = ${person}`;
    if (count === 0) throw cooperationErrors.notInGroup({ person });
    const detail = { what: 'person removed', person };
    await house.recordAct(tx, { principal, action: 'cooperation:chair-group', resource: group.thing, detail });
  });
}
