import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeHex, hashLeaf, rootFromLeaves, verifyInclusion } from '../../proof/index.ts';
import { migrate } from '../../store/index.ts';
import { createTestDatabase, type TestDatabase } from '../../store/testing.ts';
import { ledgerMigrations } from '../index.ts';
import { extendTree } from './extendTree.ts';
import { integratePending } from './integratePending.ts';
import { readInclusionPath } from './readPaths.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const placed = 700;
const pending = 5;
const encode = (number: number) =>
  JSON.stringify({ alg: 'sha-256', kind: 'note', member: 'green-valley', subject: `urn:example:${number}`, v: 1 });
const hashOf = (number: number) => hashLeaf(new TextEncoder().encode(encode(number)));

test('a log from before places and tiles had tables of their own goes on where it was', async () => {
  const { store } = database;
  const { sql } = store;
  await migrate(
    store,
    ledgerMigrations.filter(({ number }) => number < 6),
  );
  const { root, runs } = extendTree(0, [], Buffer.concat(Array.from({ length: placed }, (_, at) => hashOf(at))));
  for (let number = 0; number < placed + pending; number += 1) {
    await sql`
      INSERT INTO ledger.statements (subject, encoded, log_index)
      VALUES (${`urn:example:${number}`}, ${encode(number)}, ${number < placed ? number : null})`;
  }
  for (const { level, start, hashes } of runs) {
    await sql`
      INSERT INTO ledger.nodes (level, index, hash)
      SELECT ${level}, ${start} + i, substring(${hashes}::bytea FROM i * 32 + 1 FOR 32)
      FROM generate_series(0, ${hashes.length / 32 - 1}::int) AS i`;
  }
  await sql`UPDATE ledger.log_head SET size = ${placed}, root = ${encodeHex(root)}`;

  await migrate(store, ledgerMigrations);
  expect(await integratePending(store)).toBe(pending);
  const leaves = Array.from({ length: placed + pending }, (_, at) => hashOf(at));
  const [head] = await sql<{ size: string; root: string }[]>`SELECT size, root FROM ledger.log_head`;
  const grown = rootFromLeaves(leaves);
  expect(head).toEqual({ size: String(placed + pending), root: encodeHex(grown) });
  for (const index of [0, 255, 256, 511, 512, 699, 700, 704]) {
    const hashes = await readInclusionPath(sql, index, leaves.length);
    expect(verifyInclusion({ leafHash: hashOf(index), index, size: leaves.length, hashes, root: grown })).toBe(true);
  }
  const [row] = await sql`
    SELECT kind, member, log_index FROM ledger.statements WHERE subject = 'urn:example:703'`;
  expect(row).toEqual({ kind: 'note', member: 'green-valley', log_index: '703' });
});
