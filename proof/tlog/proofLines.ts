import { decodeBase64 } from './base64.ts';

/** A path in a tree of at most 2^63 leaves has no more hashes. */
const maxProofHashes = 63;

/** Hashes of a Merkle proof, one in base64 a line; null when a line is not 32 bytes or there are more than 63. */
export function parseProofLines(lines: readonly string[]): Uint8Array[] | null {
  if (lines.length > maxProofHashes) return null;
  const hashes = lines.flatMap((line) => decodeBase64(line) ?? []);
  return hashes.length === lines.length && hashes.every(({ length }) => length === 32) ? hashes : null;
}
