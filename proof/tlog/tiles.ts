import { tlogErrors } from './errors.ts';
import { parseDecimal } from './octets.ts';

/** Hashes in a full tile and entries in a full bundle. */
export const tileWidth = 256;

/** A tile of hashes at a level of the tree, or a bundle of the log's entries, which stands over the leaves like level 0. */
export interface TileAddress {
  /** Level 0 has the leaves' hashes; each hash of a level is the root of a full tile below. */
  level: number | 'entries';
  index: number;
  /** 256 for a full tile, less for a partial one. */
  width: number;
}

/** The path of a tile below the log's prefix (tlog-tiles), such as `tile/0/x001/x234/067.p/5`. @throws TLOG_BAD_TILE_PATH */
export function tilePath(level: number | 'entries', index: number, width: number): string {
  const groups = [index % 1000];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) groups.unshift(rest % 1000);
  const elements = groups.map((group, at) => `${at < groups.length - 1 ? 'x' : ''}${String(group).padStart(3, '0')}`);
  const path = `tile/${level}/${elements.join('/')}${width < tileWidth ? `.p/${width}` : ''}`;
  const fits = level === 'entries' || (Number.isInteger(level) && level >= 0 && level <= 63);
  if (
    !fits ||
    !Number.isSafeInteger(index) ||
    index < 0 ||
    !Number.isInteger(width) ||
    width < 1 ||
    width > tileWidth
  ) {
    throw tlogErrors.badTilePath({ path });
  }
  return path;
}

/** Reads a path that `tilePath` writes, and no other spelling of it. @throws TLOG_BAD_TILE_PATH */
export function parseTilePath(path: string): TileAddress {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  const [, levelText = '', indexText = '', widthText] = match ?? [];
  const level = levelText === 'entries' ? levelText : parseDecimal(levelText);
  const width = widthText === undefined ? tileWidth : parseDecimal(widthText);
  const index = Number(indexText.replace(/[x/]/g, ''));
  if (!match || level === null || width === null || tilePath(level, index, width) !== path) {
    throw tlogErrors.badTilePath({ path });
  }
  return { level, index, width };
}

/** How many hashes a tile has in a tree of `size` leaves: 256 when full, 0 when the tree does not reach it. */
export function tileWidthAt(level: number | 'entries', index: number, size: number): number {
  const hashes = Math.floor(size / tileWidth ** (level === 'entries' ? 0 : level));
  return Math.min(Math.max(hashes - index * tileWidth, 0), tileWidth);
}

/** Every tile of hashes of a tree of `size` leaves, lowest level first, the rightmost of each level partial where it is. */
export function listTiles(size: number): (TileAddress & { level: number })[] {
  const tiles: (TileAddress & { level: number })[] = [];
  for (let level = 0; tileWidthAt(level, 0, size) > 0; level += 1) {
    for (let index = 0; ; index += 1) {
      const width = tileWidthAt(level, index, size);
      if (width === 0) break;
      tiles.push({ level, index, width });
    }
  }
  return tiles;
}
