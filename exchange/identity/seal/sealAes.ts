import type { JsonWebKey } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, importJWK } from 'jose';

const algorithms = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM' } as const;

/** Seals bytes to an X25519 key: JWE (RFC 7516) with ECDH-ES+A256KW and A256GCM. */
export async function sealAes(recipient: JsonWebKey, bytes: Uint8Array): Promise<string> {
  const { kty, crv, x } = recipient;
  const key = await importJWK({ kty: kty ?? '', crv: crv ?? '', x: x ?? '' }, algorithms.alg);
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ ...algorithms, ...(typeof recipient.kid === 'string' ? { kid: recipient.kid } : {}) })
    .encrypt(key);
}

/** Opens what `sealAes` sealed; throws when the key does not fit or a byte was changed. */
export async function openAes(secret: JsonWebKey, jwe: string): Promise<Uint8Array> {
  const { kty = '', crv = '', x = '', d = '' } = secret;
  const key = await importJWK({ kty, crv, x, d }, algorithms.alg);
  const { plaintext } = await compactDecrypt(jwe, key, {
    keyManagementAlgorithms: [algorithms.alg],
    contentEncryptionAlgorithms: [algorithms.enc],
  });
  return plaintext;
}
