import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  type JsonWebKey,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';

/** SM2 encrypts the content's key (GB/T 32918.4, C1C3C2); SM4-CTR and HMAC-SM3 the content: encrypt, then authenticate. */
const algorithms = { alg: 'SM2', enc: 'SM4-CTR-HMAC-SM3' } as const;
const sizes = { key: 16, mac: 32, iv: 16 } as const;

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const hex = (text: string | undefined) => Buffer.from(text ?? '', 'base64url').toString('hex');

/** As in RFC 7518, section 5.2.2: over the header, the nonce, the ciphertext and the header's length in bits. */
function authenticate(key: Uint8Array, header: string, iv: Uint8Array, text: Uint8Array): Buffer {
  const bits = Buffer.alloc(8);
  bits.writeBigUInt64BE(BigInt(Buffer.byteLength(header) * 8));
  return createHmac('sm3', key).update(header).update(iv).update(text).update(bits).digest();
}

/** Seals bytes to an SM2 key, in the compact form of JWE (RFC 7516, section 3.1). */
export function sealSm(recipient: JsonWebKey, bytes: Uint8Array): string {
  const header = encode(
    Buffer.from(
      JSON.stringify({ ...algorithms, ...(typeof recipient.kid === 'string' ? { kid: recipient.kid } : {}) }),
    ),
  );
  const keys = randomBytes(sizes.mac + sizes.key);
  const iv = randomBytes(sizes.iv);
  const cipher = createCipheriv('sm4-ctr', keys.subarray(sizes.mac), iv);
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const tag = authenticate(keys.subarray(0, sizes.mac), header, iv, text);
  const wrapped = sm2.doEncrypt(keys, `04${hex(recipient.x)}${hex(recipient.y)}`, 1);
  return [header, encode(Buffer.from(wrapped, 'hex')), encode(iv), encode(text), encode(tag)].join('.');
}

/** Opens what `sealSm` sealed; throws when the key does not fit or a byte was changed. */
export function openSm(secret: JsonWebKey, jwe: string): Uint8Array {
  const [header = '', ...parts] = jwe.split('.');
  const [wrapped, iv, text, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (!wrapped || !iv || !text || !tag) throw new Error('it does not have five parts');
  const keys = Buffer.from(sm2.doDecrypt(wrapped.toString('hex'), hex(secret.d), 1, { output: 'array' }));
  if (keys.length !== sizes.mac + sizes.key) throw new Error('the key does not fit');
  const expected = authenticate(keys.subarray(0, sizes.mac), header, iv, text);
  if (tag.length !== expected.length || !timingSafeEqual(tag, expected)) throw new Error('it was changed');
  const decipher = createDecipheriv('sm4-ctr', keys.subarray(sizes.mac), iv);
  return new Uint8Array(Buffer.concat([decipher.update(text), decipher.final()]));
}
