import { createHash } from 'node:crypto';
import { decodeBase58, encodeBase58 } from './base58.ts';

/** An Ed25519 public key as JSON Web Key (RFC 8037). */
export interface PublicJwk {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
}

/** Multicodec prefix of Ed25519 public keys, 0xed as varint. */
const prefix = [0xed, 0x01];

/** A public key of 32 bytes as Multikey has it, `z6Mk…`. */
export function toMultibase(publicKey: Uint8Array): string {
  return `z${encodeBase58(new Uint8Array([...prefix, ...publicKey]))}`;
}

/** The Ed25519 public key of a multibase text; null when it is none. */
export function fromMultibase(text: string): Uint8Array | null {
  const bytes = text.startsWith('z') ? decodeBase58(text.slice(1)) : null;
  if (bytes?.length !== 34 || bytes[0] !== prefix[0] || bytes[1] !== prefix[1]) return null;
  return bytes.slice(2);
}

/** A public key of 32 bytes as JSON Web Key. */
export function toJwk(publicKey: Uint8Array): PublicJwk {
  return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
}

/** The Ed25519 public key of a JSON Web Key; null when it is another. */
export function fromJwk(jwk: unknown): Uint8Array | null {
  const { kty, crv, x } = (jwk ?? {}) as Record<string, unknown>;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string') return null;
  const bytes = new Uint8Array(Buffer.from(x, 'base64url'));
  return bytes.length === 32 ? bytes : null;
}

/** The thumbprint of a public key (RFC 7638), which names it as JSON Web Key. */
export function thumbprintOf(publicKey: Uint8Array): string {
  const { crv, kty, x } = toJwk(publicKey);
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

const didKeyPrefix = 'did:key:';

/** The did:key of a public key of 32 bytes. */
export function didKeyOf(publicKey: Uint8Array): string {
  return `${didKeyPrefix}${toMultibase(publicKey)}`;
}

/** The Ed25519 public key that a did:key is; null when it is none. */
export function publicKeyOfDid(did: string): Uint8Array | null {
  return did.startsWith(didKeyPrefix) ? fromMultibase(did.slice(didKeyPrefix.length)) : null;
}
