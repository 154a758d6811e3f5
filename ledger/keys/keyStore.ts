import { randomBytes } from 'node:crypto';
import { isPrivate } from 'tiny-secp256k1';
import { type Hex, hexToBytes } from 'viem';
import type { Store } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';
import { askExternalSigner } from './askExternalSigner.ts';
import { addressOf, bindKey, type KeyRow, platformTenant } from './keyRows.ts';
import { type KeySignature, signDigest } from './signDigest.ts';
import { openVault, toColumns, type Vault } from './vault.ts';

export interface OpenKeyStoreParameters {
  store: Store;
  /** 32 bytes in hexadecimal. */
  masterKey: string;
}

/** What is to be signed: a 32-byte digest, and the bytes whose keccak256 it is, which external signers want to see. */
export interface SignRequest {
  digest: Hex;
  preimage?: Hex;
}

/** Keys that sign for the platform. A private key is in memory only while it signs. */
export interface KeyStore {
  /** Makes a key of the platform itself, or finds the one of that name; gives its address in lower case. */
  createKey(name: string): Promise<Hex>;
  /** Takes a private key of the platform itself in, once; gives its address in lower case. */
  importKey(name: string, privateKey: Hex): Promise<Hex>;
  /** Signs a 32-byte digest with the key of an address. @throws what `signMany` throws */
  sign(address: Hex, digest: Hex, preimage?: Hex): Promise<KeySignature>;
  /**
   * Signs several digests with the key of one address, which is decrypted once for all of them.
   * @throws LEDGER_KEY_UNKNOWN, LEDGER_WRONG_MASTER_KEY, KEYS_SIGNER_UNAVAILABLE (retryable), KEYS_SIGNER_REFUSED, KEYS_SIGNER_WRONG
   */
  signMany(address: Hex, requests: readonly SignRequest[]): Promise<KeySignature[]>;
}

/** A private key from text. @throws LEDGER_BAD_PRIVATE_KEY */
export function parsePrivateKey(name: string, privateKey: Hex): Uint8Array {
  if (!/^0x[0-9a-f]{64}$/i.test(privateKey)) throw ledgerErrors.badPrivateKey({ name });
  const bytes = hexToBytes(privateKey);
  if (!isPrivate(bytes)) throw ledgerErrors.badPrivateKey({ name });
  return bytes;
}

/** A new private key. */
export function makePrivateKey(): Uint8Array {
  let privateKey = randomBytes(32);
  while (!isPrivate(privateKey)) privateKey = randomBytes(32);
  return privateKey;
}

/** Opens the key store under a master key of 32 bytes in hexadecimal. @throws LEDGER_BAD_MASTER_KEY */
export function openKeyStore({ store, masterKey }: OpenKeyStoreParameters): KeyStore {
  const vault = openVault(masterKey);

  async function signMany(address: Hex, requests: readonly SignRequest[]): Promise<KeySignature[]> {
    const [row] = await store.sql<KeyRow[]>`SELECT * FROM ledger.keys WHERE address = ${address}`;
    if (!row) throw ledgerErrors.keyUnknown({ address });
    const secret = vault.unseal(row, bindKey(row), row.name);
    try {
      if (row.kind === 'external') return await askExternalSigner(row, secret, requests);
      return requests.map(({ digest }) => signDigest(secret, digest));
    } finally {
      secret.fill(0);
    }
  }

  return {
    async createKey(name) {
      const privateKey = makePrivateKey();
      const address = await keep({ store, vault, name, privateKey });
      privateKey.fill(0);
      return address;
    },
    async importKey(name, privateKey) {
      const bytes = parsePrivateKey(name, privateKey);
      const address = await keep({ store, vault, name, privateKey: bytes });
      bytes.fill(0);
      return address;
    },
    async sign(address, digest, preimage) {
      const [signature] = await signMany(address, [{ digest, ...(preimage === undefined ? {} : { preimage }) }]);
      return signature as KeySignature;
    },
    signMany,
  };
}

interface KeepParameters {
  store: Store;
  vault: Vault;
  name: string;
  privateKey: Uint8Array;
}

/** Stores a key of the platform unless the name is taken, and makes sure that what is stored opens under this master key. */
async function keep({ store, vault, name, privateKey }: KeepParameters): Promise<Hex> {
  const address = addressOf(privateKey);
  const identity = { tenant: platformTenant, name, address, url: null };
  return store.transaction(async (tx) => {
    const sealed = toColumns(await vault.seal(tx, privateKey, bindKey(identity)));
    await tx`INSERT INTO ledger.keys ${tx({ ...identity, ...sealed })} ON CONFLICT DO NOTHING`;
    const [row] = await tx<KeyRow[]>`SELECT * FROM ledger.keys WHERE tenant = ${platformTenant} AND name = ${name}`;
    if (!row) throw ledgerErrors.keyUnknown({ address });
    vault.unseal(row, bindKey(row), row.name).fill(0);
    return row.address;
  });
}
