import { type TileAddress, tileWidthAt } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';

/** Statements under the newest published checkpoint: what the log shows the world, and nothing beyond. */
async function readPublishedSize({ sql }: Store): Promise<number> {
  const [row] = await sql<{ size: string }[]>`
    SELECT size FROM ledger.signed_checkpoints WHERE published_at IS NOT NULL ORDER BY size DESC LIMIT 1`;
  return Number(row?.size ?? 0);
}

/** Whether the published tree has this tile in full, or at least as much of it as a partial one asks for. */
export async function isTilePublished(store: Store, { level, index, width }: TileAddress): Promise<boolean> {
  return width <= tileWidthAt(level, index, await readPublishedSize(store));
}

/**
 * The hashes of a tile one after the other, 32 bytes each (tlog-tiles, Merkle Tree); null for what the newest published
 * checkpoint does not cover. A hash of tile level L is the root of a complete subtree of 256^L leaves.
 */
export async function readTile(store: Store, address: TileAddress & { level: number }): Promise<Uint8Array | null> {
  if (!(await isTilePublished(store, address))) return null;
  const { level, index, width } = address;
  const [whole] = await store.sql<{ hashes: Uint8Array }[]>`
    SELECT substring(hashes FOR ${width * 32}) AS hashes FROM ledger.tiles WHERE level = ${level} AND index = ${index}`;
  if (whole) return new Uint8Array(whole.hashes);
  const start = index * 256;
  const rows = await store.sql<{ hash: Uint8Array }[]>`
    SELECT hash FROM ledger.nodes
    WHERE level = ${level * 8} AND index >= ${start} AND index < ${start + width}
    ORDER BY index`;
  const tile = new Uint8Array(width * 32);
  for (const [at, { hash }] of rows.entries()) tile.set(hash, at * 32);
  if (rows.length !== width || rows.some(({ hash }) => hash.length !== 32)) {
    throw new Error(`The log has not every hash of tile ${level}/${index}; the table ledger.nodes was changed.`);
  }
  return tile;
}
