import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { connectStore, type Store } from './connectStore.ts';
import { holdLeadership } from './holdLeadership.ts';
import { type RunningPostgres, startPostgres } from './startPostgres.ts';
import { silentLogger } from './testing.ts';

// A database of its own, with fsync on: it is killed.
let folder: string;
let postgres: RunningPostgres;
let store: Store;
const stopping = new AbortController();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiangyu-store-'));
  postgres = await startPostgres({ dataDir: folder, logger: silentLogger, signal: stopping.signal });
  store = await connectStore({ url: postgres.url, logger: silentLogger });
  await store.sql`CREATE TABLE notes (text text)`;
}, 60_000);
afterAll(async () => {
  await store.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Kills the postmaster and waits until the supervisor has another one. */
async function killPostmaster(): Promise<void> {
  const { pid } = postgres.process;
  if (!pid) throw new Error('no postmaster');
  const { restarts } = postgres.process;
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(postgres.process.restarts).toBeGreaterThan(restarts), { timeout: 10_000 });
}

test('a killed database comes back with everything that was committed, and the store with it', async () => {
  const reconnected = vi.fn();
  const heard = vi.fn();
  await store.listen('news', heard, reconnected);
  await store.transaction((tx) => tx`INSERT INTO notes VALUES ('committed')`);
  await Promise.all(Array.from({ length: 10 }, () => store.sql`SELECT pg_sleep(0.01)`));

  await killPostmaster();
  // Waits for the restart instead of failing.
  expect(await store.sql`SELECT text FROM notes`).toEqual([{ text: 'committed' }]);
  await store.transaction((tx) => tx`INSERT INTO notes VALUES ('after')`);
  await vi.waitFor(() => expect(reconnected).toHaveBeenCalledOnce(), { timeout: 5_000 });
  await store.notify(store.sql, 'news', 'again');
  await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith('again'));
}, 30_000);

test('what the kill interrupts is reported as retryable and leaves nothing behind', async () => {
  const began = Promise.withResolvers<void>();
  const resume = Promise.withResolvers<void>();
  let late: unknown;
  const idle = store.transaction(async (tx) => {
    await tx`INSERT INTO notes VALUES ('half')`;
    began.resolve();
    await resume.promise;
    // The transaction is gone: this must not run by itself on a new connection.
    late = await tx`INSERT INTO notes VALUES ('stray')`.catch((error: unknown) => error);
  });
  const asleep = store.transaction(async (tx) => {
    await Promise.all([
      tx`INSERT INTO notes VALUES ('half')`,
      tx`SELECT pg_sleep(30)`,
      tx`INSERT INTO notes VALUES ('stray')`,
    ]);
  });
  const statement = store.sql`SELECT pg_sleep(30)`;
  const outcomes = Promise.allSettled([idle, asleep, statement]);
  await began.promise;
  await vi.waitFor(async () => {
    const [row] = await store.sql`SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event = 'PgSleep'`;
    expect(row?.n).toBe(2);
  });

  await killPostmaster();
  for (const outcome of await outcomes) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'STORE_UNAVAILABLE', retryable: true } });
  }
  resume.resolve();
  await vi.waitFor(() => expect(late).toMatchObject({ code: 'STORE_UNAVAILABLE' }));
  expect(await store.sql`SELECT text FROM notes WHERE text IN ('half', 'stray')`).toEqual([]);
}, 30_000);

test('a write lost during its commit has an unknown outcome, which is not retryable', async () => {
  await store.sql.unsafe(`
    CREATE TABLE slow (n int);
    CREATE FUNCTION stall() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(30); RETURN NULL; END';
    CREATE CONSTRAINT TRIGGER stall AFTER INSERT ON slow DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION stall()`);
  const outcomes = Promise.allSettled([
    store.transaction((tx) => tx`INSERT INTO slow VALUES (1)`),
    // By itself a statement is its own transaction.
    store.sql`INSERT INTO slow VALUES (2)`,
  ]);
  await vi.waitFor(async () => {
    const [row] = await store.sql`SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event = 'PgSleep'`;
    expect(row?.n).toBe(2);
  });
  await store.sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'`;
  for (const outcome of await outcomes) {
    expect(outcome).toMatchObject({ reason: { code: 'STORE_OUTCOME_UNKNOWN', retryable: false } });
  }
}, 30_000);

test('a leader whose connection is lost is told and leads again', async () => {
  const end = new AbortController();
  const terms: AbortSignal[] = [];
  const held = holdLeadership({
    store,
    role: 'test/leader',
    signal: end.signal,
    logger: silentLogger,
    checkIntervalMs: 50,
    run: (signal) => {
      terms.push(signal);
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    },
  });
  await vi.waitFor(() => expect(terms).toHaveLength(1));
  await killPostmaster();
  await vi.waitFor(() => expect(terms).toHaveLength(2), { timeout: 10_000 });
  expect(terms[0]?.aborted).toBe(true);
  expect(terms[1]?.aborted).toBe(false);
  end.abort();
  await held;
}, 30_000);

test('a database that stays away is reported after the store’s patience', async () => {
  const hasty = await connectStore({ url: postgres.url, logger: silentLogger, patienceMs: 100 });
  stopping.abort();
  await postgres.stop();
  await expect(hasty.sql`SELECT 1`).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', status: 503 });
  await expect(hasty.transaction((tx) => tx`SELECT 1`)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await hasty.close();
});
