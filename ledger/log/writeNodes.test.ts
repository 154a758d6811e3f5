import { randomBytes, randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { coverRange, rootFromLeaves, verifyConsistency, verifyInclusion } from '../../proof/index.ts';
import type { TestDatabase } from '../../store/testing.ts';
import { createLedgerDatabase } from '../testing.ts';
import { extendTree } from './extendTree.ts';
import { readNodes } from './readNodes.ts';
import { readConsistencyPath, readInclusionPath, readRoot } from './readPaths.ts';
import { writeNodes } from './writeNodes.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createLedgerDatabase();
});
afterAll(() => database.drop());

/** Over every border of tiles: inside one, to its end, over several, over the end of a tile of tiles. */
const steps = [1, 2, 252, 1, 1, 255, 300, 1_000, 60_000, 3_723, 1, 0, 600, 4_465];

test('every subtree can be read back, whether its tile is whole or not', async () => {
  const { store } = database;
  const leaves = Array.from({ length: steps.reduce((a, b) => a + b) }, () => new Uint8Array(randomBytes(32)));
  const sizes: number[] = [];
  let size = 0;
  for (const step of steps) {
    await store.transaction(async (tx) => {
      const frontier = await readNodes(tx, coverRange({ start: 0, end: size }));
      const { root, runs } = extendTree(size, frontier, Buffer.concat(leaves.slice(size, size + step)));
      await writeNodes(tx, runs);
      size += step;
      expect(await readRoot(tx, size)).toEqual(root);
    });
    sizes.push(size);
  }
  const root = rootFromLeaves(leaves);
  expect(await readRoot(store.sql, size)).toEqual(root);
  const indexes = [0, 1, 255, 256, 65_535, 65_536, size - 1, ...Array.from({ length: 60 }, () => randomInt(size))];
  for (const index of indexes) {
    const hashes = await readInclusionPath(store.sql, index, size);
    const leafHash = leaves[index] ?? new Uint8Array();
    expect(verifyInclusion({ leafHash, index, size, hashes, root })).toBe(true);
  }
  for (const first of sizes) {
    const hashes = await readConsistencyPath(store.sql, first, size);
    const firstRoot = rootFromLeaves(leaves.slice(0, first));
    expect(verifyConsistency({ firstSize: first, firstRoot, size, root, hashes })).toBe(true);
  }
});

test('the middles of tiles are what their hashes give', async () => {
  const { sql } = database.store;
  const tiles = await sql<{ hashes: Buffer; middle: Buffer }[]>`SELECT hashes, middle FROM ledger.tiles`;
  for (const { hashes, middle } of tiles) {
    for (const at of [0, 7, 15]) {
      const span = Array.from(
        { length: 16 },
        (_, i) => new Uint8Array(hashes.subarray((at * 16 + i) * 32).subarray(0, 32)),
      );
      expect(new Uint8Array(middle.subarray(at * 32, at * 32 + 32))).toEqual(rootFromLeaves(span));
    }
  }
});

test('whole tiles take a row each, and only the last one of a level keeps rows of its own', async () => {
  const { sql } = database.store;
  const tiles = await sql`SELECT level, count(*)::int AS count FROM ledger.tiles GROUP BY level ORDER BY level`;
  // 70,601 leaves: 275 tiles of them, one tile of 256 such tiles.
  expect(tiles).toEqual([
    { level: 0, count: 275 },
    { level: 1, count: 1 },
  ]);
  const [nodes] = await sql<{ count: number }[]>`SELECT count(*)::int AS count FROM ledger.nodes`;
  // 201 leaves beyond the last whole tile, 19 tiles beyond the last whole tile of tiles, and that one.
  const complete = (count: number) =>
    Array.from({ length: 8 }, (_, step) => Math.floor(count / 2 ** step)).reduce((a, b) => a + b);
  expect(nodes?.count).toBe(complete(70_601 % 256) + complete(275 % 256) + complete(1));
});
