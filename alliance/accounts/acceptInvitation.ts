import type { Tx } from '../../store/index.ts';
import type { Principal } from '../principal.ts';
import { askAccounts, type Caller } from './askAccounts.ts';
import { type AttemptKeys, beginAttempt, forgive } from './attempts.ts';
import { peopleErrors } from './errors.ts';
import { type Invitation, type InvitationRow, readOpenInvitation, toInvitation } from './invitations.ts';
import { makePerson } from './makePerson.ts';
import type { PeopleParts } from './parts.ts';
import type { PasskeyOptions } from './passkeys.ts';
import { hashPassword, storePassword } from './passwords.ts';
import { openSession, type SignedIn } from './signIn.ts';

/**
 * Makes the account that an invitation is for, and its organisation where it founds one, and uses the invitation up. An
 * organisation that a demonstration brought along, in which nobody is yet, is taken over as it is.
 * `row` must be open and locked.
 *
 * @throws PEOPLE_ADDRESS_TAKEN, PEOPLE_SLUG_TAKEN
 */
export async function useInvitation(
  { acts }: PeopleParts,
  tx: Tx,
  row: InvitationRow,
  { name, emailVerified }: { name: string; emailVerified: boolean },
): Promise<Principal> {
  const { founds, member, roles, email, id } = row;
  if (founds) {
    const made = await tx`
      insert into alliance.member (slug, name_zh, name_en, kind, kinds)
      values (${member}, ${founds.name.zh}, ${founds.name.en}, ${founds.kinds[0] ?? 'enterprise'}, ${founds.kinds}::text[])
      on conflict (slug) do update set kinds = excluded.kinds
        where member.demo and not exists (select from alliance."user" u where u."member" = excluded.slug)
      returning slug`;
    if (made.length === 0) throw peopleErrors.slugTaken({ slug: member });
  }
  const person = await makePerson(tx, { name, email, emailVerified, member, roles });
  await tx`update alliance.invitation set accepted_at = now() where id = ${id}`;
  await acts.recordAct(tx, {
    principal: person,
    action: founds ? 'organisations:invite' : 'people:invite',
    resource: { type: 'Invitation', id, member: row.inviting_member },
    detail: { accepted: true, organisation: member, roles },
  });
  return person;
}

/** An invitation as the invited person sees it. Throws PEOPLE_INVITATION_TOKEN_WRONG, PEOPLE_TOO_MANY_ATTEMPTS. */
export async function lookAtInvitation(parts: PeopleParts, caller: Caller, token: string): Promise<Invitation> {
  return withToken(parts, caller, () => readOpenInvitation(parts.store.sql, { token }).then(toInvitation));
}

async function withToken<Answer>(
  { store }: PeopleParts,
  { address }: Caller,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const keys: AttemptKeys = { kind: 'invitation', address };
  await beginAttempt(store, keys);
  const answer = await ask();
  await forgive(store, keys);
  return answer;
}

/** The caller without its session: who accepts an invitation is nobody yet, whoever used the browser before. */
function withoutSession({ headers: given, address }: Caller): Caller {
  const headers = new Headers(given);
  const kept = (given.get('cookie') ?? '').split(/; */).filter((pair) => /xiangyu\.better-auth-passkey=/.test(pair));
  if (kept.length > 0) headers.set('cookie', kept.join('; '));
  else headers.delete('cookie');
  return { headers, address };
}

/** Begins to accept an invitation with a passkey. Throws PEOPLE_INVITATION_TOKEN_WRONG. */
export async function startInvitationPasskey(
  parts: PeopleParts,
  caller: Caller,
  { token, name }: { token: string; name: string },
): Promise<PasskeyOptions> {
  const row = await withToken(parts, caller, () => readOpenInvitation(parts.store.sql, { token }));
  const { setCookies, body } = await askAccounts(parts, withoutSession(caller), {
    path: '/passkey/generate-register-options',
    query: { context: row.id, name },
  });
  const options = body as { user: Record<string, string> };
  // The authenticator shows the address that the account will have.
  return { setCookies, options: { ...options, user: { ...options.user, name: row.email, displayName: name } } };
}

/**
 * Makes the account of an invited person whose passkey the account library has just verified; gives its id.
 *
 * @throws PEOPLE_INVITATION_TOKEN_WRONG, PEOPLE_ADDRESS_TAKEN, PEOPLE_SLUG_TAKEN
 */
export async function acceptWithPasskey(parts: PeopleParts, id: string, name: string): Promise<string> {
  const person = await parts.store.transaction(async (tx) => {
    const row = await readOpenInvitation(tx, { id, lock: true });
    return useInvitation(parts, tx, row, { name, emailVerified: row.mailed });
  });
  return person.id;
}

export interface AcceptInvitationParameters {
  token: string;
  name: string;
  password?: string | undefined;
  passkey?: { name: string; response: Record<string, unknown> } | undefined;
}

/**
 * Accepts an invitation and signs in: with a password, or with the passkey that was made for `startInvitationPasskey`.
 *
 * @throws PEOPLE_INVITATION_TOKEN_WRONG, PEOPLE_CREDENTIAL_MISSING, PEOPLE_PASSKEY_REFUSED, ALLIANCE_PASSWORD_UNFIT,
 *   PEOPLE_ADDRESS_TAKEN, PEOPLE_SLUG_TAKEN
 */
export async function acceptInvitation(
  parts: PeopleParts,
  caller: Caller,
  { token, name, password, passkey }: AcceptInvitationParameters,
): Promise<SignedIn> {
  if ((password === undefined) === (passkey === undefined)) throw peopleErrors.credentialMissing();
  const row = await withToken(parts, caller, () => readOpenInvitation(parts.store.sql, { token }));
  if (passkey) {
    const body = { ...passkey, createSession: true };
    const nobody = withoutSession(caller);
    const path = '/passkey/verify-registration';
    const { setCookies } = await parts.turns(() => askAccounts(parts, nobody, { path, body }));
    return { setCookies, secondFactorNeeded: false };
  }
  const passwordHash = await hashPassword(parts, password ?? '');
  const person = await parts.store.transaction(async (tx) => {
    const locked = await readOpenInvitation(tx, { id: row.id, lock: true });
    const made = await useInvitation(parts, tx, locked, { name, emailVerified: locked.mailed });
    await storePassword(tx, made.id, passwordHash);
    return made;
  });
  return openSession(parts, caller, { userId: person.id, method: 'invitation', secondFactor: false, remember: true });
}
