import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeErrors } from '../../store/index.ts';
import { createTestDatabase, type TestDatabase } from '../../store/testing.ts';
import { createGroupCommit } from './groupCommit.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.store
    .sql`CREATE TABLE notes (id int PRIMARY KEY, text text NOT NULL, xid xid8 DEFAULT pg_current_xact_id())`;
});
afterAll(() => database.drop());

interface Note {
  id: number;
  text: string | null;
}

const open = (mostItems = 500) => {
  const sizes: number[] = [];
  const saveNote = createGroupCommit<Note, number>({
    store: database.store,
    mostItems,
    save: async (tx, notes) => {
      sizes.push(notes.length);
      await tx`INSERT INTO notes (id, text) SELECT * FROM unnest(${notes.map(({ id }) => id)}::int[], ${notes.map(({ text }) => text)}::text[])`;
      return notes.map(({ id }) => id * 2);
    },
  });
  return { saveNote, sizes };
};

test('concurrent items share few transactions and each gets its own result, when it is committed', async () => {
  const { saveNote, sizes } = open();
  const saved = await Promise.all(
    Array.from({ length: 1_000 }, async (_, id) => {
      const result = await saveNote({ id, text: 'rice' });
      // Read over another connection: only what is committed is seen.
      const rows = id % 100 === 0 ? await database.store.sql`SELECT FROM notes WHERE id = ${id}` : [0];
      expect(rows).toHaveLength(1);
      return result;
    }),
  );
  expect(saved).toEqual(Array.from({ length: 1_000 }, (_, id) => id * 2));
  expect(sizes.length).toBeLessThan(20);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
  const [row] = await database.store.sql<{ count: number }[]>`SELECT count(DISTINCT xid)::int AS count FROM notes`;
  expect(row?.count).toBe(sizes.length);
});

test('bad items fail alone, their neighbours are saved once', async () => {
  const { saveNote } = open();
  const bad = new Set([2_003, 2_050, 2_051, 2_099]);
  const results = await Promise.allSettled(
    Array.from({ length: 100 }, (_, at) => {
      const id = 2_000 + at;
      return saveNote({ id, text: bad.has(id) ? null : 'tea' });
    }),
  );
  for (const [at, result] of results.entries()) {
    const isBad = bad.has(2_000 + at);
    expect(result.status).toBe(isBad ? 'rejected' : 'fulfilled');
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: '23502' });
  }
  const [row] = await database.store.sql<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM notes WHERE id >= 2000`;
  expect(row?.count).toBe(96);
});

test('an unknown outcome is told to all and nothing is sent again', async () => {
  let calls = 0;
  const save = createGroupCommit<number, number>({
    store: {
      ...database.store,
      transaction: async (fn) => {
        calls += 1;
        await database.store.transaction(fn);
        throw storeErrors.outcomeUnknown();
      },
    },
    save: async (_, items) => items,
  });
  const results = await Promise.allSettled([1, 2, 3].map(save));
  expect(results.map((result) => result.status === 'rejected' && result.reason.code)).toEqual(
    Array.from({ length: 3 }, () => 'STORE_OUTCOME_UNKNOWN'),
  );
  expect(calls).toBe(1);
});

test('a lost connection fails the items of that moment; the next ones are saved', async () => {
  const { saveNote } = open();
  const [victim] = await Promise.allSettled([
    createGroupCommit<number, void>({
      store: database.store,
      save: async (tx, items) => {
        const [row] = await tx<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
        await database.store.sql`SELECT pg_terminate_backend(${row?.pid ?? 0})`;
        await tx`INSERT INTO notes (id, text) SELECT id, 'lost' FROM unnest(${[...items]}::int[]) AS id`;
        return items.map(() => undefined);
      },
    })(3_000),
  ]);
  expect(victim).toMatchObject({ status: 'rejected', reason: { code: 'STORE_UNAVAILABLE' } });
  expect(await saveNote({ id: 3_000, text: 'kept' })).toBe(6_000);
});
