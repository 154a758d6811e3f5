import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import type { Store, Tx } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';
import type { SealedKey } from './sealKey.ts';
import { openVault } from './vault.ts';

/** A row of ledger.identity_keys. */
export interface IdentityKeyRow extends SealedKey {
  public_key: Uint8Array;
  tenant: string;
}

/** Ed25519 keys (RFC 8032) that the platform keeps for members, to sign with as their DIDs. None leaves this room. */
export interface IdentityKeys {
  /** Makes a key in the caller's SQL transaction and gives its public key, 32 bytes. @throws LEDGER_WRONG_MASTER_KEY */
  create(tx: Tx, owner: { tenant: string }): Promise<Uint8Array>;
  /** Signs with a tenant's key; gives 64 bytes. @throws LEDGER_KEY_UNKNOWN, LEDGER_WRONG_MASTER_KEY */
  sign(key: { tenant: string; publicKey: Uint8Array }, message: Uint8Array, tx?: Tx): Promise<Uint8Array>;
}

/** What precedes the 32 bytes of a seed in its PKCS #8 form (RFC 8410, section 7). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** What is authenticated with the encrypted seed of a key. */
export function bindIdentityKey({ public_key, tenant }: Pick<IdentityKeyRow, 'public_key' | 'tenant'>): string {
  return `identity\n${tenant}\n${hexOf(public_key)}`;
}

function openSeed(seed: Uint8Array) {
  const der = Buffer.concat([pkcs8Prefix, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  return key;
}

/** Opens the keys under a master key of 64 hexadecimal digits. @throws LEDGER_BAD_MASTER_KEY */
export function openIdentityKeys({ store, masterKey }: { store: Store; masterKey: string }): IdentityKeys {
  const vault = openVault(masterKey);
  return {
    async create(tx, { tenant }) {
      const seed = randomBytes(32);
      const { x = '' } = createPublicKey(openSeed(seed)).export({ format: 'jwk' });
      const public_key = Buffer.from(x, 'base64url');
      const sealed = await vault.seal(tx, seed, bindIdentityKey({ public_key, tenant }));
      seed.fill(0);
      await tx`INSERT INTO ledger.identity_keys ${tx({ public_key, tenant, ...sealed })}`;
      return new Uint8Array(public_key);
    },
    async sign({ tenant, publicKey }, message, tx) {
      const sql = tx ?? store.sql;
      const [row] = await sql<IdentityKeyRow[]>`
        SELECT * FROM ledger.identity_keys WHERE public_key = ${Buffer.from(publicKey)} AND tenant = ${tenant}`;
      if (!row) throw ledgerErrors.keyUnknown({ address: hexOf(publicKey) });
      const seed = vault.unseal(row, bindIdentityKey(row), `of ${tenant}`);
      try {
        return new Uint8Array(sign(null, message, openSeed(seed)));
      } finally {
        seed.fill(0);
      }
    },
  };
}
