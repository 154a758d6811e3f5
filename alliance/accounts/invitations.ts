import { randomUUID } from 'node:crypto';
import type { Tx } from '../../store/index.ts';
import { hashSecret, makeSecret } from '../hashSecret.ts';
import type { Language } from '../mail/templates.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../page.ts';
import type { Principal, Role } from '../principal.ts';
import { peopleErrors } from './errors.ts';
import type { PeopleParts } from './parts.ts';

/** An organisation that an invitation founds. */
export interface NewOrganisation {
  slug: string;
  name: { zh: string; en: string };
  kinds: string[];
}

/** An invitation as whoever made it sees it; its token is in the link only. */
export interface Invitation {
  id: string;
  email: string;
  roles: Role[];
  organisation: { slug: string; name: { zh: string; en: string }; isNew: boolean };
  state: 'open' | 'accepted' | 'revoked' | 'expired';
  invitedBy: string | null;
  createdAt: string;
  expiresAt: string;
}

/** An invitation in the database. */
export interface InvitationRow {
  id: string;
  sequence: string;
  email: string;
  roles: Role[];
  member: string;
  founds: NewOrganisation | null;
  inviting_member: string;
  mailed: boolean;
  created_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
  revoked_at: Date | null;
  name_zh: string | null;
  name_en: string | null;
  inviter: string | null;
}

function stateOf({ accepted_at, revoked_at, expires_at }: InvitationRow): Invitation['state'] {
  if (accepted_at) return 'accepted';
  if (revoked_at) return 'revoked';
  return expires_at <= new Date() ? 'expired' : 'open';
}

/** An invitation from its row. */
export const toInvitation = (row: InvitationRow): Invitation => ({
  id: row.id,
  email: row.email,
  roles: row.roles,
  organisation: {
    slug: row.member,
    name: row.founds?.name ?? { zh: row.name_zh ?? row.member, en: row.name_en ?? row.member },
    isNew: row.founds !== null,
  },
  state: stateOf(row),
  invitedBy: row.inviter,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});

/** An invitation was made. */
export interface Invited extends Invitation {
  /** For the inviter to hand over; null when it was sent by mail. */
  link: string | null;
}

export interface InviteParameters {
  principal: Principal;
  email: string;
  roles: Role[];
  language: Language;
  /** Invites the first administrator of an organisation that is founded with it. */
  founds?: NewOrganisation | undefined;
}

/** Of one organisation a day: enough for all its people, too few to flood mailboxes. */
const mostADay = 500;

async function checkCount(tx: Tx, member: string): Promise<void> {
  const [made] = await tx<{ count: number }[]>`
    select count(*)::int as count from alliance.invitation
    where inviting_member = ${member} and created_at > now() - interval '1 day'`;
  if ((made?.count ?? 0) >= mostADay) throw peopleErrors.tooManyInvitations({ most: mostADay });
}

async function checkFree(tx: Tx, { principal, email, founds }: InviteParameters): Promise<void> {
  if (founds) {
    await tx`select pg_advisory_xact_lock(hashtextextended(${`alliance.slug ${founds.slug}`}, 0))`;
    const taken = await tx`
      select 1 from alliance.member m
      where slug = ${founds.slug} and not (demo and not exists (select from alliance."user" u where u."member" = m.slug))
      union all
      select 1 from alliance.invitation
      where member = ${founds.slug} and accepted_at is null and revoked_at is null and expires_at > now()`;
    if (taken.length > 0 || founds.slug === 'ledger') throw peopleErrors.slugTaken({ slug: founds.slug });
    return;
  }
  // Of people elsewhere nothing is told: the invitation is made all the same, and refused to whoever opens it.
  const known = await tx`
    select from alliance."user" where "email" = ${email.toLowerCase()} and "member" = ${principal.member}`;
  if (known.length > 0) throw peopleErrors.personExists();
}

/**
 * Invites somebody into the inviter's organisation, or the first administrator of a new one. An open invitation of the
 * same address from the same organisation ends.
 *
 * @throws PEOPLE_PERSON_EXISTS, PEOPLE_SLUG_TAKEN, PEOPLE_TOO_MANY_INVITATIONS
 */
