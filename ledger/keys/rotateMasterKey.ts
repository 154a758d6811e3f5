import { type Store, type Tx, tryRole } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';
import { bindLogKey, type LogKeyRow } from '../log/logKey.ts';
import { keysErrors } from './errors.ts';
import { bindIdentityKey, type IdentityKeyRow } from './identityKeys.ts';
import { bindKey, bindWallet, type KeyRow } from './keyRows.ts';
import { type SealedKey, sealKey, unsealKey } from './sealKey.ts';
import { isMasterOf, parseMasterKey, sealCheck, toColumns } from './vault.ts';
import type { WalletRow } from './wallets.ts';

export interface RotateMasterKeyParameters {
  store: Store;
  /** The present master key and the one to come, 64 hexadecimal digits each. */
  from: string;
  to: string;
}

/** How many secrets are under the new master key now, and how many there have been of it. */
export interface RotateMasterKeyReturnType {
  secrets: number;
  generation: number;
}

/**
 * Encrypts everything in the database anew, in one SQL transaction: before its commit the old master key opens everything, after
 * it the new one. @throws KEYS_PLATFORM_RUNNING, KEYS_ROTATION_UNCHANGED, LEDGER_WRONG_MASTER_KEY, LEDGER_BAD_MASTER_KEY
 */
export async function rotateMasterKey(parameters: RotateMasterKeyParameters): Promise<RotateMasterKeyReturnType> {
  const { store } = parameters;
  const [from, to] = [parseMasterKey(parameters.from), parseMasterKey(parameters.to)];
  if (from.equals(to)) throw keysErrors.rotationUnchanged();
  // Whoever leads the lanes holds this role: a running platform goes on with the old key and would fail from here on.
  const connection = await store.openConnection();
  try {
    if (!(await tryRole(connection, 'ledger.lanes'))) throw keysErrors.platformRunning();
    return await store.transaction((tx) => rotate(tx, from, to));
  } finally {
    await connection.close();
  }
}

async function rotate(tx: Tx, from: Buffer, to: Buffer): Promise<RotateMasterKeyReturnType> {
  // Whoever encrypts something holds a share of this lock until its commit, see `openVault`.
  await tx`LOCK TABLE ledger.master_key IN EXCLUSIVE MODE`;
  if ((await isMasterOf(tx, from)) === false) throw ledgerErrors.wrongMasterKey({ name: 'that tells the master key' });
  const reseal = (row: SealedKey, boundTo: string, name: string) => {
    const secret = unsealKey(from, row, boundTo);
    if (!secret) throw ledgerErrors.wrongMasterKey({ name });
    const sealed = toColumns(sealKey(to, secret, boundTo));
    secret.fill(0);
    return sealed;
  };
  const keys = await tx<KeyRow[]>`SELECT * FROM ledger.keys FOR UPDATE`;
  for (const row of keys) {
    await tx`UPDATE ledger.keys SET ${tx(reseal(row, bindKey(row), row.name))} WHERE address = ${row.address}`;
  }
  const wallets = await tx<WalletRow[]>`SELECT * FROM ledger.wallets FOR UPDATE`;
  for (const row of wallets) {
    await tx`UPDATE ledger.wallets SET ${tx(reseal(row, bindWallet(row), row.name))} WHERE id = ${row.id}`;
  }
  const logKeys = await tx<LogKeyRow[]>`SELECT * FROM ledger.log_keys FOR UPDATE`;
  for (const row of logKeys) {
    await tx`UPDATE ledger.log_keys SET ${tx(reseal(row, bindLogKey(row), row.name))} WHERE name = ${row.name}`;
  }
  const identityKeys = await tx<IdentityKeyRow[]>`SELECT * FROM ledger.identity_keys FOR UPDATE`;
  for (const row of identityKeys) {
    const sealed = reseal(row, bindIdentityKey(row), `of ${row.tenant}`);
    await tx`UPDATE ledger.identity_keys SET ${tx(sealed)} WHERE public_key = ${Buffer.from(row.public_key)}`;
  }
  const secrets = keys.length + wallets.length + logKeys.length + identityKeys.length;
  const [check] = await tx<{ generation: number }[]>`
    INSERT INTO ledger.master_key ${tx(sealCheck(to))}
    ON CONFLICT (single) DO UPDATE SET salt = EXCLUDED.salt, iv = EXCLUDED.iv, ciphertext = EXCLUDED.ciphertext,
      tag = EXCLUDED.tag, generation = master_key.generation + 1, changed_at = now()
    RETURNING generation`;
  return { secrets, generation: check?.generation ?? 1 };
}
