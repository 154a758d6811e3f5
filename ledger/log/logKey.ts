import { randomBytes } from 'node:crypto';
import {
  decodeHex,
  deriveVerifierKey,
  encodeHex,
  formatNote,
  formatVerifierKey,
  signNote,
  type VerifierKey,
} from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { SealedKey } from '../keys/sealKey.ts';
import { openVault } from '../keys/vault.ts';

/** The log's key. The private part is in memory only while it signs. */
export interface LogKey {
  readonly verifierKey: VerifierKey;
  /** The same as text (signed-note, Verifier keys), as it is published. */
  readonly vkey: string;
  /** Signs a text; gives it as a note with this one signature. @throws LEDGER_WRONG_MASTER_KEY */
  sign(text: string): Promise<string>;
}

export interface OpenLogKeyParameters {
  store: Store;
  masterKey: string;
  /** Name of the log, and of its key. */
  origin: string;
}

/** A row of ledger.log_keys. */
export interface LogKeyRow extends SealedKey {
  name: string;
  public_key: string;
}

/** What is authenticated with the encrypted log key, so that no row can take the place of another. */
export function bindLogKey({ name, public_key }: Pick<LogKeyRow, 'name' | 'public_key'>): string {
  return `log key\n${name}\n${public_key}`;
}

/**
 * Opens the log's Ed25519 key; makes it the first time. Of several processes that start at once one makes it.
 * @throws LEDGER_WRONG_MASTER_KEY, TLOG_BAD_VERIFIER_KEY when the origin cannot be the name of a key
 */
export async function openLogKey({ store, masterKey, origin }: OpenLogKeyParameters): Promise<LogKey> {
  const vault = openVault(masterKey);
  const read = async (): Promise<LogKeyRow | undefined> => {
    const [row] = await store.sql<LogKeyRow[]>`SELECT * FROM ledger.log_keys WHERE name = ${origin}`;
    return row;
  };
  const unseal = (row: LogKeyRow) => vault.unseal(row, bindLogKey(row), row.name);

  if (!(await read())) {
    const privateKey = randomBytes(32);
    const { publicKey } = deriveVerifierKey({ name: origin, privateKey });
    const made = { name: origin, public_key: encodeHex(publicKey) };
    await store.transaction(async (tx) => {
      const sealed = await vault.seal(tx, privateKey, bindLogKey(made));
      await tx`INSERT INTO ledger.log_keys ${tx({ ...made, ...sealed })} ON CONFLICT (name) DO NOTHING`;
    });
    privateKey.fill(0);
  }
  const row = await read();
  if (!row) throw new Error('The key of the log was not stored.');
  const privateKey = unseal(row);
  const verifierKey = deriveVerifierKey({ name: origin, privateKey });
  privateKey.fill(0);
  // The row's public key is bound to the private one by the encryption; this finds a fault of ours.
  if (encodeHex(verifierKey.publicKey) !== encodeHex(decodeHex(row.public_key, 'The public key of the log'))) {
    throw new Error('The public key of the log is not that of its private key.');
  }
  return {
    verifierKey,
    vkey: formatVerifierKey(verifierKey),
    async sign(text) {
      const present = await read();
      if (!present) throw new Error('The key of the log was removed from the database.');
      const secret = unseal(present);
      try {
        return formatNote(signNote(text, { name: origin, privateKey: secret }));
      } finally {
        secret.fill(0);
      }
    },
  };
}
