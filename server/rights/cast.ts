import { randomBytes, randomUUID } from 'node:crypto';
import type { Principal, Role, Scope, Standing } from '../../alliance/index.ts';
import { cookieOf, type TestServer, testOperator } from '../testing.ts';

/** Somebody who calls, by session or by key. */
export interface Player {
  name: string;
  caller: { cookie?: string; key?: string };
}

const everyRole: Role[] = ['admin', 'operator', 'developer', 'steward', 'auditor', 'viewer'];
const everyScope: Scope[] = [
  'read',
  'capture',
  'field',
  'transact',
  'govern',
  'credentials',
  'publish',
  'nodes',
  'exchange',
  'operate',
];

/** Adds an organisation that stands where it is said to stand. */
export async function addOrganisation(
  { alliance, store }: TestServer,
  slug: string,
  { standing = 'guest', demo = false }: { standing?: Standing; demo?: boolean } = {},
): Promise<void> {
  await alliance.createMember({ slug, name: { zh: slug, en: slug }, kind: 'test', demo });
  await store.sql`update alliance.member set standing = ${standing} where slug = ${slug}`;
}

/** Adds a person with the operator's password and signs it in. */
export async function addPerson(server: TestServer, member: string, roles: readonly Role[]): Promise<string> {
  const { sql } = server.store;
  const id = randomUUID();
  const email = `${randomBytes(6).toString('hex')}@example.org`;
  await sql`
    insert into alliance."user" ("id", "name", "email", "emailVerified", "roles", "member")
    values (${id}, ${`${member} ${roles.join()}`}, ${email}, true, ${[...roles]}::text[], ${member})`;
  await sql`
    insert into alliance."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
    select ${randomUUID()}, ${id}, 'credential', ${id}, a."password", now()
    from alliance."account" a join alliance."user" u on u."id" = a."userId" where u."email" = ${testOperator.email}`;
  const { password } = testOperator;
  return cookieOf(await server.ask('/api/auth/sign-in/email', { body: { email, password } }));
}

/** Makes a key of an organisation. */
export async function addKey(
  server: TestServer,
  member: string,
  scopes: Scope[],
): Promise<{ id: string; key: string }> {
  return server.alliance.createKey({ name: scopes.join(), member, scopes });
}

/** Who somebody is to the server, at this moment. */
export async function identify({ alliance }: TestServer, { caller }: Player): Promise<Principal | null> {
  const headers = new Headers(caller.key === undefined ? {} : { authorization: `Bearer ${caller.key}` });
  if (caller.cookie !== undefined) headers.set('cookie', caller.cookie);
  return (await alliance.authenticate({ headers })).principal;
}

/** Everybody whose rights are tried on every route; the alliance is founded when this is done. */
export async function assembleCast(server: TestServer): Promise<Player[]> {
  const { sql } = server.store;
  await server.setUp();
  await addOrganisation(server, 'acme', { standing: 'admitted' });
  await addOrganisation(server, 'newcomer');
  await addOrganisation(server, 'showcase', { demo: true });
  await addOrganisation(server, 'banned');
  await addOrganisation(server, 'gone');
  await addOrganisation(server, 'strict', { standing: 'admitted' });
  const person = async (name: string, member: string, roles: readonly Role[]): Promise<Player> => {
    return { name, caller: { cookie: await addPerson(server, member, roles) } };
  };
  const key = async (name: string, member: string, scopes: Scope[]): Promise<Player> => {
    return { name, caller: { key: (await addKey(server, member, scopes)).key } };
  };
  const players: Player[] = [{ name: 'visitor', caller: {} }];
  for (const role of everyRole) players.push(await person(role, 'acme', [role]));
  for (const scope of everyScope.slice(0, -1)) players.push(await key(`key ${scope}`, 'acme', [scope]));
  players.push(await person('platform admin', 'operator', ['admin']));
  players.push(await person('platform operator', 'operator', ['operator']));
  players.push(await person('platform auditor', 'operator', ['auditor']));
  players.push(await key('platform key operate', 'operator', ['operate']));
  players.push(await person('guest', 'newcomer', everyRole));
  players.push(await person('demonstration', 'showcase', everyRole));
  players.push(await person('no second factor', 'strict', everyRole));
  players.push(await person('suspended', 'banned', everyRole));
  players.push(await key('suspended key', 'banned', everyScope));
  players.push(await person('left', 'gone', everyRole));
  const [over, revoked] = [await addKey(server, 'acme', everyScope), await addKey(server, 'acme', everyScope)];
  await sql`update alliance.api_key set expires_at = now() - interval '1 second' where id = ${over.id}`;
  await server.alliance.revokeKey({ id: revoked.id });
  players.push({ name: 'expired key', caller: { key: over.key } });
  players.push({ name: 'revoked key', caller: { key: revoked.key } });
  // Only now: nobody could have signed in or made a key before.
  await sql`update alliance.member set standing = 'suspended' where slug = 'banned'`;
  await sql`update alliance.member set standing = 'left' where slug = 'gone'`;
  await sql`update alliance.member set second_factor_required = true where slug = 'strict'`;
  await sql`update alliance.state set founded_at = now()`;
  return players;
}
