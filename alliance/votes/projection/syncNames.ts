import type { Sql, Tx } from '../../../store/index.ts';
import { memberId } from '../../chain/members.ts';

/** Notes the id of a slug, so that a member of that id can be named. */
export async function nameMember(sql: Sql | Tx, slug: string): Promise<void> {
  await sql`
    insert into alliance.member_identity (id, slug) values (${memberId(slug)}, ${slug}) on conflict do nothing`;
}

/** Notes the ids of organisations that came to the platform since. */
export async function nameNewMembers(sql: Sql | Tx): Promise<void> {
  const rows = await sql<{ slug: string }[]>`
    select slug from alliance.member m
    where not exists (select from alliance.member_identity i where i.slug = m.slug) limit 1000`;
  for (const { slug } of rows) await nameMember(sql, slug);
}

/** Gives every organisation of the platform the standing that the chain gives it. */
export async function syncStandings(sql: Sql | Tx): Promise<void> {
  await sql`
    update alliance.member m set standing = told.standing
    from (
      select i.slug, coalesce(c.status, 'guest') as standing
      from alliance.member_identity i left join alliance.chain_member c on c.id = i.id) told
    where told.slug = m.slug and m.standing <> told.standing`;
  await sql`
    update alliance.state set founded_at = (select founded_at from alliance.projection)
    where founded_at is distinct from (select founded_at from alliance.projection)`;
}
