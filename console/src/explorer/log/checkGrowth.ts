import { decodeHex, verifyConsistency } from '../../../../proof/index.ts';
import type { SeenCheckpoint } from './seenCheckpoint.ts';

/**
 * How the log stands to what was seen before: `grown` and `same` are good; `shorter` and `rewritten` convict the log;
 * `otherLog`: it has another key than before.
 */
export type Growth = 'first' | 'same' | 'grown' | 'shorter' | 'rewritten' | 'otherLog';

/** Gets the hashes of the consistency proof between two sizes, hexadecimal without a prefix. */
export type ReadConsistency = (from: number, to: number) => Promise<string[]>;

/** Checks (RFC 9162 section 2.1.4.2) that the log now begins with what was seen before. */
export async function checkGrowth(
  seen: SeenCheckpoint | null,
  now: Omit<SeenCheckpoint, 'seenAt'>,
  readConsistency: ReadConsistency,
): Promise<Growth> {
  if (seen === null) return 'first';
  if (seen.logKey !== now.logKey) return 'otherLog';
  if (now.size < seen.size) return 'shorter';
  if (now.size === seen.size) return now.root === seen.root ? 'same' : 'rewritten';
  const hashes = await readConsistency(seen.size, now.size);
  const holds = verifyConsistency({
    firstSize: seen.size,
    firstRoot: decodeHex(seen.root, 'root'),
    size: now.size,
    root: decodeHex(now.root, 'root'),
    hashes: hashes.map((hash) => decodeHex(hash, 'hash')),
  });
  return holds ? 'grown' : 'rewritten';
}
