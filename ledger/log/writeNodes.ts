import type { Tx } from '../../store/index.ts';
import type { NodeRun } from './hashTree.ts';
import { hashBytes, middleSpan, tileHeight, tileWidth } from './tilePlace.ts';

/** Neighbouring tiles of one level that are whole now. */
interface WholeTiles {
  tileLevel: number;
  firstTile: number;
  count: number;
  /** Of this many subtrees of the first tile the hashes were stored before. */
  stored: number;
  /** The hashes of the rest. */
  hashes: Buffer;
  /** Of the subtrees in the middle, those that were not stored before. */
  middles: Buffer;
}

/** What was stored of tiles that become whole. */
interface StoredHashes {
  hashes: Buffer;
  middles: Buffer;
}

const middleHeight = Math.log2(middleSpan);

/**
 * Stores new complete subtrees: whole tiles as a row each, and the subtrees of the tile that is not whole, a row each until it
 * is. `runs` has a run for each level, as `extendTree` gives them.
 */
export async function writeNodes(tx: Tx, runs: readonly NodeRun[]): Promise<void> {
  const tiles = runs
    .filter(({ level }) => level % tileHeight === 0)
    .flatMap((run) =>
      findWholeTiles(
        run,
        runs.find(({ level }) => level === run.level + middleHeight),
      ),
    );
  if (tiles.length > 0) await writeTiles(tx, tiles, await takeStored(tx, tiles));
  const ends = new Map(tiles.map(({ tileLevel, firstTile, count }) => [tileLevel, firstTile + count]));
  await writeRest(
    tx,
    runs
      .map((run) => dropBefore(run, ends.get(Math.floor(run.level / tileHeight)) ?? 0))
      .filter(({ hashes }) => hashes.length > 0),
  );
}

function findWholeTiles({ level, start, hashes }: NodeRun, middle: NodeRun | undefined): WholeTiles[] {
  const firstTile = Math.floor(start / tileWidth);
  const count = Math.floor((start + hashes.length / hashBytes) / tileWidth) - firstTile;
  if (count === 0) return [];
  const stored = start % tileWidth;
  const used = hashes.subarray(0, (count * tileWidth - stored) * hashBytes);
  const middlesStored = Math.floor(stored / middleSpan);
  const middles = middle?.hashes.subarray(0, (count * (tileWidth / middleSpan) - middlesStored) * hashBytes);
  return [
    { tileLevel: level / tileHeight, firstTile, count, stored, hashes: used, middles: middles ?? Buffer.alloc(0) },
  ];
}

/** Takes the rows of tiles that become whole; gives their hashes in order, by tile level. */
async function takeStored(tx: Tx, tiles: readonly WholeTiles[]): Promise<Map<number, StoredHashes>> {
  const begun = tiles.filter(({ stored }) => stored > 0);
  if (begun.length === 0) return new Map();
  const rows = await tx<{ level: number; index: string; hash: Uint8Array }[]>`
    DELETE FROM ledger.nodes
    USING unnest(
      ${begun.map(({ tileLevel }) => tileLevel)}::int[], ${begun.map(({ firstTile }) => firstTile)}::bigint[]
    ) AS tile (level, index), generate_series(0, 7) AS step
    WHERE nodes.level = tile.level * 8 + step
      AND nodes.index >= tile.index << (8 - step) AND nodes.index < (tile.index + 1) << (8 - step)
    RETURNING nodes.level, nodes.index, nodes.hash`;
  return new Map(
    begun.map(({ tileLevel, stored }) => {
      const hashesOf = (level: number) =>
        Buffer.concat(
          rows
            .filter((row) => row.level === level)
            .sort((a, b) => Number(a.index) - Number(b.index))
            .map(({ hash }) => hash),
        );
      const hashes = hashesOf(tileLevel * tileHeight);
      if (hashes.length !== stored * hashBytes) {
        throw new Error(`Tile level ${tileLevel} has other subtrees than the ${stored} that were stored.`);
      }
      return [tileLevel, { hashes, middles: hashesOf(tileLevel * tileHeight + middleHeight) }];
    }),
  );
}

async function writeTiles(tx: Tx, tiles: readonly WholeTiles[], stored: Map<number, StoredHashes>): Promise<void> {
  const levels = tiles.flatMap(({ tileLevel, count }) => Array.from({ length: count }, () => tileLevel));
  const indexes = tiles.flatMap(({ firstTile, count }) => Array.from({ length: count }, (_, at) => firstTile + at));
  const join = (key: keyof StoredHashes) =>
    Buffer.concat(tiles.flatMap((tile) => [stored.get(tile.tileLevel)?.[key] ?? Buffer.alloc(0), tile[key]]));
  await tx`
    INSERT INTO ledger.tiles (level, index, hashes, middle)
    SELECT level, index, substring(${join('hashes')}::bytea FROM ((place - 1) * 8192 + 1)::int FOR 8192),
      substring(${join('middles')}::bytea FROM ((place - 1) * 512 + 1)::int FOR 512)
    FROM unnest(${levels}::smallint[], ${indexes}::bigint[]) WITH ORDINALITY AS tile (level, index, place)`;
}

/** The part of a run that belongs to tiles from `tile` on. */
function dropBefore({ level, start, hashes }: NodeRun, tile: number): NodeRun {
  const from = Math.max(start, (tile * tileWidth) / 2 ** (level % tileHeight));
  return { level, start: from, hashes: hashes.subarray((from - start) * hashBytes) };
}

async function writeRest(tx: Tx, runs: readonly NodeRun[]): Promise<void> {
  if (runs.length === 0) return;
  let offset = 0;
  const parts = runs.map(({ level, start, hashes }) => {
    const part = { level, start, count: hashes.length / hashBytes, offset };
    offset += part.count;
    return part;
  });
  // The hashes of all runs go as one value, which the database cuts up.
  await tx`
    INSERT INTO ledger.nodes (level, index, hash)
    SELECT level, start + i, substring(${Buffer.concat(runs.map(({ hashes }) => hashes))}::bytea FROM ((first + i) * 32 + 1)::int FOR 32)
    FROM unnest(
      ${parts.map(({ level }) => level)}::smallint[],
      ${parts.map(({ start }) => start)}::bigint[],
      ${parts.map(({ count }) => count)}::bigint[],
      ${parts.map((part) => part.offset)}::bigint[]
    ) AS run (level, start, count, first), generate_series(0, count - 1) AS i`;
}
