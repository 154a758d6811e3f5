import { randomUUID } from 'node:crypto';
import type { Tx } from '../../store/index.ts';
import { type Principal, platformSlug, type Role } from '../principal.ts';
import { peopleErrors } from './errors.ts';

export interface MakePersonParameters {
  name: string;
  email: string;
  /** Whether it is proven that the person reads the mail of this address. */
  emailVerified: boolean;
  /** Slug of the organisation. */
  member: string;
  roles: Role[];
}

/**
 * Makes an account in the caller's transaction, without anything to sign in with; gives it as the one who acts.
 *
 * @throws PEOPLE_ADDRESS_TAKEN
 */
export async function makePerson(tx: Tx, { name, email, emailVerified, member, roles }: MakePersonParameters) {
  const id = randomUUID();
  const made = await tx`
    insert into alliance."user" ("id", "name", "email", "emailVerified", "roles", "member")
    values (${id}, ${name}, ${email.toLowerCase()}, ${emailVerified}, ${roles}::text[], ${member})
    on conflict ("email") do nothing returning "id"`;
  if (made.length === 0) throw peopleErrors.addressTaken();
  const principal: Principal = {
    kind: 'person',
    id,
    name,
    member,
    roles,
    scopes: [],
    standing: 'guest',
    platform: member === platformSlug,
    secondFactor: false,
  };
  return principal;
}
