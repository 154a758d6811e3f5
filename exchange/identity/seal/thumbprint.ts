import { createHash, type JsonWebKey } from 'node:crypto';

/** The thumbprint of a public key (RFC 7638), which names it in a seal. */
export function thumbprintOf({ kty, crv, x, y }: JsonWebKey): string {
  const members = kty === 'EC' ? { crv, kty, x, y } : { crv, kty, x };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}
