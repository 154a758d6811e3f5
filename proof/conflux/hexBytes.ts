import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Hex } from '../hashes.ts';

/** Bytes as lower-case hexadecimal with `0x`. */
export function toHex(bytes: Uint8Array): Hex {
  return `0x${bytesToHex(bytes)}`;
}

/** Bytes from hexadecimal with `0x`; throws where it is not. */
export function fromHex(hex: string): Uint8Array {
  if (!hex.startsWith('0x')) throw new Error(`${hex.slice(0, 20)} does not begin with 0x`);
  return hexToBytes(hex.slice(2));
}

/** A whole number as big-endian bytes without leading zeros; zero is no bytes (the RLP form of integers). */
export function integerToBytes(value: bigint): Uint8Array {
  if (value === 0n) return new Uint8Array();
  const digits = value.toString(16);
  return hexToBytes(digits.length % 2 === 0 ? digits : `0${digits}`);
}

/** A whole number from big-endian bytes of any length. */
export function bytesToInteger(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(toHex(bytes));
}
