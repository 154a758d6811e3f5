import type postgres from 'postgres';
import { bindSql } from './bindSql.ts';
import { storeErrors } from './errors.ts';
import type { Session } from './openSession.ts';
import { isConnectionError } from './toStoreError.ts';

/** Statements of an open transaction. */
export type Tx = postgres.TransactionSql;

/** Runs `fn` in a savepoint: its failure undoes what it did and leaves the transaction usable. */
function savepoints(session: Session, tx: () => Tx) {
  let count = 0;
  return async (nameOrFn: unknown, maybeFn?: unknown): Promise<unknown> => {
    const fn = (maybeFn ?? nameOrFn) as (tx: Tx) => Promise<unknown>;
    const name = `s${++count}`;
    await tx().unsafe(`SAVEPOINT ${name}`);
    try {
      const result = await fn(tx());
      await tx().unsafe(`RELEASE SAVEPOINT ${name}`);
      return result;
    } catch (error) {
      if (!session.lost.aborted) await tx().unsafe(`ROLLBACK TO SAVEPOINT ${name}`);
      throw error;
    }
  };
}

/** Rejects when the connection is lost, so that a transaction that waits for something else hears of it. */
function rejectWhenLost(session: Session, settled: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(storeErrors.unavailable());
    if (session.lost.aborted) fail();
    session.lost.addEventListener('abort', fail, { once: true });
    settled.addEventListener('abort', () => session.lost.removeEventListener('abort', fail), { once: true });
  });
}

/** Sends BEGIN. `mode` is what follows it, such as `isolation level serializable`. */
export async function begin(session: Session, mode: string): Promise<void> {
  await bindSql(session.client, session.run, {}).unsafe(`BEGIN ${mode.replace(/[^a-z ]/gi, '')}`);
}

/**
 * Runs `fn` between BEGIN and COMMIT on a connection where `begin` succeeded.
 * @throws STORE_UNAVAILABLE when the connection is lost before the commit; STORE_OUTCOME_UNKNOWN when during it.
 */
export async function runTransaction<T>(session: Session, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const settled = new AbortController();
  let closed = false;
  const sql = bindSql(
    session.client,
    (statement) => {
      // A statement after the end would run outside of the transaction.
      if (closed) statement.reject(session.lost.aborted ? storeErrors.unavailable() : storeErrors.transactionOver());
      else session.run(statement);
    },
    { savepoint: savepoints(session, () => sql), begin: undefined, reserve: undefined, end: undefined },
  ) as unknown as Tx;
  const control = bindSql(session.client, session.run, {});

  let result: T;
  try {
    result = await Promise.race([fn(sql), rejectWhenLost(session, settled.signal)]);
    closed = true;
  } catch (error) {
    closed = true;
    if (!session.lost.aborted) await control.unsafe('ROLLBACK').catch(() => session.end());
    throw error;
  } finally {
    settled.abort();
  }
  if (session.lost.aborted) throw storeErrors.unavailable();
  const commit = await control.unsafe('COMMIT').catch((error: unknown) => {
    throw isConnectionError(error) ? storeErrors.outcomeUnknown({}, { cause: error }) : error;
  });
  // PostgreSQL answers COMMIT with ROLLBACK when a statement failed and its error was swallowed.
  if (commit.command === 'ROLLBACK') throw storeErrors.rolledBack();
  return result;
}
