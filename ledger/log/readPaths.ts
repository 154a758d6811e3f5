import { consistencyRanges, coverRange, foldCover, inclusionRanges, type LeafRange } from '../../proof/index.ts';
import type { Sql, Tx } from '../../store/index.ts';
import { readNodes } from './readNodes.ts';

/** Hashes of runs of leaves from the stored subtrees, in one query. */
async function hashRanges(sql: Sql | Tx, ranges: readonly LeafRange[]): Promise<Uint8Array[]> {
  const covers = ranges.map(coverRange);
  const nodes = await readNodes(sql, covers.flat());
  let at = 0;
  return covers.map((cover) => {
    const hashes = nodes.slice(at, at + cover.length).map(({ hash }) => hash);
    at += cover.length;
    return foldCover(hashes);
  });
}

/** Root of the tree over the first `size` statements (RFC 9162 §2.1.1), 32 bytes. */
export async function readRoot(sql: Sql | Tx, size: number): Promise<Uint8Array> {
  const nodes = await readNodes(sql, coverRange({ start: 0, end: size }));
  return foldCover(nodes.map(({ hash }) => hash));
}

/** Inclusion path of statement `index` in the tree of the first `size` (RFC 9162 §2.1.3.1). */
export function readInclusionPath(sql: Sql | Tx, index: number, size: number): Promise<Uint8Array[]> {
  return hashRanges(sql, inclusionRanges(index, size));
}

/** Consistency path from the first `from` statements to the first `to` (RFC 9162 §2.1.4.1). */
export function readConsistencyPath(sql: Sql | Tx, from: number, to: number): Promise<Uint8Array[]> {
  return hashRanges(sql, consistencyRanges(from, to));
}
