import { deliveryErrors } from '../errors.ts';
import { chunkBytes, mostChunkBytes } from '../seal/chunkSeal.ts';

/** A piece of a delivery in clear. */
export interface ClearChunk {
  bytes: Buffer;
  rows: number;
}

/**
 * Cuts texts of one row each into chunks of whole rows, of about 1 MiB: each can be put into a table by itself. The first chunk
 * begins with the header, which is no row. @throws DELIVERY_ROW_TOO_LARGE
 */
export async function* cutRows(header: string, lines: AsyncIterable<string[]>): AsyncGenerator<ClearChunk, void, void> {
  let parts = [header];
  let size = Buffer.byteLength(header);
  let rows = 0;
  const take = (): ClearChunk => {
    const chunk = { bytes: Buffer.from(parts.join('')), rows };
    parts = [];
    size = 0;
    rows = 0;
    return chunk;
  };
  for await (const batch of lines) {
    for (const line of batch) {
      const bytes = Buffer.byteLength(line);
      if (bytes > mostChunkBytes - chunkBytes)
        throw deliveryErrors.rowTooLarge({ bytes, most: mostChunkBytes - chunkBytes });
      if (rows > 0 && size + bytes > chunkBytes) yield take();
      parts.push(line);
      size += bytes;
      rows += 1;
    }
  }
  yield take();
}

/** Cuts a stream of bytes into chunks of 1 MiB; the last one is shorter. `countRows` says how many rows it had, at the end. */
export async function* cutBytes(
  bytes: AsyncIterable<Uint8Array>,
  countRows: () => number,
): AsyncGenerator<ClearChunk, void, void> {
  let buffer = Buffer.allocUnsafe(chunkBytes);
  let filled = 0;
  for await (const part of bytes) {
    for (let at = 0; at < part.length; ) {
      if (filled === chunkBytes) {
        yield { bytes: buffer, rows: 0 };
        buffer = Buffer.allocUnsafe(chunkBytes);
        filled = 0;
      }
      const length = Math.min(chunkBytes - filled, part.length - at);
      buffer.set(part.subarray(at, at + length), filled);
      filled += length;
      at += length;
    }
  }
  yield { bytes: buffer.subarray(0, filled), rows: countRows() };
}
