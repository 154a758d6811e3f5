import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../host/index.ts';
import { bindSql } from './bindSql.ts';
import { storeErrors } from './errors.ts';
import type { Session } from './openSession.ts';
import { isConnectionError } from './toStoreError.ts';

/** A subscription to a NOTIFY channel. */
export interface Listener {
  channel: string;
  onNotify: (payload: string) => void;
  /** Called after the connection was lost and is back: notifications in between were missed. */
  onReconnect?: (() => void) | undefined;
}

/** All subscriptions of a store. */
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

  const guard = (channel: string, call: () => void) => {
    try {
      call();
    } catch (error) {
      logger.error({ err: error, channel }, 'a listener failed');
    }
  };
  const tell = (channel: string, payload: string) => {
    for (const listener of listeners) {
      if (listener.channel === channel) guard(channel, () => listener.onNotify(payload));
    }
  };
  const listenOn = async (session: Session, channel: string) => {
    const sql = bindSql(session.client, session.run, {});
    await sql`LISTEN ${sql(channel)}`;
  };

  /** Tries until it is connected and listens to every channel wanted so far. */
  async function connect(): Promise<Session> {
    for (;;) {
      if (closing.signal.aborted) throw storeErrors.closed();
      let session: Session | undefined;
      try {
        session = await open(tell);
        for (const channel of new Set([...listeners].map((listener) => listener.channel))) {
          await listenOn(session, channel);
        }
        session.lost.addEventListener('abort', onLost, { once: true });
        if (!session.lost.aborted) return session;
      } catch (error) {
        await session?.end();
        if (!isConnectionError(error)) logger.warn({ err: error }, 'notifications cannot be heard; trying again');
      }
      await pause(retryMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  function ensureConnection(): Promise<Session> {
    connection ??= connect();
    return connection;
  }

  function onLost(): void {
    connection = undefined;
    if (closing.signal.aborted || listeners.size === 0) return;
    ensureConnection().then(
      () => {
        for (const { channel, onReconnect } of listeners) if (onReconnect) guard(channel, onReconnect);
      },
      () => undefined,
    );
  }

  return {
    async listen(listener) {
      listeners.add(listener);
      try {
        await listenOn(await ensureConnection(), listener.channel);
      } catch (error) {
        if (closing.signal.aborted || !isConnectionError(error)) {
          listeners.delete(listener);
          throw error;
        }
        // Lost in between: the new connection listens to every channel.
        await ensureConnection();
      }
      return async () => {
        listeners.delete(listener);
        const wanted = [...listeners].some(({ channel }) => channel === listener.channel);
        const session = await connection?.catch(() => undefined);
        if (wanted || !session || session.lost.aborted) return;
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
