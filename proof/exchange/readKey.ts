import type { JsonValue } from '../canonicalizeJson.ts';
import { decodeBase64Url } from './readJws.ts';

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Multicodec of Ed25519 public keys, `ed25519-pub` as varint. */
const prefix = [0xed, 0x01];

/** The Ed25519 key of a Multikey (`z` and base58btc); null for another. */
function readMultikey(multikey: string): Uint8Array | null {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{46,48}$/.test(multikey)) return null;
  let number = 0n;
  for (const letter of multikey.slice(1)) number = number * 58n + BigInt(alphabet.indexOf(letter));
  const bytes = new Uint8Array(34);
  for (let at = bytes.length - 1; at >= 0; at -= 1) {
    bytes[at] = Number(number & 0xffn);
    number >>= 8n;
  }
  return number === 0n && bytes[0] === prefix[0] && bytes[1] === prefix[1] ? bytes.slice(2) : null;
}

/** The Ed25519 key of a did:key; null for another DID. */
export function keyOfDid(did: string): Uint8Array | null {
  return did.startsWith('did:key:') ? readMultikey(did.slice('did:key:'.length)) : null;
}

/** The DID whose only key a `kid` names; null when it names no did:key. */
export function didOfKid(kid: JsonValue | undefined): string | null {
  if (typeof kid !== 'string') return null;
  const [did = '', fragment, ...more] = kid.split('#');
  return more.length === 0 && keyOfDid(did) && fragment === did.slice('did:key:'.length) ? did : null;
}

const isObject = (value: JsonValue | undefined): value is { [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The Ed25519 key that a DID document lists under a `kid`, as Multikey or JsonWebKey; null when there is none. */
export function keyOfDocument(document: JsonValue, kid: string): Uint8Array | null {
  if (!isObject(document) || !Array.isArray(document.verificationMethod)) return null;
  const method = document.verificationMethod.find((entry) => isObject(entry) && entry.id === kid);
  if (!isObject(method) || method.revoked !== undefined) return null;
  if (typeof method.publicKeyMultibase === 'string') return readMultikey(method.publicKeyMultibase);
  const jwk = method.publicKeyJwk;
  if (!isObject(jwk) || jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || typeof jwk.x !== 'string') return null;
  const bytes = decodeBase64Url(jwk.x);
  return bytes?.length === 32 ? bytes : null;
}
