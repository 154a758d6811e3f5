import type { TreeNode } from '../../proof/index.ts';
import type { Sql, Tx } from '../../store/index.ts';
import type { HashedNode } from './extendTree.ts';
import { hashPairs } from './hashTree.ts';
import { findTilePlace, hashBytes, middleSpan } from './tilePlace.ts';

/** Reads complete subtrees in one query; gives them in the order asked for. */
export async function readNodes(sql: Sql | Tx, wanted: readonly TreeNode[]): Promise<HashedNode[]> {
  if (wanted.length === 0) return [];
  const places = wanted.map(findTilePlace);
  const middles = places.map(({ first, count }) =>
    count < middleSpan
      ? null
      : { start: (first / middleSpan) * hashBytes + 1, length: (count / middleSpan) * hashBytes },
  );
  // A subtree of a whole tile comes as the hashes of the tile that it is made of.
  const rows = await sql<{ place: number; hashes: Uint8Array | null }[]>`
    SELECT place::int, coalesce(nodes.hash, substring(tiles.middle FROM middle_start FOR middle_length),
      substring(tiles.hashes FROM start FOR length)) AS hashes
    FROM unnest(
      ${wanted.map(({ level }) => level)}::smallint[],
      ${wanted.map(({ index }) => index)}::bigint[],
      ${places.map(({ tileLevel }) => tileLevel)}::smallint[],
      ${places.map(({ tileIndex }) => tileIndex)}::bigint[],
      ${places.map(({ first }) => first * hashBytes + 1)}::int[],
      ${places.map(({ count }) => count * hashBytes)}::int[],
      ${middles.map((middle) => middle?.start ?? null)}::int[],
      ${middles.map((middle) => middle?.length ?? null)}::int[]
    ) WITH ORDINALITY AS wanted (level, index, tile_level, tile_index, start, length, middle_start, middle_length, place)
    LEFT JOIN ledger.nodes ON nodes.level = wanted.level AND nodes.index = wanted.index
    LEFT JOIN ledger.tiles ON tiles.level = tile_level AND tiles.index = tile_index`;
  const found = new Map(rows.map(({ place, hashes }) => [place - 1, hashes]));
  return wanted.map(({ level, index }, place) => {
    const hashes = found.get(place);
    if (!hashes) {
      throw new Error(`The log has no subtree ${level}/${index}; the table ledger.nodes or ledger.tiles was changed.`);
    }
    return { level, index, hash: fold(hashes) };
  });
}

/** The root over a power of two of neighbouring hashes. */
function fold(hashes: Uint8Array): Uint8Array {
  let level = Buffer.from(hashes.buffer, hashes.byteOffset, hashes.length);
  while (level.length > hashBytes) level = hashPairs(level);
  return new Uint8Array(level);
}
