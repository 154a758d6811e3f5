import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { canonicalizeJson, type JsonValue } from './canonicalizeJson.ts';
import { decodeHex, encodeHex } from './hashes.ts';

/**
 * SHA-256(salt ‖ UTF-8(RFC 8785(payload))) as lower-case hexadecimal; the salt is 32 bytes in hexadecimal. The salt keeps a
 * short payload from being guessed, so that erasing payload and salt erases the content although the digest stays.
 */
export function digestPayload(saltHex: string, payload: JsonValue): string {
  const salt = decodeHex(saltHex, 'The salt');
  return encodeHex(sha256(concatBytes(salt, new TextEncoder().encode(canonicalizeJson(payload)))));
}
