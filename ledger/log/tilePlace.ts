import type { TreeNode } from '../../proof/index.ts';

/** Subtrees of one level in a tile, and levels of the tree in one level of tiles (tlog-tiles). */
export const tileWidth = 256;
export const tileHeight = 8;
/** How many hashes of a tile one hash of its middle covers, and how many the middle has. */
export const middleSpan = 16;
/** Bytes of a hash. */
export const hashBytes = 32;

/** Where the hashes from which a complete subtree can be made stand in a tile. */
export interface TilePlace {
  tileLevel: number;
  tileIndex: number;
  /** First of the `count` hashes, from 0. */
  first: number;
  count: number;
}

/** The tile of a complete subtree: the one of the next lower level that is a multiple of 8. */
export function findTilePlace({ level, index }: TreeNode): TilePlace {
  const tileLevel = Math.floor(level / tileHeight);
  const count = 2 ** (level % tileHeight);
  const perTile = tileWidth / count;
  return { tileLevel, tileIndex: Math.floor(index / perTile), first: (index % perTile) * count, count };
}
