import { concatBytes } from '@noble/hashes/utils.js';
import type { CheckpointBody } from './checkpoint.ts';
import { encodeUtf8 } from './octets.ts';

/** Unsigned 64 bits, big-endian. */
export function encodeUint64(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value);
  return bytes;
}

/** What a witness signs with Ed25519: two header lines and the whole note text (tlog-cosignature, Ed25519 signed message). */
export function cosignatureV1Message(text: string, timestamp: bigint): Uint8Array {
  return encodeUtf8(`cosignature/v1\ntime ${timestamp}\n${text}`);
}

/** An opaque field of 1 to 255 bytes after its length (RFC 8446 §3.4); null when it does not fit. */
function encodeOpaque(text: string): Uint8Array | null {
  const bytes = encodeUtf8(text);
  return bytes.length >= 1 && bytes.length <= 255 ? concatBytes(Uint8Array.of(bytes.length), bytes) : null;
}

/**
 * What a witness signs with ML-DSA-44 (tlog-cosignature, `cosigned_message`): the tree from its first leaf, without extension
 * lines. Null when a name is longer than the structure holds.
 */
export function subtreeV1Message(
  cosignerName: string,
  { origin, size, root }: Pick<CheckpointBody, 'origin' | 'size' | 'root'>,
  timestamp: bigint,
): Uint8Array | null {
  const cosigner = encodeOpaque(cosignerName);
  const log = encodeOpaque(origin);
  if (!cosigner || !log) return null;
  const [start, end] = [encodeUint64(0n), encodeUint64(BigInt(size))];
  return concatBytes(encodeUtf8('subtree/v1\n\0'), cosigner, encodeUint64(timestamp), log, start, end, root);
}
