import { mostChunkBytes } from './chunkSeal.ts';

/** A sealed chunk on its way. */
export interface Frame {
  number: number;
  last: boolean;
  /** SHA-256 of `sealed`. */
  digest: Uint8Array;
  sealed: Uint8Array;
}

/** number (4) ‖ length of the sealed bytes (4) ‖ 1 for the last chunk (1) ‖ SHA-256 (32), big-endian. */
export const frameHeaderBytes = 41;
const mostSealedBytes = mostChunkBytes + 64;

/** The header of a frame; the sealed bytes follow. */
export function encodeFrameHeader({ number, last, digest, sealed }: Frame): Buffer {
  const header = Buffer.allocUnsafe(frameHeaderBytes);
  header.writeUInt32BE(number, 0);
  header.writeUInt32BE(sealed.length, 4);
  header[8] = last ? 1 : 0;
  header.set(digest, 9);
  return header;
}

/**
 * Frames out of a body; a broken end is `RangeError`. The bytes of a frame are valid until the next one is asked for: they are
 * gathered in one and the same place.
 */
export async function* readFrames(body: AsyncIterable<Uint8Array>): AsyncGenerator<Frame, void, void> {
  const header = Buffer.alloc(frameHeaderBytes);
  let headerFilled = 0;
  let place = Buffer.alloc(0);
  let size: number | null = null;
  let filled = 0;
  for await (const part of body) {
    let at = 0;
    while (at < part.length) {
      if (size === null) {
        const length = Math.min(frameHeaderBytes - headerFilled, part.length - at);
        header.set(part.subarray(at, at + length), headerFilled);
        headerFilled += length;
        at += length;
        if (headerFilled < frameHeaderBytes) break;
        size = header.readUInt32BE(4);
        if (size > mostSealedBytes || (header[8] ?? 2) > 1) throw new RangeError('it is no frame of a chunk');
        if (place.length < size) place = Buffer.allocUnsafeSlow(size);
        filled = 0;
      }
      const length = Math.min(size - filled, part.length - at);
      place.set(part.subarray(at, at + length), filled);
      filled += length;
      at += length;
      if (filled < size) break;
      yield {
        number: header.readUInt32BE(0),
        last: header[8] === 1,
        digest: Buffer.from(header.subarray(9)),
        sealed: place.subarray(0, size),
      };
      size = null;
      headerFilled = 0;
    }
  }
  if (headerFilled > 0) throw new RangeError('the answer ended within a chunk');
}
