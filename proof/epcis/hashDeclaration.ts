import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalizeJson, type JsonValue } from '../canonicalizeJson.ts';

/**
 * The name of an error declaration: `ni:///sha-256;<hex>` (RFC 6920) of the canonical JSON of the hash id of the event
 * and the declaration. The hash id of an event (CBV 2.0, section 8.9) leaves its declaration out, so that what was
 * declared, when and why, needs a name of its own to be proven.
 */
export function hashDeclaration(eventHash: string, errorDeclaration: JsonValue): string {
  const text = canonicalizeJson({ errorDeclaration, event: eventHash });
  return `ni:///sha-256;${bytesToHex(sha256(utf8ToBytes(text)))}`;
}
