import { ed25519 } from '@noble/curves/ed25519.js';
import type { JsonValue } from '../canonicalizeJson.ts';

/** Checks an Ed25519 signature (RFC 8032). */
export type VerifySignature = (p: { publicKey: Uint8Array; message: Uint8Array; signature: Uint8Array }) => boolean;

/** The check in plain JavaScript, for any browser. */
export const verifyEd25519: VerifySignature = ({ publicKey, message, signature }) => {
  try {
    return signature.length === 64 && ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
};

/** A compact JWS as read; nothing of it is verified. */
export interface ReadJws {
  header: { [key: string]: JsonValue };
  /** The payload's bytes as text. */
  text: string;
  payload: { [key: string]: JsonValue };
  message: Uint8Array;
  signature: Uint8Array;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Value of each ASCII letter; 255 for others. */
const values = new Uint8Array(128).fill(255);
for (let value = 0; value < alphabet.length; value += 1) values[alphabet.charCodeAt(value)] = value;

/** Bytes from base64url without padding (RFC 4648 §5); null for another text, also for one whose unused bits are not zero. */
export function decodeBase64Url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let at = 0;
  for (let letter = 0; letter < text.length; letter += 1) {
    const value = values[text.charCodeAt(letter)] ?? 255;
    if (value === 255) return null;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[at] = (bits >> count) & 0xff;
      at += 1;
    }
  }
  return (bits & ((1 << count) - 1)) === 0 ? bytes : null;
}

const isObject = (value: unknown): value is { [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readPart(part: string): { text: string; value: { [key: string]: JsonValue } } | null {
  const bytes = decodeBase64Url(part);
  if (!bytes) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { text, value } : null;
  } catch {
    return null;
  }
}

/** Reads a compact JWS (RFC 7515 §7.1); null when it is none. */
export function readJws(jws: string): ReadJws | null {
  const [head = '', body = '', end = '', ...more] = jws.split('.');
  const header = readPart(head);
  const payload = readPart(body);
  const signature = decodeBase64Url(end);
  if (!header || !payload || !signature || more.length > 0) return null;
  const message = new TextEncoder().encode(`${head}.${body}`);
  return { header: header.value, text: payload.text, payload: payload.value, message, signature };
}
