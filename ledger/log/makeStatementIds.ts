import { randomFillSync } from 'node:crypto';

const randomHexDigits = 20;

/**
 * UUIDs of version 7 (RFC 9562 §5.7): their first 48 bits are the time, so that an index over them grows at one end; the other
 * 74 are random, so that nobody finds a neighbour's.
 */
export function makeStatementIds(count: number, now = Date.now()): string[] {
  const random = randomFillSync(Buffer.allocUnsafe((count * randomHexDigits) / 2));
  for (let at = 0; at < random.length; at += randomHexDigits / 2) {
    random[at] = 0x70 | ((random[at] ?? 0) & 0x0f);
    random[at + 2] = 0x80 | ((random[at + 2] ?? 0) & 0x3f);
  }
  const hex = random.toString('hex');
  const time = now.toString(16).padStart(12, '0');
  const prefix = `${time.slice(0, 8)}-${time.slice(8)}-`;
  return Array.from({ length: count }, (_, number) => {
    const at = number * randomHexDigits;
    return `${prefix}${hex.slice(at, at + 4)}-${hex.slice(at + 4, at + 8)}-${hex.slice(at + 8, at + 20)}`;
  });
}
