import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 random bytes as base64url text: 43 characters. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a secret. The secret has 256 bits of entropy, so that a slow password hash would add nothing. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Compares two digests in constant time. */
export function isSameHash(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
