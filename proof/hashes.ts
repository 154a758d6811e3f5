import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { proofErrors } from './errors.ts';

/** Hexadecimal with the `0x` prefix, as the chain's RPC writes it. */
export type Hex = `0x${string}`;

/** Bytes as lower-case hexadecimal without a prefix. */
export function encodeHex(bytes: Uint8Array): string {
  return bytesToHex(bytes);
}

/** Exactly `bytes` bytes from lower-case hexadecimal; throws `PROOF_BAD_HASH` naming `name`. */
export function decodeHex(hex: string, name: string, bytes = 32): Uint8Array {
  if (hex.length !== bytes * 2 || !/^[0-9a-f]*$/.test(hex)) throw proofErrors.badHash({ name, bytes });
  return hexToBytes(hex);
}

/** Leaf hash of RFC 6962 §2.1 (RFC 9162 §2.1.1): SHA-256(0x00 ‖ leaf). */
export function hashLeaf(leaf: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(0), leaf));
}

/** Node hash of RFC 6962 §2.1 (RFC 9162 §2.1.1): SHA-256(0x01 ‖ left ‖ right). */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(1), left, right));
}

/** Whether two hashes are the same bytes. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
