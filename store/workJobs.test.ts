import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type EnqueueJobParameters, enqueueJob } from './enqueueJob.ts';
import { storeErrors } from './errors.ts';
import { migrate } from './migrate.ts';
import {
  createTestDatabase,
  silentLogger,
  startTestPostgres,
  type TestDatabase,
  type TestPostgres,
} from './testing.ts';
import { type Job, type WorkJobsParameters, workJobs } from './workJobs.ts';

let server: TestPostgres;
let database: TestDatabase;

beforeAll(async () => {
  server = await startTestPostgres();
  database = await createTestDatabase(server.url);
  await migrate(database.store, []);
}, 60_000);
afterAll(async () => {
  await database.drop();
  await server.stop();
});

const enqueue = (parameters: EnqueueJobParameters) => database.store.transaction((tx) => enqueueJob(tx, parameters));

async function readJob(id: string) {
  const [row] = await database.store.sql`
    SELECT state, attempts, last_error AS error FROM store.jobs WHERE id = ${id}`;
  return row;
}

function work(queue: string, handler: (job: Job) => Promise<void>, more: Partial<WorkJobsParameters> = {}) {
  const end = new AbortController();
  const over = workJobs({
    store: database.store,
    queue,
    handler,
    concurrency: 2,
    signal: end.signal,
    logger: silentLogger,
    retryDelayMs: () => 10,
    ...more,
  });
  return {
    async stop() {
      end.abort();
      await over;
    },
  };
}

test('a job exists if its transaction commits, wakes a worker, and a key makes it one', async () => {
  const done: unknown[] = [];
  const worker = work('mail', async ({ payload }) => void done.push(payload));
  await database.store
    .transaction(async (tx) => {
      await enqueueJob(tx, { queue: 'mail', payload: 'undone' });
      throw new Error('undo');
    })
    .catch(() => undefined);
  const first = await enqueue({ queue: 'mail', payload: { to: 'a' }, key: 'a' });
  expect(await enqueue({ queue: 'mail', payload: { to: 'a' }, key: 'a' })).toBe(first);
  await vi.waitFor(async () => expect(await readJob(first)).toMatchObject({ state: 'done' }));
  await worker.stop();
  expect(done).toEqual([{ to: 'a' }]);
});

test('a job does not start before its time', async () => {
  const startedAt = Date.now();
  const times: number[] = [];
  const worker = work('later', async () => void times.push(Date.now() - startedAt));
  await enqueue({ queue: 'later', payload: 1, runAt: new Date(startedAt + 400) });
  await vi.waitFor(() => expect(times).toHaveLength(1), { timeout: 4_000 });
  await worker.stop();
  expect(times[0]).toBeGreaterThanOrEqual(390);
});

test('two workers share a queue without doing a job twice, and not more at once than asked', async () => {
  const count = new Map<unknown, number>();
  let running = 0;
  let most = 0;
  const handler = async ({ payload }: Job) => {
    running += 1;
    most = Math.max(most, running);
    await database.store.sql`SELECT pg_sleep(0.005)`;
    count.set(payload, (count.get(payload) ?? 0) + 1);
    running -= 1;
  };
  await database.store.transaction(async (tx) => {
    for (let n = 0; n < 40; n += 1) await enqueueJob(tx, { queue: 'shared', payload: n });
  });
  const workers = [work('shared', handler), work('shared', handler)];
  await vi.waitFor(() => expect(count.size).toBe(40), { timeout: 5_000 });
  for (const worker of workers) await worker.stop();
  expect([...count.values()].every((times) => times === 1)).toBe(true);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
});

test('a failing job is tried again, then kept as failed with its last error', async () => {
  const attempts: number[] = [];
  const worker = work('flaky', async ({ attempt }) => {
    attempts.push(attempt);
    throw new Error(`no luck ${attempt}`);
  });
  const id = await enqueue({ queue: 'flaky', payload: null, maxAttempts: 3 });
  await vi.waitFor(async () => expect(await readJob(id)).toEqual({ state: 'failed', attempts: 3, error: 'no luck 3' }));
  const hopeless = await enqueue({ queue: 'flaky', payload: null });
  await worker.stop();
  expect(attempts.slice(0, 3)).toEqual([1, 2, 3]);
  const strict = work('flaky', async () => {
    throw storeErrors.closed();
  });
  await vi.waitFor(async () => expect(await readJob(hopeless)).toMatchObject({ state: 'failed' }));
  await strict.stop();
});

test('the job of a killed worker is taken again when its lease ends', async () => {
  const id = await enqueue({ queue: 'lease', payload: 'x', maxAttempts: 2 });
  // What a killed worker leaves behind.
  await database.store.sql`
    UPDATE store.jobs SET state = 'running', attempts = 1, due_at = now() + interval '150 ms' WHERE id = ${id}`;
  const attempts: number[] = [];
  const worker = work('lease', async ({ attempt }) => void attempts.push(attempt));
  await vi.waitFor(async () => expect(await readJob(id)).toMatchObject({ state: 'done', attempts: 2 }));
  expect(attempts).toEqual([2]);

  const last = await enqueue({ queue: 'lease', payload: 'y', runAt: new Date(Date.now() + 60_000), maxAttempts: 1 });
  await database.store.sql`UPDATE store.jobs SET state = 'running', attempts = 1, due_at = now() WHERE id = ${last}`;
  await database.store.notify(database.store.sql, 'store_jobs', 'lease');
  await vi.waitFor(async () => expect(await readJob(last)).toMatchObject({ state: 'failed' }));
  await worker.stop();
});

test('a long job keeps its lease, and is told when it has lost it', async () => {
  let told = false;
  let runs = 0;
  const started = Promise.withResolvers<void>();
  const worker = work(
    'long',
    async ({ signal, attempt }) => {
      runs += 1;
      if (attempt > 1) return;
      started.resolve();
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      told = true;
    },
    { leaseMs: 150 },
  );
  const id = await enqueue({ queue: 'long', payload: null });
  await started.promise;
  await database.store.sql`SELECT pg_sleep(0.5)`;
  expect(runs).toBe(1);
  await database.store.sql`UPDATE store.jobs SET due_at = now(), attempts = 5 WHERE id = ${id}`;
  await vi.waitFor(() => expect(told).toBe(true));
  await worker.stop();
});

test('a worker that stops puts its interrupted job back, uncounted', async () => {
  const started = Promise.withResolvers<void>();
  const worker = work('stopping', async ({ signal }) => {
    started.resolve();
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    signal.throwIfAborted();
  });
  const id = await enqueue({ queue: 'stopping', payload: null });
  await started.promise;
  await worker.stop();
  expect(await readJob(id)).toEqual({ state: 'waiting', attempts: 0, error: null });
});
