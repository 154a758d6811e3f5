import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { freeBytes } from './freeBytes.ts';
import type { Suite } from './suite.ts';

const tagBytes = 16;
const algorithm = 'aes-256-gcm';

/** AES-256-GCM of node:crypto, keys derived by HKDF-SHA-256. */
export const aesSuite: Suite = {
  name: 'A256GCM',
  tagBytes,
  derive: (key, use) => Buffer.from(hkdfSync('sha256', key, '', `xiangyu-transfer/1 ${use}`, 32)),
  seal({ key, nonce, aad, bytes }) {
    const cipher = createCipheriv(algorithm, key, nonce);
    cipher.setAAD(aad);
    const sealed = Buffer.allocUnsafeSlow(bytes.length + tagBytes);
    const ciphertext = cipher.update(bytes);
    sealed.set(ciphertext, 0);
    freeBytes(ciphertext);
    cipher.final();
    sealed.set(cipher.getAuthTag(), bytes.length);
    return sealed;
  },
  open({ key, nonce, aad, bytes }) {
    if (bytes.length < tagBytes) return null;
    const decipher = createDecipheriv(algorithm, key, nonce);
    decipher.setAAD(aad);
    decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
    const opened = decipher.update(bytes.subarray(0, bytes.length - tagBytes));
    try {
      decipher.final();
      return opened;
    } catch {
      return null;
    }
  },
};
