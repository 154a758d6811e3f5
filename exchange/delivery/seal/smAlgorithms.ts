import { createCipheriv, createHmac, getCiphers, getHashes } from 'node:crypto';
import { sm3, sm4 } from 'sm-crypto-v2';

/** The two national algorithms that sealing needs: a stream (it opens what it seals) and a keyed digest of 32 bytes. */
export interface SmAlgorithms {
  sm4Ctr(key: Uint8Array, counter: Uint8Array, bytes: Uint8Array): Buffer;
  hmacSm3(key: Uint8Array, parts: readonly Uint8Array[]): Buffer;
}

/** As OpenSSL has them. */
export const nativeSm: SmAlgorithms = {
  sm4Ctr: (key, counter, bytes) => createCipheriv('sm4-ctr', key, counter).update(bytes),
  hmacSm3(key, parts) {
    const hmac = createHmac('sm3', key);
    for (const part of parts) hmac.update(part);
    return hmac.digest();
  },
};

const blockBytes = 16;

function addOne(counter: Buffer): void {
  for (let at = counter.length - 1; at >= 0; at -= 1) {
    const next = ((counter[at] ?? 0) + 1) & 0xff;
    counter[at] = next;
    if (next !== 0) return;
  }
}

/** For builds of Node whose OpenSSL leaves them out; some tens of times slower. */
export const portableSm: SmAlgorithms = {
  sm4Ctr(key, start, bytes) {
    const counter = Buffer.from(start);
    const blocks = Buffer.allocUnsafe(Math.ceil(bytes.length / blockBytes) * blockBytes);
    for (let at = 0; at < blocks.length; at += blockBytes) {
      counter.copy(blocks, at);
      addOne(counter);
    }
    const stream = sm4.encrypt(blocks, Buffer.from(key).toString('hex'), {
      mode: 'ecb',
      padding: 'none',
      output: 'array',
    });
    const result = Buffer.allocUnsafe(bytes.length);
    for (let at = 0; at < bytes.length; at += 1) result[at] = (bytes[at] ?? 0) ^ (stream[at] ?? 0);
    return result;
  },
  hmacSm3: (key, parts) =>
    Buffer.from(sm3(Buffer.concat(parts), { key: Buffer.from(key).toString('hex'), mode: 'hmac' }), 'hex'),
};

/** The fastest that this process has. */
export const smAlgorithms: SmAlgorithms =
  getCiphers().includes('sm4-ctr') && getHashes().some((name) => name.toLowerCase() === 'sm3') ? nativeSm : portableSm;