export async function invite(parts: PeopleParts, parameters: InviteParameters): Promise<Invited> {
  const { store, mail, acts, baseUrl } = parts;
  const { principal, roles, language, founds } = parameters;
  const email = parameters.email.toLowerCase();
  const member = founds?.slug ?? principal.member;
  const [id, token] = [randomUUID(), makeSecret()];
  const link = `${new URL('/invitation', baseUrl).href}#${token}`;
  return store.transaction(async (tx) => {
    await checkCount(tx, principal.member);
    await checkFree(tx, parameters);
    await tx`
      update alliance.invitation set revoked_at = now()
      where email = ${email} and inviting_member = ${principal.member} and member = ${member}
        and accepted_at is null and revoked_at is null`;
    await tx`
      insert into alliance.invitation (id, hash, email, roles, member, founds, invited_by, inviting_member, language,
        mailed, expires_at)
      values (${id}, ${hashSecret(token)}, ${email}, ${roles}::text[], ${member}, ${founds ? tx.json({ ...founds }) : null},
        ${principal.kind === 'person' ? principal.id : null}, ${principal.member}, ${language}, ${mail.isOn},
        now() + interval '7 days')`;
    const row = await readRow(tx, id);
    if (!row) throw new Error('the database stored no invitation');
    const invitation = toInvitation(row);
    const organisation = invitation.organisation.name[language === 'en' ? 'en' : 'zh'];
    await mail.queue(tx, {
      to: email,
      template: founds ? 'organisationInvitation' : 'invitation',
      language,
      values: { inviter: principal.name, organisation, link },
    });
    await acts.recordAct(tx, {
      principal,
      action: founds ? 'organisations:invite' : 'people:invite',
      resource: { type: 'Invitation', id, member: principal.member },
      detail: { email, roles, organisation: member },
    });
    return { ...invitation, link: mail.isOn ? null : link };
  });
}

const columns = (tx: Tx | PeopleParts['store']['sql']) => tx`
  i.*, m.name_zh, m.name_en, u."name" as inviter
  from alliance.invitation i
  left join alliance.member m on m.slug = i.member
  left join alliance."user" u on u."id" = i.invited_by`;

async function readRow(tx: Tx, id: string): Promise<InvitationRow | undefined> {
  const [row] = await tx<InvitationRow[]>`select ${columns(tx)} where i.id = ${id}`;
  return row;
}

/** Reads an open invitation by its token, locked when asked for. Throws PEOPLE_INVITATION_TOKEN_WRONG. */
export async function readOpenInvitation(
  tx: Tx | PeopleParts['store']['sql'],
  by: { token: string } | { id: string; lock: true },
): Promise<InvitationRow> {
  const [row] =
    'token' in by
      ? await tx<InvitationRow[]>`select ${columns(tx)} where i.hash = ${hashSecret(by.token)}`
      : await tx<InvitationRow[]>`select ${columns(tx)} where i.id = ${by.id} for update of i`;
  if (!row || stateOf(row) !== 'open') throw peopleErrors.invitationTokenWrong();
  return row;
}

export interface FindInvitationsParameters extends PageParameters {
  member: string;
  /** Whether those that found organisations are listed, or those into the own one. */
  founding: boolean;
}

/** Lists the invitations that an organisation made, newest first. */
export async function findInvitations(
  { store: { sql } }: PeopleParts,
  { member, founding, perPage, pageToken }: FindInvitationsParameters,
): Promise<Page<Invitation>> {
  const [before] = readPageToken(pageToken, 1);
  const rows = await sql<InvitationRow[]>`
    select ${columns(sql)}
    where i.inviting_member = ${member} and (i.founds is not null) = ${founding}
      and (${before ?? null}::bigint is null or i.sequence < ${before ?? null}::bigint)
    order by i.sequence desc limit ${perPage + 1}`;
  const { items, nextPageToken } = toPage(rows, perPage, (row) => [row.sequence]);
  return { items: items.map(toInvitation), nextPageToken };
}

/** Takes an open invitation back. Throws PEOPLE_INVITATION_UNKNOWN, PEOPLE_INVITATION_CLOSED. */
export async function revokeInvitation(
  { store, acts }: PeopleParts,
  { principal, id }: { principal: Principal; id: string },
): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw peopleErrors.invitationUnknown({ id });
  await store.transaction(async (tx) => {
    const [row] = await tx<InvitationRow[]>`
      select * from alliance.invitation where id = ${id} and inviting_member = ${principal.member} for update`;
    if (!row) throw peopleErrors.invitationUnknown({ id });
    if (stateOf(row) !== 'open') throw peopleErrors.invitationClosed();
    await tx`update alliance.invitation set revoked_at = now() where id = ${id}`;
    await acts.recordAct(tx, {
      principal,
      action: row.founds ? 'organisations:invite' : 'people:invite',
      resource: { type: 'Invitation', id, member: principal.member },
      detail: { revoked: true, email: row.email, organisation: row.member },
    });
  });
}
