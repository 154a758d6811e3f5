import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { holdLeadership } from './holdLeadership.ts';
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
}, 60_000);
afterAll(async () => {
  await database.drop();
  await server.stop();
});

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** A candidate that notes in `leaders` while it leads. */
function stand(name: string, leaders: Set<string>) {
  const end = new AbortController();
  const over = holdLeadership({
    store: database.store,
    role: 'test/role',
    signal: end.signal,
    logger: silentLogger,
    checkIntervalMs: 30,
    run: async (signal) => {
      leaders.add(name);
      await untilAborted(signal);
      leaders.delete(name);
    },
  });
  return {
    async resign() {
      end.abort();
      await over;
    },
  };
}

test('one of three leads; when it resigns another takes over', async () => {
  const leaders = new Set<string>();
  const candidates = new Map(['a', 'b', 'c'].map((name) => [name, stand(name, leaders)]));
  const seen = new Set<string>();
  while (candidates.size > 0) {
    await vi.waitFor(() => expect(leaders.size).toBe(1));
    const [leader = ''] = leaders;
    expect(seen).not.toContain(leader);
    seen.add(leader);
    await candidates.get(leader)?.resign();
    candidates.delete(leader);
  }
  expect(seen.size).toBe(3);
  expect(leaders.size).toBe(0);
});

test('work that fails gives the role up and is tried again', async () => {
  const end = new AbortController();
  const run = vi.fn(async (signal: AbortSignal) => {
    if (run.mock.calls.length < 3) throw new Error('not yet');
    await untilAborted(signal);
  });
  const parameters = { store: database.store, role: 'test/failing', logger: silentLogger, checkIntervalMs: 20 };
  const over = holdLeadership({ ...parameters, signal: end.signal, run });
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(3));
  end.abort();
  await over;
});
