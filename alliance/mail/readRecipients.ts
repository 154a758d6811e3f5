import type { Sql, Tx } from '../../store/index.ts';
import type { Role } from '../principal.ts';
import type { PersonAddress } from '../readAddresses.ts';

export interface ReadRecipientsParameters {
  /** Slug of the organisation. */
  member: string;
  /** People with any of these roles. */
  roles: readonly Role[];
}

/** Most people of one organisation who are written to at once. */
const most = 50;

/** The people of an organisation who have one of some roles; none of one that is suspended or left. */
export async function readRecipients(
  sql: Sql | Tx,
  { member, roles }: ReadRecipientsParameters,
): Promise<PersonAddress[]> {
  return sql<PersonAddress[]>`
    select u."id" as person, u."email", u."member"
    from alliance."user" u join alliance.member m on m.slug = u."member"
    where u."member" = ${member} and u."roles" && ${[...roles]}::text[] and m.standing not in ('suspended', 'left')
    order by u."id" limit ${most}`;
}
