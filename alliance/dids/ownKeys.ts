import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { type DidDocument, type DidKey, makeDidDocument, methodIds } from './didDocument.ts';
import { didWebUrl } from './didWeb.ts';
import { didErrors } from './errors.ts';
import type { DidSigner } from './openSigner.ts';
import { fromJwk } from './publicKey.ts';

/** A key that its owner keeps on its own machine; times are ISO 8601. */
interface OwnKey {
  /** JSON Web Key with the private part `d` (RFC 8037). */
  jwk: { kty: 'OKP'; crv: 'Ed25519'; x: string; d: string };
  validFrom: string;
  validTo: string | null;
  compromised: boolean;
}

/** The secrets of a DID on its owner's own domain: what the file `did.key.json` holds. */
export interface OwnDid {
  did: string;
  alsoKnownAs: string[];
  /** The present one is last. */
  keys: OwnKey[];
}

const stamp = (time: Date) => time.toISOString().replace(/\.\d+Z$/, 'Z');

function makeKey(now: Date): OwnKey {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { jwk: jwk as OwnKey['jwk'], validFrom: stamp(now), validTo: null, compromised: false };
}

/** Makes the first key of a did:web. @throws DID_INVALID */
export function createOwnDid(did: string, alsoKnownAs: readonly string[] = []): OwnDid {
  didWebUrl(did);
  return { did, alsoKnownAs: [...alsoKnownAs], keys: [makeKey(new Date())] };
}

/** Retires the present key and makes another. */
export function rotateOwnDid(own: OwnDid, { compromised }: { compromised: boolean }): OwnDid {
  const now = new Date();
  const keys = own.keys.map((key) => (key.validTo === null ? { ...key, validTo: stamp(now), compromised } : key));
  return { ...own, keys: [...keys, makeKey(now)] };
}

const isOwnKey = (value: unknown): value is OwnKey => {
  const { jwk, validFrom, validTo } = (value ?? {}) as Partial<OwnKey>;
  const isTime = (time: unknown) => typeof time === 'string' && !Number.isNaN(Date.parse(time));
  return (
    fromJwk(jwk) !== null && typeof jwk?.d === 'string' && isTime(validFrom) && (validTo === null || isTime(validTo))
  );
};

/** Reads what a key file holds. @throws DID_DOCUMENT_WRONG, DID_INVALID */
export function parseOwnDid(value: unknown): OwnDid {
  const { did, alsoKnownAs = [], keys } = (value ?? {}) as Partial<OwnDid>;
  const isWhole = typeof did === 'string' && Array.isArray(keys) && keys.length > 0 && keys.every(isOwnKey);
  if (!isWhole)
    throw didErrors.documentWrong(
      { did: String(did), problem: 'is no key file of a DID' },
      { zh: { problem: '不是 DID 的密钥文件' } },
    );
  didWebUrl(did);
  return { did, alsoKnownAs, keys };
}

/** The document to publish on the own domain. */
export function ownDidDocument({ did, alsoKnownAs, keys }: OwnDid): DidDocument {
  const read = keys.map(
    ({ jwk, validFrom, validTo, compromised }): DidKey => ({
      publicKey: fromJwk(jwk) ?? new Uint8Array(),
      validFrom: new Date(validFrom),
      validTo: validTo === null ? null : new Date(validTo),
      compromised,
    }),
  );
  return makeDidDocument({ did, keys: read, alsoKnownAs });
}

/** A signer with the present key, or with the one that a credential is bound to. @throws DID_UNKNOWN */
export function ownSigner({ did, keys }: OwnDid, wanted?: Uint8Array): DidSigner {
  const isWanted = ({ jwk, validTo, compromised }: OwnKey) =>
    wanted ? !compromised && Buffer.compare(fromJwk(jwk) ?? new Uint8Array(), wanted) === 0 : validTo === null;
  const found = keys.find(isWanted);
  const publicKey = fromJwk(found?.jwk);
  if (!found || !publicKey) throw didErrors.unknown({ did });
  const key = createPrivateKey({ key: found.jwk, format: 'jwk' });
  return {
    did,
    ...methodIds(did, publicKey),
    publicKey,
    sign: async (message) => new Uint8Array(sign(null, message, key)),
  };
}
