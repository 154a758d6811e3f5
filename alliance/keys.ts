import { randomUUID } from 'node:crypto';
import type { Store } from '../store/index.ts';
import type { Acts } from './acts/openActs.ts';
import type { AllianceState } from './allianceState.ts';
import { allianceErrors } from './errors.ts';
import { hashSecret, isSameHash, makeSecret } from './hashSecret.ts';
import { type Page, type PageParameters, readPageToken, toPage } from './page.ts';
import { type Principal, platformSlug, type Scope, type Standing } from './principal.ts';
import type { Resource } from './rights/resources.ts';

/** What is known of an API key; the key itself is shown once, when it is made. */
export interface ApiKey {
  id: string;
  name: string;
  /** The key's readable beginning, to tell keys apart. */
  prefix: string;
  member: string;
  scopes: Scope[];
  /** Account id of the maker; null when the platform made it, or the account is gone. */
  createdBy: string | null;
  createdAt: string;
  /** From then on the key is refused; null for never. */
  expiresAt: string | null;
  /** Exact to a minute. */
  lastUsedAt: string | null;
  revokedAt: string | null;
}

interface Row {
  id: string;
  name: string;
  prefix: string;
  member: string;
  scopes: Scope[];
  created_by: string | null;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

const toKey = (row: Row): ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  member: row.member,
  scopes: row.scopes,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
});

/** The form of a key: `xy_` and 32 bytes as base64url. */
const keyPattern = /^xy_[\w-]{43}$/;

export interface CreateKeyParameters {
  name: string;
  /** Slug of the member for which the key acts. */
  member: string;
  scopes: Scope[];
  /** ISO 8601; none for a key that stays valid until it is revoked. */
  expiresAt?: string | undefined;
  /** Who makes it, for the administrative record; none when the platform makes the key itself. */
  by?: Principal;
}

/** What an administrative change of keys needs. */
export interface KeyHouse {
  store: Store;
  acts: Acts;
}

/** A key as a resource of the rights. */
export function keyResource(key: Pick<ApiKey, 'member' | 'scopes'> & { id: string; unattended: boolean }): Resource {
  const { id, member, scopes, unattended } = key;
  return { type: 'ApiKey', id, member, attributes: { scopes, unattended } };
}

/**
 * Makes an API key. `key` is readable only in this answer.
 *
 * @throws ALLIANCE_MEMBER_UNKNOWN, ALLIANCE_EXPIRY_PAST
 */
export async function createKey(
  { store, acts }: KeyHouse,
  { name, member, scopes, expiresAt, by }: CreateKeyParameters,
): Promise<ApiKey & { key: string }> {
  if (expiresAt !== undefined && !(Date.parse(expiresAt) > Date.now())) {
    throw allianceErrors.expiryPast({ expiresAt });
  }
  const key = `xy_${makeSecret()}`;
  return store.transaction(async (tx) => {
    const [row] = await tx<Row[]>`
      insert into alliance.api_key (id, name, prefix, hash, member, scopes, created_by, expires_at)
      select ${randomUUID()}, ${name}, ${key.slice(0, 9)}, ${hashSecret(key)}, slug, ${scopes}::text[],
        ${by?.kind === 'person' ? by.id : null}, ${expiresAt ?? null}::timestamptz
      from alliance.member where slug = ${member}
      returning *`;
    if (!row) throw allianceErrors.memberUnknown({ slug: member });
    if (by) {
      const detail = { name, prefix: row.prefix, scopes, expiresAt: expiresAt ?? null };
      const resource = { type: 'ApiKey', id: row.id, member };
      await acts.recordAct(tx, { principal: by, action: 'keys:create', resource, detail });
    }
    return { ...toKey(row), key };
  });
}

/** Lists the keys of a member, newest first. */
export async function findKeys(
  { sql }: Store,
  { member, perPage, pageToken }: PageParameters & { member: string },
): Promise<Page<ApiKey>> {
  const [id] = readPageToken(pageToken, 1);
  const rows = await sql<Row[]>`
    select * from alliance.api_key
    where member = ${member}
      and (${id ?? null}::text is null
        or (created_at, id) < (select created_at, id from alliance.api_key where id = ${id ?? null}))
    order by created_at desc, id desc limit ${perPage + 1}`;
  return toPage(rows.map(toKey), perPage, (key) => [key.id]);
}

/** Reads a key, of whichever organisation; null for none. */
export async function readKey({ sql }: Store, id: string): Promise<ApiKey | null> {
  const [row] = await sql<Row[]>`select * from alliance.api_key where id = ${id}`;
  return row ? toKey(row) : null;
}

/**
 * Ends a key for good; a key that has ended already stays so.
 *
 * @throws ALLIANCE_KEY_UNKNOWN
 */
export async function revokeKey({ store, acts }: KeyHouse, { id, by }: { id: string; by?: Principal }): Promise<void> {
  await store.transaction(async (tx) => {
    const [row] = await tx<Row[]>`select * from alliance.api_key where id = ${id} for update`;
    if (!row) throw allianceErrors.keyUnknown({ id });
    if (row.revoked_at) return;
    await tx`update alliance.api_key set revoked_at = now() where id = ${id}`;
    if (!by) return;
    const resource = { type: 'ApiKey', id, member: row.member };
    const detail = { name: row.name, prefix: row.prefix };
    await acts.recordAct(tx, { principal: by, action: 'keys:revoke', resource, detail });
  });
}

/** The API key of a request: `Authorization: Bearer xy_…` or `X-API-Key: xy_…`. */
export function readKeyHeader(headers: Headers): string | null {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  return bearer ?? headers.get('x-api-key');
}

interface KnownRow extends Row {
  hash: Uint8Array;
  standing: Standing;
  demo: boolean;
  founded: boolean;
}

/**
 * Who an API key stands for; null when it is unknown, revoked or over. It only reads, so that it may be tried again.
 * The organisation's standing is read with it, so that a suspension holds from the next request on.
 */
export async function authenticateKey({ sql }: Store, state: AllianceState, key: string): Promise<Principal | null> {
  if (!keyPattern.test(key)) return null;
  const hash = hashSecret(key);
  const [row] = await sql<KnownRow[]>`
    select k.*, m.standing, m.demo, (select founded_at is not null from alliance.state) as founded
    from alliance.api_key k join alliance.member m on m.slug = k.member
    where k.hash = ${hash} and k.revoked_at is null and coalesce(k.expires_at > now(), true)`;
  if (!row || !isSameHash(row.hash, hash)) return null;
  void noteUse(sql, row);
  state.founded = row.founded;
  const { id, name, member, scopes, standing, demo } = row;
  const platform = member === platformSlug;
  return { kind: 'key', id, name, member, roles: [], scopes, standing, platform, secondFactor: false, demo };
}

/** How exact `lastUsedAt` is. */
const useMs = 60_000;

/** Notes at most once a minute that a key was used; the request does not wait for it and does not fail with it. */
async function noteUse(sql: Store['sql'], { id, last_used_at: lastUsedAt }: Row): Promise<void> {
  if (lastUsedAt && Date.now() - lastUsedAt.getTime() < useMs) return;
  try {
    await sql`
      update alliance.api_key set last_used_at = now()
      where id = ${id} and coalesce(last_used_at, 'epoch') < now() - interval '1 minute'`;
  } catch {
    // The next request notes it.
  }
}
