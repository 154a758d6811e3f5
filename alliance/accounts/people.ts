import type { Tx } from '../../store/index.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../page.ts';
import type { Principal, Role } from '../principal.ts';
import { peopleErrors } from './errors.ts';
import type { PeopleParts } from './parts.ts';
import { endSession, endSessions } from './sessions.ts';

/** Somebody of an organisation. */
export interface Person {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  createdAt: string;
  lastSeenAt: string | null;
  /** Whether an authenticator app is enrolled. */
  secondFactor: boolean;
  passkeys: number;
  singleSignOn: boolean;
}

interface Row extends Omit<Person, 'createdAt' | 'lastSeenAt'> {
  createdAt: Date;
  lastSeenAt: Date | null;
}

export interface FindPeopleParameters extends PageParameters {
  member: string;
  /** Part of the name or of the address. */
  q?: string | undefined;
}

/** Lists the people of an organisation, the longest there first. */
export async function findPeople(
  { store: { sql } }: PeopleParts,
  { member, q = '', perPage, pageToken }: FindPeopleParameters,
): Promise<Page<Person>> {
  const [time, id] = readPageToken(pageToken, 2);
  const pattern = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const rows = await sql<(Row & { exact: string })[]>`
    select u."id", u."name", u."email", u."roles", u."createdAt", u."twoFactorEnabled" as "secondFactor",
      u."createdAt"::text as exact,
      (select count(*)::int from alliance."passkey" p where p."userId" = u."id") as passkeys,
      exists(select from alliance."account" a where a."userId" = u."id" and a."providerId" <> 'credential')
        as "singleSignOn",
      (select max(s."lastSeenAt") from alliance."session" s where s."userId" = u."id") as "lastSeenAt"
    from alliance."user" u
    where u."member" = ${member} and (${q} = '' or u."name" ilike ${pattern} or u."email" ilike ${pattern})
      and (${time ?? null}::timestamptz is null or (u."createdAt", u."id") > (${time ?? null}::timestamptz, ${id ?? ''}))
    order by u."createdAt", u."id" limit ${perPage + 1}`;
  const { items, nextPageToken } = toPage(rows, perPage, (row) => [row.exact, row.id]);
  const people = items.map(({ exact: _, createdAt, lastSeenAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
  }));
  return { items: people, nextPageToken };
}

/** Who acts on whom: always within the organisation of who acts. */
export interface OnPerson {
  principal: Principal;
  /** Id of the person. */
  id: string;
}

/** Locks the organisation, so that two changes at once cannot both leave it its last administrator, and reads the person. */
async function lockPerson(tx: Tx, { principal, id }: OnPerson): Promise<{ roles: Role[]; email: string }> {
  await tx`select from alliance.member where slug = ${principal.member} for update`;
  const [person] = await tx<{ roles: Role[]; email: string }[]>`
    select "roles", "email" from alliance."user" where "id" = ${id} and "member" = ${principal.member}`;
  if (!person) throw peopleErrors.personUnknown({ id });
  return person;
}

async function requireAnAdmin(tx: Tx, member: string): Promise<void> {
  const left = await tx`
    select from alliance."user" where "member" = ${member} and 'admin' = any("roles") limit 1`;
  if (left.length === 0) throw peopleErrors.lastAdmin();
}

/** Sets the roles of a person; they hold from its next request on. Throws PEOPLE_PERSON_UNKNOWN, PEOPLE_LAST_ADMIN. */
export async function setRoles({ store, acts }: PeopleParts, { roles, ...on }: OnPerson & { roles: Role[] }) {
  const { principal, id } = on;
  await store.transaction(async (tx) => {
    const before = await lockPerson(tx, on);
    await tx`update alliance."user" set "roles" = ${roles}::text[], "updatedAt" = now() where "id" = ${id}`;
    await requireAnAdmin(tx, principal.member);
    await acts.recordAct(tx, {
      principal,
      action: 'people:set-roles',
      resource: { type: 'Person', id, member: principal.member },
      detail: { before: before.roles, after: roles },
    });
  });
}

/**
 * Removes a person with all sessions and everything to sign in with. Throws PEOPLE_PERSON_UNKNOWN, PEOPLE_LAST_ADMIN.
 */
export async function removePerson({ store, acts }: PeopleParts, on: OnPerson): Promise<void> {
  const { principal, id } = on;
  await store.transaction(async (tx) => {
    const { email, roles } = await lockPerson(tx, on);
    await tx`delete from alliance."user" where "id" = ${id}`;
    await requireAnAdmin(tx, principal.member);
    await acts.recordAct(tx, {
      principal,
      action: 'people:remove',
      resource: { type: 'Person', id, member: principal.member },
      detail: { email, roles },
    });
  });
}

/** Makes sure that a person is of the organisation. Throws PEOPLE_PERSON_UNKNOWN. */
export async function requirePerson({ store }: PeopleParts, on: OnPerson): Promise<void> {
  const known = await store.sql`
    select from alliance."user" where "id" = ${on.id} and "member" = ${on.principal.member}`;
  if (known.length === 0) throw peopleErrors.personUnknown({ id: on.id });
}

/** Ends one session of a person, or all. Throws PEOPLE_PERSON_UNKNOWN, PEOPLE_SESSION_UNKNOWN. */
export async function endPersonSessions(
  { store, acts }: PeopleParts,
  { sessionId, ...on }: OnPerson & { sessionId: string | null },
): Promise<void> {
  const { principal, id } = on;
  await store.transaction(async (tx) => {
    await lockPerson(tx, on);
    if (sessionId === null) await endSessions(tx, { userId: id });
    else await endSession(tx, { id: sessionId, userId: id });
    await acts.recordAct(tx, {
      principal,
      action: 'people:end-sessions',
      resource: { type: 'Person', id, member: principal.member },
      detail: { all: sessionId === null },
    });
  });
}
