import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A private key as it is stored: AES-256-GCM under a key of its own. */
export interface SealedKey {
  salt: Uint8Array;
  iv: Uint8Array;
  ciphertext: Uint8Array;
  tag: Uint8Array;
}

/** Each stored key has its own encryption key: HKDF-SHA-256 (RFC 5869) of the master key with a random salt. */
function deriveKey(masterKey: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, salt, 'xiangyu ledger key encryption v1', 32));
}

/** Encrypts a private key; `boundTo` (the name and address of the key) is authenticated with it. */
export function sealKey(masterKey: Uint8Array, privateKey: Uint8Array, boundTo: string): SealedKey {
  const salt = randomBytes(32);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(masterKey, salt), iv);
  cipher.setAAD(Buffer.from(boundTo));
  const ciphertext = Buffer.concat([cipher.update(privateKey), cipher.final()]);
  return { salt, iv, ciphertext, tag: cipher.getAuthTag() };
}

/** Decrypts what `sealKey` made; null when the master key or `boundTo` differs or a byte was changed. */
export function unsealKey(masterKey: Uint8Array, sealed: SealedKey, boundTo: string): Uint8Array | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', deriveKey(masterKey, sealed.salt), sealed.iv, {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(boundTo));
    decipher.setAuthTag(sealed.tag);
    return Buffer.concat([decipher.update(sealed.ciphertext), decipher.final()]);
  } catch {
    return null;
  }
}
