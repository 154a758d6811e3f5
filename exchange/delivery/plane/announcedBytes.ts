import type { IncomingHttpHeaders } from 'node:http';

/** How many bytes a request says that it has; without end when it does not say. */
export function announcedBytes({
  'content-length': length,
  'transfer-encoding': encoding,
}: IncomingHttpHeaders): number {
  if (encoding !== undefined) return Number.POSITIVE_INFINITY;
  return length === undefined ? 0 : Number(length);
}
