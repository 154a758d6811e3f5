import { randomUUID } from 'node:crypto';
import type { Sql, Store, Tx } from '../../store/index.ts';
import type { Acts } from '../acts/openActs.ts';
import { allianceErrors } from '../errors.ts';
import { hashSecret, isSameHash, makeSecret } from '../hashSecret.ts';
import { type Accounts, passwordLimits } from './openAccounts.ts';

/** Whether nobody is operator yet, so that the platform waits for its setup. */
export async function isSetupNeeded(sql: Sql | Tx): Promise<boolean> {
  const rows = await sql`select 1 from alliance."user" where "member" = 'operator' and 'admin' = any("roles") limit 1`;
  return rows.length === 0;
}

/**
 * Makes the one-time token with which the first operator is created; null when there is an operator already. It works for
 * 24 hours; an earlier token stops working. Only the SHA-256 is stored, so that the token can be shown this one time only:
 * put it behind the `#` of a link, where it never becomes part of a request.
 */
export async function createSetupToken(store: Store): Promise<string | null> {
  return store.transaction(async (tx) => {
    if (!(await isSetupNeeded(tx))) return null;
    const token = makeSecret();
    await tx`
      insert into alliance.setup_token (hash) values (${hashSecret(token)})
      on conflict (singleton) do update set hash = excluded.hash, created_at = now()`;
    return token;
  });
}

export interface CompleteSetupParameters {
  token: string;
  name: string;
  email: string;
  password: string;
}

/**
 * Creates the operator member and the first operator account in one transaction and uses the token up.
 *
 * @throws ALLIANCE_SETUP_DONE, ALLIANCE_SETUP_TOKEN_WRONG, ALLIANCE_PASSWORD_UNFIT
 */
export async function completeSetup(
  { store, accounts, acts }: { store: Store; accounts: Accounts; acts: Acts },
  setup: CompleteSetupParameters,
): Promise<void> {
  const { length } = setup.password;
  const { least, most } = passwordLimits;
  if (length < least || length > most) throw allianceErrors.passwordUnfit({ length, least, most });
  const { password } = await accounts.$context;
  await store.transaction(async (tx) => {
    const [open] = await tx<{ hash: Uint8Array }[]>`
      select hash from alliance.setup_token where created_at > now() - interval '24 hours' for update`;
    if (!(await isSetupNeeded(tx))) throw allianceErrors.setupDone();
    if (!open || !isSameHash(open.hash, hashSecret(setup.token))) throw allianceErrors.setupTokenWrong();
    const passwordHash = await password.hash(setup.password);
    const userId = randomUUID();
    await tx`
      insert into alliance.member (slug, name_zh, name_en, kind) values ('operator', '运营方', 'Operator', 'operator')
      on conflict (slug) do nothing`;
    await tx`
      insert into alliance."user" ("id", "name", "email", "emailVerified", "roles", "member")
      values (${userId}, ${setup.name}, ${setup.email.toLowerCase()}, false, '{admin,operator}', 'operator')`;
    await tx`
      insert into alliance."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
      values (${randomUUID()}, ${userId}, 'credential', ${userId}, ${passwordHash}, now())`;
    await tx`delete from alliance.setup_token`;
    await acts.recordAct(tx, {
      principal: null,
      action: 'platform:administer',
      resource: { type: 'Person', id: userId, member: 'operator' },
      detail: { setup: true, roles: ['admin', 'operator'] },
    });
  });
}
