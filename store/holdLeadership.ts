import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../host/index.ts';
import type { DedicatedConnection, Store } from './connectStore.ts';
import { isConnectionError } from './toStoreError.ts';

export interface HoldLeadershipParameters {
  store: Store;
  /** What only one process of all may do at a time, such as `ledger/anchorer`. */
  role: string;
  signal: AbortSignal;
  logger: Logger;
  /** The work of the leader. Its signal aborts when the leadership is lost or `signal` aborts. */
  run: (signal: AbortSignal) => Promise<void>;
  /** How often others ask for the role and the leader asks whether its connection lives. */
  checkIntervalMs?: number;
}

const defaultCheckIntervalMs = 1_000;
const silenceMs = 5_000;

/** Waits; returns early, without an error, when the signal aborts. */
const rest = (ms: number, signal: AbortSignal) => pause(ms, undefined, { signal }).catch(() => undefined);

/** Resolves when the connection is lost or silent, or `signal` aborts. */
async function watch(connection: DedicatedConnection, intervalMs: number, signal: AbortSignal): Promise<void> {
  const over = AbortSignal.any([signal, connection.lost]);
  for (;;) {
    await rest(intervalMs, over);
    if (over.aborted) return;
    const answered = await Promise.race([
      connection.sql`SELECT 1`.then(
        () => true,
        () => false,
      ),
      rest(silenceMs, over).then(() => false),
    ]);
    if (!answered) return;
  }
}

/**
 * Runs `run` in one process of all that call this for the same role and database. The role is a session advisory lock
 * on a connection of its own: the server frees it when the process dies. A leader whose connection is lost is told by
 * its signal and tries again; until it has stopped, another may already lead, so durable steps must not rely on the
 * role alone. Returns when `signal` aborts. An error in `run` is logged and the role is given up for a moment.
 */
export async function holdLeadership(parameters: HoldLeadershipParameters): Promise<void> {
  const { store, role, signal, run, checkIntervalMs = defaultCheckIntervalMs } = parameters;
  const logger = parameters.logger.child({ role });
  while (!signal.aborted) {
    const connection = await store.openConnection().catch((error: unknown) => {
      if (!isConnectionError(error)) logger.error({ err: error }, 'the database refuses a connection for leadership');
      return null;
    });
    if (!connection) {
      await rest(checkIntervalMs, signal);
      continue;
    }
    try {
      while (!signal.aborted && !connection.lost.aborted && !(await tryRole(connection, role))) {
        await rest(checkIntervalMs, signal);
      }
      if (signal.aborted || connection.lost.aborted) continue;
      logger.info({}, 'this process leads');
      const lead = new AbortController();
      const leading = AbortSignal.any([signal, connection.lost, lead.signal]);
      const watching = watch(connection, checkIntervalMs, AbortSignal.any([signal, lead.signal]));
      void watching.then(() => lead.abort());
      try {
        await run(leading);
      } finally {
        if (leading.aborted && !signal.aborted) logger.warn({}, 'this process does not lead any more');
        lead.abort();
        await watching;
      }
    } catch (error) {
      if (!signal.aborted && !isConnectionError(error)) logger.error({ err: error }, 'the work of the leader failed');
    } finally {
      await connection.close();
    }
    await rest(checkIntervalMs, signal);
  }
}

/** Takes a role for as long as the connection lives, unless another process has it; gives whether it did. */
export async function tryRole({ sql }: DedicatedConnection, role: string): Promise<boolean> {
  const [row] = await sql<{ held: boolean }[]>`
    SELECT pg_try_advisory_lock(hashtextextended(${`xiangyu:role:${role}`}, 0)) AS held`;
  return row?.held === true;
}
