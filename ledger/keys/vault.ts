import type { Sql, Tx } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';
import { type SealedKey, sealKey, unsealKey } from './sealKey.ts';

/** Encrypts and decrypts secrets in the database under the master key. */
export interface Vault {
  /**
   * Encrypts a secret for a row that is written in the same SQL transaction, so that a change of the master key cannot
   * come between. @throws LEDGER_WRONG_MASTER_KEY
   */
  seal(tx: Tx, secret: Uint8Array, boundTo: string): Promise<SealedKey>;
  /** Decrypts what `seal` made; fill it with zeros after use. `name` is for the error. @throws LEDGER_WRONG_MASTER_KEY */
  unseal(sealed: SealedKey, boundTo: string, name: string): Uint8Array;
}

const checkText = new TextEncoder().encode('xiangyu master key check');
const checkBinding = 'ledger.master_key';

/** The bytes of a master key of 64 hexadecimal digits. @throws LEDGER_BAD_MASTER_KEY */
export function parseMasterKey(masterKey: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(masterKey)) throw ledgerErrors.badMasterKey();
  return Buffer.from(masterKey, 'hex');
}

/** The columns of what is encrypted, as the driver wants them. */
export function toColumns({ salt, iv, ciphertext, tag }: SealedKey): Record<keyof SealedKey, Buffer> {
  return { salt: Buffer.from(salt), iv: Buffer.from(iv), ciphertext: Buffer.from(ciphertext), tag: Buffer.from(tag) };
}

/** What `ledger.master_key` holds for a master key. */
export function sealCheck(master: Uint8Array): Record<keyof SealedKey, Buffer> {
  return toColumns(sealKey(master, checkText, checkBinding));
}

/** Whether the database belongs to this master key; null when it holds nothing encrypted yet. */
export async function isMasterOf(sql: Sql | Tx, master: Uint8Array): Promise<boolean | null> {
  const [check] = await sql<SealedKey[]>`SELECT salt, iv, ciphertext, tag FROM ledger.master_key`;
  if (check) return unsealKey(master, check, checkBinding) !== null;
  // A database from before the check row: any of its keys tells.
  const [key] = await sql<(SealedKey & { name: string; address: string })[]>`
    SELECT * FROM ledger.keys WHERE tenant = 'ledger' AND kind = 'single' LIMIT 1`;
  return key ? unsealKey(master, key, `${key.name}\n${key.address}`) !== null : null;
}

/** Opens the vault under a master key of 64 hexadecimal digits. @throws LEDGER_BAD_MASTER_KEY */
export function openVault(masterKey: string): Vault {
  const master = parseMasterKey(masterKey);
  return {
    async seal(tx, secret, boundTo) {
      // Held until the caller's commit: a rotation waits for it, and this waits for a rotation.
      const [check] = await tx<SealedKey[]>`SELECT salt, iv, ciphertext, tag FROM ledger.master_key FOR SHARE`;
      const isOurs = check ? unsealKey(master, check, checkBinding) !== null : await writeCheck(tx, master);
      if (!isOurs) throw ledgerErrors.wrongMasterKey({ name: 'that tells the master key' });
      return toColumns(sealKey(master, secret, boundTo));
    },
    unseal(sealed, boundTo, name) {
      const secret = unsealKey(master, sealed, boundTo);
      if (!secret) throw ledgerErrors.wrongMasterKey({ name });
      return secret;
    },
  };
}

async function writeCheck(tx: Tx, master: Uint8Array): Promise<boolean> {
  if ((await isMasterOf(tx, master)) === false) return false;
  await tx`INSERT INTO ledger.master_key ${tx(sealCheck(master))} ON CONFLICT DO NOTHING`;
  // Another process may have been first, under a key of its own.
  return (await isMasterOf(tx, master)) === true;
}
