import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The browser's own SHA-256 is faster but needs all bytes at once; larger files are read piece by piece. */
const atOnceBytes = 64 * 1024 * 1024;

/**
 * The SHA-256 of a file in lower-case hexadecimal, whatever its size, without holding it in memory. `onProgress` gets the
 * bytes read so far.
 */
export async function hashBlob(blob: Blob, onProgress?: (bytes: number) => void): Promise<string> {
  // Pages that are not served securely have no `subtle`.
  if (blob.size <= atOnceBytes && globalThis.crypto?.subtle !== undefined) {
    const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
    return bytesToHex(new Uint8Array(digest));
  }
  const hash = sha256.create();
  let read = 0;
  const reader = blob.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    hash.update(piece.value);
    read += piece.value.length;
    onProgress?.(read);
  }
  return bytesToHex(hash.digest());
}
