import { randomUUID } from 'node:crypto';
import type { SSOUserResolution, SSOUserResolutionInput } from '@better-auth/sso';
import { XiangyuError } from '../../../errors.ts';
import type { Tx } from '../../../store/index.ts';
import { useInvitation } from '../acceptInvitation.ts';
import { type InvitationRow, readOpenInvitation } from '../invitations.ts';
import { makePerson } from '../makePerson.ts';
import type { PeopleParts } from '../parts.ts';

const refuse = (code: string): SSOUserResolution => ({ action: 'reject', code });

/** Somebody whom the identity provider of an organisation vouches for. */
interface Staff {
  member: string;
  providerId: string;
  /** The subject at the provider, which stays the same there. */
  subject: string;
  email: string;
  emailVerified: boolean;
  name: string;
}

async function linkAccount(tx: Tx, { providerId, subject }: Staff, userId: string): Promise<void> {
  await tx`
    insert into alliance."account" ("id", "accountId", "providerId", "userId", "updatedAt")
    values (${randomUUID()}, ${subject}, ${providerId}, ${userId}, now())`;
}

/** Whether the person with the account asked, while signed in, to link this provider. Uses the wish up. */
async function askedToLink(tx: Tx, { providerId }: Staff, userId: string): Promise<boolean> {
  const asked = await tx`
    delete from alliance.single_sign_on_link
    where user_id = ${userId} and provider_id = ${providerId} and expires_at > now() returning user_id`;
  return asked.length > 0;
}

/** Makes the account of somebody new: invited, or under a domain that the platform confirmed for the organisation. */
async function admit(parts: PeopleParts, tx: Tx, staff: Staff): Promise<string | null> {
  const { member, email, name, emailVerified } = staff;
  const [open] = await tx<Pick<InvitationRow, 'id'>[]>`
    select id from alliance.invitation
    where email = ${email} and member = ${member} and inviting_member = ${member} and founds is null
      and accepted_at is null and revoked_at is null and expires_at > now()
    order by sequence desc limit 1`;
  if (open) {
    const row = await readOpenInvitation(tx, { id: open.id, lock: true });
    return (await useInvitation(parts, tx, row, { name, emailVerified })).id;
  }
  const domain = email.slice(email.lastIndexOf('@') + 1);
  const confirmed = await tx`
    select from alliance.single_sign_on_domain
    where member = ${member} and domain = ${domain} and confirmed_at is not null`;
  if (confirmed.length === 0 || !emailVerified) return null;
  const person = await makePerson(tx, { name, email, emailVerified, member, roles: ['viewer'] });
  await parts.acts.recordAct(tx, {
    principal: person,
    action: 'organisation:set-sign-in',
    resource: { type: 'Person', id: person.id, member },
    detail: { joinedBy: 'single sign-on', roles: ['viewer'] },
  });
  return person.id;
}

async function resolveWithin(parts: PeopleParts, tx: Tx, staff: Staff): Promise<SSOUserResolution> {
  const { member, providerId, subject, email } = staff;
  const [linked] = await tx<{ id: string; member: string }[]>`
    select u."id", u."member" from alliance."account" a join alliance."user" u on u."id" = a."userId"
    where a."providerId" = ${providerId} and a."accountId" = ${subject}`;
  if (linked) {
    return linked.member === member
      ? { action: 'link', userId: linked.id, profile: 'preserve' }
      : refuse('account_of_another_organisation');
  }
  const [known] = await tx<{ id: string; member: string }[]>`
    select "id", "member" from alliance."user" where "email" = ${email} for update`;
  if (known) {
    // The provider only says that the address is the same, which proves nothing about the account here.
    if (known.member !== member) return refuse('account_of_another_organisation');
    if (!(await askedToLink(tx, staff, known.id))) return refuse('account_not_linked');
    await linkAccount(tx, staff, known.id);
    return { action: 'link', userId: known.id, profile: 'preserve' };
  }
  const userId = await admit(parts, tx, staff);
  if (userId === null) return refuse('not_invited');
  await linkAccount(tx, staff, userId);
  return { action: 'link', userId, profile: 'preserve' };
}

/**
 * Decides which account somebody is whom an identity provider vouches for. A provider speaks for its own organisation
 * only: an account elsewhere is never reached, and one of the same address only after its person, signed in, asked for
 * it. The account library asks this with every sign-in, with a verified ID token.
 */
export async function resolveStaff(parts: PeopleParts, input: SSOUserResolutionInput): Promise<SSOUserResolution> {
  const { providerId, accountKey, providerUser } = input;
  if (input.protocol !== 'oidc') return refuse('protocol_unsupported');
  const [owner] = await parts.store.sql<{ member: string }[]>`
    select member from alliance.single_sign_on where provider_id = ${providerId}`;
  if (!owner) return refuse('provider_unknown');
  const email = providerUser.email.toLowerCase();
  const staff: Staff = {
    member: owner.member,
    providerId,
    subject: accountKey.accountId,
    email,
    emailVerified: providerUser.emailVerified === true,
    name: providerUser.name.trim().slice(0, 100) || (email.split('@', 1)[0] ?? email),
  };
  try {
    return await parts.store.transaction((tx) => resolveWithin(parts, tx, staff));
  } catch (error) {
    if (error instanceof XiangyuError && error.status < 500) return refuse(error.code.toLowerCase());
    throw error;
  }
}
