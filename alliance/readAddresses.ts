import type { Store } from '../store/index.ts';

/** A person who gets mail. */
export interface PersonAddress {
  person: string;
  email: string;
  /** Slug of its organisation. */
  member: string;
}

/** The addresses of some people; those who are gone, or whose organisation is suspended or left, are left out. */
export async function readAddresses({ sql }: Store, people: readonly string[]): Promise<PersonAddress[]> {
  if (people.length === 0) return [];
  return sql<PersonAddress[]>`
    select u."id" as person, u."email", u."member"
    from alliance."user" u join alliance.member m on m.slug = u."member"
    where u."id" = any(${[...people]}) and m.standing not in ('suspended', 'left')`;
}
