import { timingSafeEqual } from 'node:crypto';
import { type SmAlgorithms, smAlgorithms } from './smAlgorithms.ts';
import type { Suite } from './suite.ts';

const tagBytes = 32;

/** The counter block begins with the nonce; its last 4 bytes count the 16-byte blocks of one sealing. */
const toCounter = (nonce: Uint8Array) => Buffer.concat([nonce, Buffer.alloc(4)]);

/** SM4-CTR, then HMAC-SM3 over the additional data, the nonce and the ciphertext (encrypt-then-MAC). */
export function makeSmSuite({ sm4Ctr, hmacSm3 }: SmAlgorithms): Suite {
  const split = (key: Uint8Array) => ({
    cipherKey: hmacSm3(key, [Buffer.from('cipher')]).subarray(0, 16),
    macKey: hmacSm3(key, [Buffer.from('mac')]),
  });
  const tagOf = (macKey: Uint8Array, aad: Uint8Array, nonce: Uint8Array, ciphertext: Uint8Array) => {
    // The lengths make the parts unambiguous.
    const lengths = Buffer.alloc(16);
    lengths.writeBigUInt64BE(BigInt(aad.length), 0);
    lengths.writeBigUInt64BE(BigInt(ciphertext.length), 8);
    return hmacSm3(macKey, [lengths, aad, nonce, ciphertext]);
  };
  return {
    name: 'SM4-CTR+HMAC-SM3',
    tagBytes,
    derive: (key, use) => hmacSm3(key, [Buffer.from(`xiangyu-transfer/1 ${use}`)]),
    seal({ key, nonce, aad, bytes }) {
      const { cipherKey, macKey } = split(key);
      const ciphertext = sm4Ctr(cipherKey, toCounter(nonce), bytes);
      return Buffer.concat([ciphertext, tagOf(macKey, aad, nonce, ciphertext)]);
    },
    open({ key, nonce, aad, bytes }) {
      if (bytes.length < tagBytes) return null;
      const { cipherKey, macKey } = split(key);
      const ciphertext = bytes.subarray(0, bytes.length - tagBytes);
      const tag = tagOf(macKey, aad, nonce, ciphertext);
      if (!timingSafeEqual(tag, bytes.subarray(bytes.length - tagBytes))) return null;
      return sm4Ctr(cipherKey, toCounter(nonce), ciphertext);
    },
  };
}

/** The national algorithms as this process has them. */
export const smSuite = makeSmSuite(smAlgorithms);
