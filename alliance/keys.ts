import { randomUUID } from 'node:crypto';
import type { Store } from '../store/index.ts';
import type { AllianceState } from './allianceState.ts';
import { allianceErrors } from './errors.ts';
import { hashSecret, isSameHash, makeSecret } from './hashSecret.ts';
import { type Page, type PageParameters, readPageToken, toPage } from './page.ts';
import { type Principal, platformSlug, type Scope, type Standing } from './principal.ts';

/** What is known of an API key; the key itself is shown once, when it is made. */
export interface ApiKey {
  id: string;
  name: string;
  /** The key's readable beginning, to tell keys apart. */
  prefix: string;
  member: string;
  scopes: Scope[];
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
  /** Account id of the maker; none when the platform makes the key itself. */
  createdBy?: string | undefined;
}

/**
 * Makes an API key. `key` is readable only in this answer.
 *
 * @throws ALLIANCE_MEMBER_UNKNOWN
 */
export async function createKey(
  { sql }: Store,
  { name, member, scopes, expiresAt, createdBy }: CreateKeyParameters,
): Promise<ApiKey & { key: string }> {
  const key = `xy_${makeSecret()}`;
  const [row] = await sql<Row[]>`
    insert into alliance.api_key (id, name, prefix, hash, member, scopes, created_by, expires_at)
    select ${randomUUID()}, ${name}, ${key.slice(0, 9)}, ${hashSecret(key)}, slug, ${scopes}::text[], ${createdBy ?? null},
      ${expiresAt ?? null}::timestamptz
    from alliance.member where slug = ${member}
    returning *`;
  if (!row) throw allianceErrors.memberUnknown({ slug: member });
  return { ...toKey(row), key };
}

/** Lists keys, newest first; of one member, or of all when `member` is null. */
export async function findKeys(
  { sql }: Store,
  { member, perPage, pageToken }: PageParameters & { member: string | null },
): Promise<Page<ApiKey>> {
  const [id] = readPageToken(pageToken, 1);
  const rows = await sql<Row[]>`
    select * from alliance.api_key
    where (${member}::text is null or member = ${member})
      and (${id ?? null}::text is null
        or (created_at, id) < (select created_at, id from alliance.api_key where id = ${id ?? null}))
    order by created_at desc, id desc limit ${perPage + 1}`;
  return toPage(rows.map(toKey), perPage, (key) => [key.id]);
}

/**
 * Ends a key for good; a key that has ended already stays so. `member` limits the call to that member's keys.
 *
 * @throws ALLIANCE_KEY_UNKNOWN
 */
export async function revokeKey({ sql }: Store, { id, member }: { id: string; member: string | null }): Promise<void> {
  const rows = await sql`
    update alliance.api_key set revoked_at = coalesce(revoked_at, now())
    where id = ${id} and (${member}::text is null or member = ${member}) returning id`;
  if (rows.length === 0) throw allianceErrors.keyUnknown({ id });
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
