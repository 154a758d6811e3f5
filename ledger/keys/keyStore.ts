import { randomBytes } from 'node:crypto';
import { isPrivate, pointFromScalar, signRecoverable } from 'tiny-secp256k1';
import { bytesToHex, type Hex, hexToBytes, keccak256 } from 'viem';
import type { Store } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';
import { type SealedKey, sealKey, unsealKey } from './sealKey.ts';

/** A signature as transactions carry it. */
interface KeySignature {
  r: Hex;
  s: Hex;
  yParity: 0 | 1;
  /** The same parity as transactions without EIP-1559 carry it, 27 or 28. */
  v: bigint;
}

/** Keys that sign for the platform. A private key is in memory only while it signs. */
export interface KeyStore {
  /** Makes a key, or finds the one of that name; gives its address in lower case. */
  createKey(name: string): Promise<Hex>;
  /** Takes a private key in, once; gives its address in lower case. */
  importKey(name: string, privateKey: Hex): Promise<Hex>;
  /** Signs a 32-byte digest with the key of an address. */
  sign(address: Hex, digest: Hex): Promise<KeySignature>;
}

interface KeyRow extends SealedKey {
  name: string;
  address: Hex;
}

const boundTo = (name: string, address: Hex) => `${name}\n${address}`;

function addressOf(privateKey: Uint8Array): Hex {
  const point = pointFromScalar(privateKey, false);
  if (!point) throw ledgerErrors.badPrivateKey({ name: 'the account' });
  return `0x${keccak256(point.subarray(1)).slice(-40)}`;
}

/** Opens the key store under a master key of 32 bytes in hexadecimal. @throws LEDGER_BAD_MASTER_KEY */
export function openKeyStore({ store, masterKey }: { store: Store; masterKey: string }): KeyStore {
  if (!/^[0-9a-f]{64}$/i.test(masterKey)) throw ledgerErrors.badMasterKey();
  const master = Buffer.from(masterKey, 'hex');

  const unseal = (row: KeyRow): Uint8Array => {
    const privateKey = unsealKey(master, row, boundTo(row.name, row.address));
    if (!privateKey) throw ledgerErrors.wrongMasterKey({ name: row.name });
    return privateKey;
  };

  /** Stores the key unless the name is taken, and makes sure that what is stored opens under this master key. */
  async function keep(name: string, privateKey: Uint8Array): Promise<Hex> {
    const address = addressOf(privateKey);
    const { salt, iv, ciphertext, tag } = sealKey(master, privateKey, boundTo(name, address));
    await store.sql`
      INSERT INTO ledger.keys (address, name, salt, iv, ciphertext, tag)
      VALUES (${address}, ${name}, ${Buffer.from(salt)}, ${Buffer.from(iv)}, ${Buffer.from(ciphertext)}, ${Buffer.from(tag)})
      ON CONFLICT DO NOTHING`;
    const [row] = await store.sql<KeyRow[]>`SELECT * FROM ledger.keys WHERE name = ${name}`;
    if (!row) throw ledgerErrors.keyUnknown({ address });
    unseal(row).fill(0);
    return row.address;
  }

  return {
    async createKey(name) {
      let privateKey = randomBytes(32);
      while (!isPrivate(privateKey)) privateKey = randomBytes(32);
      const address = await keep(name, privateKey);
      privateKey.fill(0);
      return address;
    },
    async importKey(name, privateKey) {
      if (!/^0x[0-9a-f]{64}$/i.test(privateKey)) throw ledgerErrors.badPrivateKey({ name });
      const bytes = hexToBytes(privateKey);
      if (!isPrivate(bytes)) throw ledgerErrors.badPrivateKey({ name });
      const address = await keep(name, bytes);
      bytes.fill(0);
      return address;
    },
    async sign(address, digest) {
      const [row] = await store.sql<KeyRow[]>`SELECT * FROM ledger.keys WHERE address = ${address}`;
      if (!row) throw ledgerErrors.keyUnknown({ address });
      const privateKey = unseal(row);
      const { signature, recoveryId } = signRecoverable(hexToBytes(digest), privateKey);
      privateKey.fill(0);
      return {
        r: bytesToHex(signature.subarray(0, 32)),
        s: bytesToHex(signature.subarray(32, 64)),
        yParity: recoveryId === 1 ? 1 : 0,
        v: recoveryId === 1 ? 28n : 27n,
      };
    },
  };
}
