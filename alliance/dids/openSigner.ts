import type { Ledger } from '../../ledger/index.ts';
import type { Sql, Tx } from '../../store/index.ts';
import { methodIds } from './didDocument.ts';
import { didErrors } from './errors.ts';
import { readDid, readKeys } from './readDids.ts';

/** Signs as a DID. */
export interface DidSigner {
  did: string;
  /** The key as Multikey and as JsonWebKey in the DID document. */
  multikeyId: string;
  jwkId: string;
  publicKey: Uint8Array;
  /** Ed25519 signature of 64 bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

export interface OpenSignerParameters {
  sql: Sql | Tx;
  ledger: Pick<Ledger, 'identityKeys'>;
  did: string;
  /** A retired key that a credential is bound to; otherwise the present one. */
  publicKey?: Uint8Array | undefined;
  /** Reads the sealed key in this SQL transaction. */
  tx?: Tx | undefined;
}

const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/** A signer with a key of a hosted DID. @throws DID_UNKNOWN, DID_NOT_HOSTED */
export async function openSigner({ sql, ledger, did, publicKey, tx }: OpenSignerParameters): Promise<DidSigner> {
  const row = await readDid(sql, did);
  if (!row) throw didErrors.unknown({ did });
  if (row.kind === 'own') throw didErrors.notHosted({ did });
  const keys = await readKeys(sql, did);
  const key = keys.find((one) =>
    publicKey ? isSame(one.publicKey, publicKey) && !one.compromised : one.validTo === null,
  );
  if (!key) throw didErrors.unknown({ did });
  return {
    did,
    ...methodIds(did, key.publicKey),
    publicKey: key.publicKey,
    sign: (message) => ledger.identityKeys.sign({ tenant: did, publicKey: key.publicKey }, message, tx),
  };
}
