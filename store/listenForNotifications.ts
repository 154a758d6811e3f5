import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../host/index.ts';
import { bindSql } from './bindSql.ts';
import type { Session } from './openSession.ts';
import { isConnectionError } from './toStoreError.ts';

/** A subscription to a NOTIFY channel. */
export interface Listener {
  channel: string;
  onNotify: (payload: string) => void;
  /** Called after the connection was lost and is back: notifications in between were missed. */
  onReconnect?: (() => void) | undefined;
}

export interface Notifications {
  /** Resolves when the server listens. The function it gives ends the subscription. */
  listen(listener: Listener): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface ListenForNotificationsParameters {
  open: (onNotify: (channel: string, payload: string) => void) => Promise<Session>;
  logger: Logger;
}

const retryMs = 200;

/** Listens to any number of channels on one connection, which is opened on first use and again whenever it is lost. */
export function listenForNotifications({ open, logger }: ListenForNotificationsParameters): Notifications {
  const listeners = new Set<Listener>();
  const closing = new AbortController();
  let connection: Promise<Session> | undefined;

  const tell = (channel: string, payload: string) => {
    for (const listener of listeners) {
      if (listener.channel !== channel) continue;
      try {
        listener.onNotify(payload);
      } catch (error) {
        logger.error({ err: error, channel }, 'a listener failed');
      }
    }
  };

  async function connect(): Promise<Session> {
    const session = await open(tell);
    const sql = bindSql(session.client, session.run, {});
    for (const channel of new Set([...listeners].map((listener) => listener.channel))) {
      await sql`LISTEN ${sql(channel)}`;
    }
    session.lost.addEventListener('abort', () => void reconnect(), { once: true });
    return session;
  }

  async function reconnect(): Promise<void> {
    connection = undefined;
    while (!closing.signal.aborted && listeners.size > 0) {
      try {
        connection ??= connect();
        await connection;
        for (const listener of listeners) listener.onReconnect?.();
        return;
      } catch (error) {
        connection = undefined;
        if (!isConnectionError(error)) logger.warn({ err: error }, 'notifications cannot be heard; trying again');
        await pause(retryMs);
      }
    }
  }

  return {
    async listen(listener) {
      listeners.add(listener);
      try {
        if (connection) {
          const session = await connection;
          const sql = bindSql(session.client, session.run, {});
          await sql`LISTEN ${sql(listener.channel)}`;
        } else {
          connection = connect();
          await connection;
        }
      } catch (error) {
        // A lost connection comes back by itself and then listens to this channel too; a first one does not.
        if (!isConnectionError(error)) listeners.delete(listener);
        connection = undefined;
        if (!isConnectionError(error)) throw error;
        await reconnect();
      }
      return async () => {
        listeners.delete(listener);
        const still = [...listeners].some(({ channel }) => channel === listener.channel);
        const session = await connection?.catch(() => undefined);
        if (still || !session || session.lost.aborted) return;
        const sql = bindSql(session.client, session.run, {});
        await sql`UNLISTEN ${sql(listener.channel)}`.catch(() => undefined);
      };
    },
    async close() {
      closing.abort();
      listeners.clear();
      const session = await connection?.catch(() => undefined);
      await session?.end();
    },
  };
}
