import type { DedicatedConnection, Store } from '../../store/index.ts';

/** Locks by name that hold no transaction: other processes over the same database are kept out too. */
export interface Locks {
  /** Runs `work` alone under this name. */
  hold<T>(name: string, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const retryMs = 50;

/** Makes locks on one connection of their own, which is opened when it is first needed. */
export function openLocks(store: Pick<Store, 'openConnection'>): Locks {
  const queues = new Map<string, Promise<unknown>>();
  let opening: Promise<DedicatedConnection> | null = null;

  async function connect(): Promise<DedicatedConnection> {
    opening ??= store.openConnection();
    const connection = await opening.catch((error: unknown) => {
      opening = null;
      throw error;
    });
    if (!connection.lost.aborted) return connection;
    opening = null;
    return connect();
  }

  async function holdAcross<T>(name: string, work: () => Promise<T>): Promise<T> {
    const { sql } = await connect();
    for (;;) {
      // Waiting in the database would hold up every other lock of this connection.
      const [row] = await sql<{ held: boolean }[]>`SELECT pg_try_advisory_lock(hashtextextended(${name}, 0)) AS held`;
      if (row?.held) break;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
    try {
      return await work();
    } finally {
      await sql`SELECT pg_advisory_unlock(hashtextextended(${name}, 0))`.catch(() => {});
    }
  }

  return {
    hold(name, work) {
      const before = queues.get(name) ?? Promise.resolve();
      const running = before.catch(() => {}).then(() => holdAcross(name, work));
      queues.set(name, running);
      const forget = () => {
        if (queues.get(name) === running) queues.delete(name);
      };
      running.then(forget, forget);
      return running;
    },
    async close() {
      const connection = await opening?.catch(() => null);
      opening = null;
      await connection?.close();
    },
  };
}
