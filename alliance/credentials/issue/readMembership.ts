import type { Sql } from '../../../store/index.ts';

/**
 * The newest credential that says what a member is in the alliance, as it was issued; a suspended one too. Null when there is
 * none, such as for a guest of a founded alliance.
 */
export async function readMembership(sql: Sql, slug: string): Promise<string | null> {
  const [row] = await sql<{ credential: string }[]>`
    select credential from alliance.credential
    where type in ('MembershipCredential', 'ProvisionalMembershipCredential') and issuer_member is null
      and subject_member = ${slug} and revoked_at is null
    order by issued_at desc limit 1`;
  return row?.credential ?? null;
}
