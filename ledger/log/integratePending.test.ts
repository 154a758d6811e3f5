import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeHex, hashLeaf, rootFromLeaves } from '../../proof/index.ts';
import type { TestDatabase } from '../../store/testing.ts';
import { createLedgerDatabase } from '../testing.ts';
import { appendStatement } from './appendStatement.ts';
import { integratePending } from './integratePending.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createLedgerDatabase();
});
afterAll(() => database.drop());

const statement = (number: number) => ({
  kind: 'note',
  subject: `urn:example:${number}`,
  member: 'green-valley',
  time: '2026-05-01T08:00:00Z',
  payload: { number },
});

async function readLog() {
  const rows = await database.store.sql<{ encoded: string; log_index: string }[]>`
    SELECT encoded, log_index FROM ledger.statements WHERE log_index IS NOT NULL ORDER BY log_index`;
  const [head] = await database.store.sql<{ size: string; root: string }[]>`SELECT size, root FROM ledger.log_head`;
  const leaves = rows.map(({ encoded }) => hashLeaf(new TextEncoder().encode(encoded)));
  return { rows, head, root: encodeHex(rootFromLeaves(leaves)) };
}

test('1,000 statements from concurrent transactions get one place each, whoever integrates', async () => {
  const { store } = database;
  const appending = Array.from({ length: 1_000 }, (_, number) =>
    store
      .transaction(async (tx) => {
        await appendStatement(tx, statement(number));
        if (number % 50 === 0) throw new Error('the caller gives up');
      })
      .catch((error: Error) => expect(error.message).toBe('the caller gives up')),
  );
  const appended = Promise.all(appending).then(() => true);
  // Two leaders at once, as when one does not know yet that it was deposed.
  const integrate = async () => {
    let placed = 0;
    for (let done = false; !done; ) {
      done = (await Promise.race([appended, Promise.resolve(false)])) === true;
      placed += await integratePending(store);
    }
    return placed;
  };
  const placed = await Promise.all([integrate(), integrate()]);
  let rest = 0;
  for (let count = await integratePending(store); count > 0; count = await integratePending(store)) rest += count;
  expect(placed[0] + placed[1] + rest).toBe(980);

  const { rows, head, root } = await readLog();
  expect(rows.map(({ log_index }) => Number(log_index))).toEqual(rows.map((_, index) => index));
  expect(new Set(rows.map(({ encoded }) => JSON.parse(encoded).subject)).size).toBe(980);
  expect(head).toMatchObject({ size: '980', root });
});

test('a statement that commits late, with a smaller number, gets a later place', async () => {
  const { store } = database;
  const before = (await readLog()).rows.length;
  const commit = Promise.withResolvers<void>();
  const appended = Promise.withResolvers<void>();
  const late = store.transaction(async (tx) => {
    await appendStatement(tx, statement(2_000));
    appended.resolve();
    await commit.promise;
  });
  await appended.promise;
  await store.transaction((tx) => appendStatement(tx, statement(2_001)));
  expect(await integratePending(store)).toBe(1);
  commit.resolve();
  await late;
  expect(await integratePending(store)).toBe(1);
  const { rows, head, root } = await readLog();
  const subjects = rows.slice(before).map(({ encoded }) => JSON.parse(encoded).subject);
  expect(subjects).toEqual(['urn:example:2001', 'urn:example:2000']);
  expect(head?.root).toBe(root);
});

test.each([
  ['a time without a zone', { time: '2026-05-01T08:00:00' }],
  ['an empty subject', { subject: '' }],
  ['a zero character', { member: 'a\0b' }],
])('a statement with %s is refused', async (_, change) => {
  const appending = database.store.transaction((tx) => appendStatement(tx, { ...statement(1), ...change }));
  await expect(appending).rejects.toMatchObject({ code: 'LEDGER_STATEMENT_INVALID' });
});
