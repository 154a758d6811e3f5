import type { Principal } from '../principal.ts';
import type { PeopleParts } from './parts.ts';
import { findPasskeys, type Passkey } from './passkeys.ts';
import { throwCause } from './throwCause.ts';
import { findWallets, type LinkedWallet } from './wallets.ts';

/** The own account. */
export interface Account {
  id: string;
  name: string;
  email: string;
  member: string;
  roles: Principal['roles'];
  hasPassword: boolean;
  secondFactor: {
    enrolled: boolean;
    recoveryCodesLeft: number;
    requiredByOrganisation: boolean;
    usedInThisSession: boolean;
  };
  passkeys: Passkey[];
  wallets: LinkedWallet[];
  singleSignOn: boolean;
}

interface Row {
  name: string;
  email: string;
  enrolled: boolean;
  hasPassword: boolean;
  singleSignOn: boolean;
}

async function countRecoveryCodes({ store, accounts }: PeopleParts, userId: string): Promise<number> {
  const shown = await accounts.api
    .viewBackupCodes({ body: { userId } })
    .catch((error: unknown) => throwCause(store, error));
  return shown.backupCodes.length;
}

/** Reads the account of whoever is signed in. */
export async function readAccount(parts: PeopleParts, principal: Principal): Promise<Account> {
  const { id, member, roles, secondFactor, secondFactorNeeded = false } = principal;
  const [row] = await parts.store.sql<Row[]>`
    select u."name", u."email", u."twoFactorEnabled" as enrolled,
      exists(select from alliance."account" a where a."userId" = u."id" and a."providerId" = 'credential')
        as "hasPassword",
      exists(select from alliance."account" a where a."userId" = u."id" and a."providerId" <> 'credential')
        as "singleSignOn"
    from alliance."user" u where u."id" = ${id}`;
  if (!row) throw new Error('a signed-in person has no account');
  const { enrolled, ...known } = row;
  return {
    id,
    member,
    roles,
    ...known,
    secondFactor: {
      enrolled,
      recoveryCodesLeft: enrolled ? await countRecoveryCodes(parts, id) : 0,
      requiredByOrganisation: secondFactorNeeded,
      usedInThisSession: secondFactor,
    },
    passkeys: await findPasskeys(parts, id),
    wallets: await findWallets(parts, id),
  };
}

/** Changes the own name, and nothing else. */
export async function renameAccount({ store: { sql } }: PeopleParts, { id, name }: { id: string; name: string }) {
  await sql`update alliance."user" set "name" = ${name}, "updatedAt" = now() where "id" = ${id}`;
}
