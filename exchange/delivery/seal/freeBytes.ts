/**
 * Gives the memory of a large buffer back at once. Buffers of a megabyte that wait for the collector make it run every few of
 * them, over the whole heap, and let the process grow by all that waits. Nobody may use the buffer afterwards; one that shares its
 * memory with others (small buffers do) is left alone.
 */
export function freeBytes(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (
    buffer instanceof ArrayBuffer &&
    buffer.byteLength >= leastBytes &&
    buffer.byteLength <= bytes.byteLength + mostSlack
  )
    buffer.transfer(0);
}

/** Node's pool of small buffers is smaller than this. */
const leastBytes = 32 * 1024;
const mostSlack = 1_024;
