import postgres from 'postgres';
import { storeErrors } from './errors.ts';
import { isConnectionError, toStoreError } from './toStoreError.ts';

/** A statement of postgres.js; the fields are its own and pinned with its version. */
export interface Statement extends Promise<unknown> {
  cancelled: unknown;
  strings: readonly string[];
  handler: (statement: Statement) => void;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

/** One server connection. It never reconnects: what ran on a lost connection cannot go on, unnoticed, on a new one. */
export interface Session {
  /** Aborts once, when the connection is gone. */
  readonly lost: AbortSignal;
  /** Runs a statement after those given before it; rejects it when the connection is gone. Calls `onDone` after it. */
  run(statement: Statement, onDone?: () => void): void;
  /** The driver's handle, for making statements. */
  readonly client: postgres.Sql;
  end(): Promise<void>;
}

export interface OpenSessionParameters {
  url: string;
  applicationName: string;
  /** Makes statements for this session too; it needs the array types that the session learns from the server. */
  maker?: postgres.Sql;
  onNotify?: (channel: string, payload: string) => void;
}

/** Options of postgres.js that its types leave out. */
interface ClientOptions extends postgres.Options<Record<string, never>> {
  onnotify?: (channel: string, payload: string) => void;
}

/** Where postgres.js keeps what it knows of the server's array types. */
interface SharedOptions {
  shared: object;
}

const endTimeoutSeconds = 5;

/** Calls `onSettled` when the statement has its result, also for cursors, which replace `resolve` on every batch. */
function watchSettling(statement: Statement, onSettled: (error?: unknown) => void): void {
  let { resolve, reject } = statement;
  Object.defineProperty(statement, 'resolve', {
    get: () => (value: unknown) => {
      onSettled();
      resolve(value);
    },
    set: (next: typeof resolve) => {
      resolve = next;
    },
  });
  Object.defineProperty(statement, 'reject', {
    get: () => (reason: unknown) => {
      onSettled(reason);
      reject(toStoreError(reason));
    },
    set: (next: typeof reject) => {
      reject = next;
    },
  });
}

/**
 * A connection that its first statement opens. postgres.js 3.4 would reuse a connection object after a loss, with
 * bytes and statements of its former life; so every connection is a client of its own and is thrown away when lost.
 */
function makeSession({ url, applicationName, maker, onNotify }: OpenSessionParameters): Session {
  const loss = new AbortController();
  const waiting: { statement: Statement; onDone: (() => void) | undefined }[] = [];
  let current: Statement | undefined;

  const lose = () => {
    loss.abort();
    current?.reject(storeErrors.unavailable());
    for (const { statement, onDone } of waiting.splice(0)) {
      statement.reject(storeErrors.unavailable());
      onDone?.();
    }
  };
  const options: ClientOptions = {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => undefined,
    onclose: lose,
    connection: { application_name: applicationName, TimeZone: 'UTC' },
    ...(onNotify ? { onnotify: onNotify } : {}),
  };
  const client: postgres.Sql = postgres(url, options);
  if (maker) Object.assign(client.options, { shared: (maker.options as unknown as SharedOptions).shared });
  const send = (client.unsafe('') as unknown as Statement).handler;

  function next(): void {
    if (current || loss.signal.aborted) return;
    const first = waiting.shift();
    if (!first) return;
    const { statement, onDone } = first;
    // Cancelled while it waited: already rejected, and the driver would skip it without a word.
    if (statement.cancelled) {
      onDone?.();
      next();
      return;
    }
    current = statement;
    let settled = false;
    watchSettling(statement, (error) => {
      if (settled) return;
      settled = true;
      current = undefined;
      if (error !== undefined && isConnectionError(error)) lose();
      // After this turn the driver has finished with the statement and is ready for the next.
      queueMicrotask(() => {
        onDone?.();
        next();
      });
    });
    send(statement);
  }

  return {
    client,
    lost: loss.signal,
    run(statement, onDone) {
      if (loss.signal.aborted) {
        statement.reject(storeErrors.unavailable());
        onDone?.();
        return;
      }
      waiting.push({ statement, onDone });
      next();
    },
    async end() {
      const open = !loss.signal.aborted;
      const busy = current !== undefined;
      lose();
      if (open) await client.end({ timeout: busy ? 0 : endTimeoutSeconds });
    },
  };
}

/**
 * Opens one connection.
 * @throws STORE_UNAVAILABLE when the server cannot be reached or still starts; the server's own error otherwise.
 */
export async function openSession(parameters: OpenSessionParameters): Promise<Session> {
  const session = makeSession(parameters);
  const hello = session.client.unsafe('SELECT 1');
  (hello as unknown as Statement).handler = session.run;
  try {
    await hello;
    return session;
  } catch (error) {
    await session.end();
    throw error;
  }
}
