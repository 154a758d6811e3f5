import postgres from 'postgres';
import { XiangyuError } from '../errors.ts';
import type { Logger } from '../host/index.ts';
import { bindSql } from './bindSql.ts';
import { storeErrors } from './errors.ts';
import { listenForNotifications } from './listenForNotifications.ts';
import { makePool } from './makePool.ts';
import { openSession, type Statement } from './openSession.ts';
import { reportUnknownOutcome } from './reportUnknownOutcome.ts';
import { begin, runTransaction, type Tx } from './runTransaction.ts';
import { isConnectionError } from './toStoreError.ts';

/** The tagged-template handle of postgres.js. Every statement may run on another connection. */
export type Sql = postgres.Sql;

export interface ConnectStoreParameters {
  /** `postgres://user:password@host:port/database`, with `?sslmode=require` for TLS. */
  url: string;
  logger: Logger;
  /** Most connections for statements and transactions; listening and each leadership use one more. */
  maxConnections?: number;
  /** How long a call waits for a database that restarts before it fails with STORE_UNAVAILABLE. */
  patienceMs?: number;
}

/** A connection of its own, outside of the pool, for locks that live as long as it does. */
export interface DedicatedConnection {
  sql: Sql;
  /** Aborts when the connection is gone. */
  lost: AbortSignal;
  close(): Promise<void>;
}

/** The database as every other room sees it. */
export interface Store {
  /**
   * Single statements. A lost connection is STORE_UNAVAILABLE (nothing was saved), or STORE_OUTCOME_UNKNOWN for a write
   * that was already sent; all other errors are the server's, with its SQLSTATE.
   */
  sql: Sql;
  /**
   * Runs `fn` in a transaction and resolves when it is durable; an error in `fn` undoes it.
   * @throws STORE_UNAVAILABLE (retryable: nothing was saved) or STORE_OUTCOME_UNKNOWN (lost during the commit).
   */
  transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** Calls `onNotify` for every notification; `onReconnect` after a gap in which some may have been missed. */
  listen(channel: string, onNotify: (payload: string) => void, onReconnect?: () => void): Promise<() => Promise<void>>;
  /** Sends a notification; within a transaction it goes out with the commit. The payload has at most 7999 bytes. */
  notify(sqlOrTx: Sql | Tx, channel: string, payload: string): Promise<void>;
  /** Opens a connection outside of the pool. */
  openConnection(): Promise<DedicatedConnection>;
  /** Lets running work finish for a few seconds, then closes every connection. */
  close(): Promise<void>;
}

const minimumVersion = 140_000;
const applicationName = 'xiangyu';

function addressOf(url: string): string {
  const { hostname, port, pathname } = URL.parse(url) ?? {
    hostname: 'an address that is no URL',
    port: '',
    pathname: '',
  };
  return `${hostname}${port ? `:${port}` : ''}${pathname}`;
}

/** A client that makes statements and never connects. The cause is left out: it would carry the URL's password. */
function makeClient(url: string): postgres.Sql {
  try {
    return postgres(url, { max: 1 });
  } catch {
    throw storeErrors.connectFailed({ address: addressOf(url), reason: 'it is not a valid URL' });
  }
}

/**
 * Connects to a PostgreSQL server.
 * @throws STORE_CONNECT_FAILED, STORE_VERSION_TOO_OLD.
 */
export async function connectStore(parameters: ConnectStoreParameters): Promise<Store> {
  const { url, logger, maxConnections = 16, patienceMs = 10_000 } = parameters;
  const maker = makeClient(url);
  const open = () => openSession({ url, applicationName, maker });
  const pool = makePool({ size: maxConnections, open, patienceMs });
  const notifications = listenForNotifications({
    logger,
    open: (onNotify) => openSession({ url, applicationName, onNotify }),
  });

  const runOnce = (statement: Statement) => {
    pool.take().then(
      (session) => {
        if (!session.lost.aborted) reportUnknownOutcome(statement);
        session.run(statement, () => pool.giveBack(session));
      },
      (error: unknown) => statement.reject(error),
    );
  };
  const transaction = async <T>(fn: (tx: Tx) => Promise<T>, mode = ''): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      const session = await pool.take();
      try {
        try {
          await begin(session, mode);
        } catch (error) {
          // Nothing ran yet: a connection that died while idle is no reason to fail the caller.
          if (!isConnectionError(error) || attempt > maxConnections) throw error;
          continue;
        }
        return await runTransaction(session, fn);
      } finally {
        pool.giveBack(session);
      }
    }
  };
  const close = async () => {
    await notifications.close();
    await pool.close();
  };
  const sql = bindSql(maker, runOnce, {
    begin: (modeOrFn: unknown, fn?: unknown) =>
      typeof modeOrFn === 'string'
        ? transaction(fn as (tx: Tx) => Promise<unknown>, modeOrFn)
        : transaction(modeOrFn as (tx: Tx) => Promise<unknown>),
    reserve: async () => {
      const session = await pool.take();
      let released = false;
      return bindSql(
        session.client,
        (statement) => (released ? statement.reject(storeErrors.closed()) : session.run(statement)),
        {
          release: () => {
            if (!released) pool.giveBack(session);
            released = true;
          },
        },
      );
    },
    end: close,
  });

  try {
    const [row] = await sql<{ number: number; version: string }[]>`
      SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`;
    if (row && row.number < minimumVersion) {
      throw storeErrors.versionTooOld({ address: addressOf(url), version: row.version, minimum: 14 });
    }
  } catch (error) {
    await close();
    if (error instanceof XiangyuError && !isConnectionError(error)) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason =
      cause instanceof Error ? cause.message || String('code' in cause ? cause.code : cause.name) : String(cause);
    throw storeErrors.connectFailed({ address: addressOf(url), reason }, { cause });
  }

  return {
    sql,
    transaction,
    listen: (channel, onNotify, onReconnect) => notifications.listen({ channel, onNotify, onReconnect }),
    async notify(sqlOrTx, channel, payload) {
      await sqlOrTx`SELECT pg_notify(${channel}, ${payload})`;
    },
    async openConnection() {
      const session = await open();
      return { sql: bindSql(session.client, session.run, {}), lost: session.lost, close: () => session.end() };
    },
    close,
  };
}
