import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { connectStore } from './connectStore.ts';
import {
  createTestDatabase,
  silentLogger,
  startTestPostgres,
  type TestDatabase,
  type TestPostgres,
} from './testing.ts';

let server: TestPostgres;
let database: TestDatabase;

beforeAll(async () => {
  server = await startTestPostgres();
  database = await createTestDatabase(server.url);
  await database.store.sql`CREATE TABLE notes (id int PRIMARY KEY, text text, tags text[])`;
}, 60_000);
afterAll(async () => {
  await database.drop();
  await server.stop();
});

test('statements take fragments, arrays, rows and cursors as postgres.js does', async () => {
  const { sql } = database.store;
  const rows = [
    { id: 1, text: 'rice', tags: ['a', 'b'] },
    { id: 2, text: 'tea', tags: [] },
  ];
  await sql`INSERT INTO notes ${sql(rows)}`;
  const only = sql`WHERE id = ANY(${[1, 2]})`;
  expect(await sql`SELECT id, tags FROM notes ${only} ORDER BY id`).toEqual([
    { id: 1, tags: ['a', 'b'] },
    { id: 2, tags: [] },
  ]);
  expect(await sql`SELECT id FROM notes WHERE text = ANY(${sql.array(['tea'])})`).toEqual([{ id: 2 }]);
  const seen: unknown[] = [];
  for await (const batch of sql`SELECT n FROM generate_series(1, 5) AS n`.cursor(2)) seen.push(...batch);
  expect(seen).toHaveLength(5);
  expect(await sql.unsafe('SELECT 1 AS a')).toEqual([{ a: 1 }]);
});

test('many statements at once share the few connections', async () => {
  const { sql } = database.store;
  const results = await Promise.all(Array.from({ length: 100 }, (_, n) => sql<{ n: number }[]>`SELECT ${n}::int AS n`));
  expect(results.map(([row]) => row?.n)).toEqual(Array.from({ length: 100 }, (_, n) => n));
});

test('the server’s errors keep their SQLSTATE', async () => {
  const { sql } = database.store;
  await expect(sql`INSERT INTO notes (id) VALUES (1)`).rejects.toMatchObject({ code: '23505' });
});

test('a transaction is undone whole, and a savepoint by itself', async () => {
  const { sql, transaction } = database.store;
  await expect(
    transaction(async (tx) => {
      await tx`INSERT INTO notes (id) VALUES (10)`;
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  const result = await transaction(async (tx) => {
    await tx`INSERT INTO notes (id) VALUES (11)`;
    await tx
      .savepoint(async (inner) => {
        await inner`INSERT INTO notes (id) VALUES (12)`;
        await inner`INSERT INTO notes (id) VALUES (11)`;
      })
      .catch(() => undefined);
    return 'kept';
  });
  expect(result).toBe('kept');
  expect(await sql`SELECT id FROM notes WHERE id >= 10`).toEqual([{ id: 11 }]);
});

test('a swallowed failure does not pass for a commit', async () => {
  const attempt = database.store.transaction(async (tx) => {
    await tx`INSERT INTO notes (id) VALUES (20)`;
    await tx`INSERT INTO notes (id) VALUES (20)`.catch(() => undefined);
  });
  await expect(attempt).rejects.toMatchObject({ code: 'STORE_ROLLED_BACK' });
});

test('statements after the end of a transaction do not run outside of it', async () => {
  const tx = await database.store.transaction(async (open) => ({ open }));
  await expect(tx.open`INSERT INTO notes (id) VALUES (30)`).rejects.toMatchObject({ code: 'STORE_TRANSACTION_OVER' });
});

test('sql.begin and sql.reserve work for libraries that expect postgres.js', async () => {
  const { sql } = database.store;
  const mode = await sql.begin('isolation level serializable', async (tx) => {
    const [row] = await tx<{ level: string }[]>`SELECT current_setting('transaction_isolation') AS level`;
    return row?.level;
  });
  expect(mode).toBe('serializable');
  const reserved = await sql.reserve();
  const [a] = await reserved`SELECT pg_backend_pid() AS pid`;
  const [b] = await reserved`SELECT pg_backend_pid() AS pid`;
  expect(a).toEqual(b);
  reserved.release();
});

test('notifications arrive with the commit', async () => {
  const heard: string[] = [];
  const stop = await database.store.listen('news', (payload) => void heard.push(payload));
  await database.store
    .transaction(async (tx) => {
      await database.store.notify(tx, 'news', 'never');
      throw new Error('undo');
    })
    .catch(() => undefined);
  await database.store.transaction((tx) => database.store.notify(tx, 'news', 'one'));
  await vi.waitFor(() => expect(heard).toEqual(['one']));
  await stop();
  await database.store.notify(database.store.sql, 'news', 'unheard');
  await database.store.sql`SELECT 1`;
  expect(heard).toEqual(['one']);
});

test('an address without a server, a wrong password and a wrong URL give clear errors without the password', async () => {
  const url = new URL(database.url);
  const secret = url.password;
  const connect = (changes: Partial<URL>) =>
    connectStore({ url: Object.assign(new URL(url), changes).href, logger: silentLogger, patienceMs: 0 });
  for (const attempt of [
    () => connect({ port: '1' }),
    () => connect({ password: 'wrong' }),
    () => connect({ pathname: '/missing' }),
    () => connectStore({ url: `postgres://x:${secret}@[bad`, logger: silentLogger }),
  ]) {
    const error = await attempt().then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error).toMatchObject({ code: 'STORE_CONNECT_FAILED' });
    expect(JSON.stringify([error?.message, error?.cause])).not.toContain(secret);
  }
});

test('close lets running work finish and refuses new work', async () => {
  const store = await connectStore({ url: database.url, logger: silentLogger });
  const slow = store.sql`SELECT pg_sleep(0.2), 1 AS one`;
  const done = slow.then(([row]) => row?.one);
  await vi.waitFor(async () => {
    const [row] = await database.store
      .sql`SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event = 'PgSleep'`;
    expect(row?.n).toBe(1);
  });
  await store.close();
  expect(await done).toBe(1);
  await expect(store.sql`SELECT 1`).rejects.toMatchObject({ code: 'STORE_CLOSED' });
});
