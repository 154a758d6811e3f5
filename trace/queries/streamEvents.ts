import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { Logger } from '../../host/index.ts';
import { isConnectionError, type Store } from '../../store/index.ts';
import type { Viewer } from '../access/viewer.ts';
import type { EpcFormat } from '../formats/index.ts';
import { composePush } from './composePush.ts';
import type { Sockets } from './openSockets.ts';
import type { Controls } from './parseSubscription.ts';
import { findQuery, type NamedQuery } from './query.ts';
import { readNewEvents } from './readNewEvents.ts';
import { nextRun } from './schedule.ts';

export interface StreamEventsParameters {
  store: Store;
  sockets: Sockets;
  socket: WebSocket;
  member: string;
  queryName: string;
  controls: Controls;
  epcFormat: EpcFormat;
  /** As what the caller looks at events at this moment; null when it may not subscribe any more. */
  readViewer: () => Promise<Viewer | null>;
  logger: Logger;
}

const batch = 200;
/** A client that reads so slowly is cut off; it comes back with initialRecordTime. */
const sendMs = 30_000;
const heartbeatMs = 30_000;
/** Rights and the query are read anew so often although nothing happened. */
const refreshMs = 15_000;
/** Captures that follow each other more quickly are told of together. */
const gatherMs = 200;
const troubleMs = 1_000;
/** Close codes of RFC 6455, section 7.4.1. */
const closeCodes = { done: 1000, refused: 1008, failed: 1011 } as const;

/**
 * Reports the events of a query over a WebSocket until either side ends it. The rights of the caller are read anew before
 * every push, and nothing is read from the database before the client has taken what was sent.
 */
export async function streamEvents(parameters: StreamEventsParameters): Promise<void> {
  const { socket, sockets, member, logger } = parameters;
  const follower = followQuery(parameters);
  let wake = new AbortController();
  const leave = await sockets.enter(member, (news) => {
    if (news === 'queries') follower.forget();
    wake.abort();
  });
  const stopHeartbeat = keepAlive(socket);
  socket.once('close', () => wake.abort());
  socket.on('error', () => socket.terminate());
  try {
    while (socket.readyState === socket.OPEN) {
      wake = new AbortController();
      const waitMs = await follower.look().catch((error: unknown) => {
        if (isConnectionError(error)) return troubleMs;
        throw error;
      });
      if (waitMs === null) break;
      await pause(Math.min(waitMs, gatherMs));
      if (waitMs > gatherMs) await pause(waitMs - gatherMs, undefined, { signal: wake.signal }).catch(() => undefined);
    }
  } catch (error) {
    if (socket.readyState === socket.OPEN) logger.warn({ err: error }, 'a WebSocket subscription ended');
    socket.close(closeCodes.failed, 'The platform cannot go on; connect again.');
  } finally {
    stopHeartbeat();
    leave();
  }
}

/**
 * Follows a query for a caller. `look` sends what is new and says after how many milliseconds to look again, null when it
 * closed the connection; `forget` makes it read the query anew.
 */
function followQuery({ store, sockets, socket, queryName, controls, epcFormat, readViewer }: StreamEventsParameters) {
  const { schedule, reportIfEmpty, initialRecordTime } = controls;
  const startedAt = new Date();
  const recordedFrom = initialRecordTime ?? startedAt.toISOString();
  // From the beginning: a capture that is slow just now counts by its record time.
  let cursor = '0';
  let runAt = schedule ? nextRun(schedule, startedAt) : startedAt;
  let known: { query: NamedQuery; viewer: Viewer; at: number } | null = null;
  const close = (code: number, reason: string) => {
    socket.close(code, reason);
    return null;
  };
  const readNew = async (until: string, { query, viewer }: { query: NamedQuery; viewer: Viewer }) =>
    BigInt(until) > BigInt(cursor)
      ? readNewEvents(store.sql, { query, viewer, after: cursor, until, recordedFrom, limit: batch })
      : [];
  const look = async (): Promise<number | null> => {
    const now = Date.now();
    if (!known || now - known.at > refreshMs) {
      const [query, viewer] = await Promise.all([findQuery(store.sql, queryName), readViewer()]);
      if (!query) return close(closeCodes.done, 'The query was removed.');
      if (!viewer) return close(closeCodes.refused, 'You may not subscribe any more.');
      known = { query, viewer, at: now };
    }
    if (runAt === null) return close(closeCodes.done, 'No date matches the schedule any more.');
    if (schedule && runAt.getTime() > now) return Math.min(runAt.getTime() - now, refreshMs);
    const until = await sockets.readWatermark();
    if (until === null) return gatherMs;
    for (let told = 0, full = true; full; ) {
      let events = await readNew(until, known);
      if (events.length > 0) {
        const viewer = await readViewer();
        if (!viewer) return close(closeCodes.refused, 'You may not subscribe any more.');
        const changed = JSON.stringify(viewer) !== JSON.stringify(known.viewer);
        known = { ...known, viewer };
        if (changed) events = await readNew(until, known);
      }
      const report = events.length > 0 || (schedule !== null && reportIfEmpty && told === 0);
      if (report) await send(socket, composePush({ events, queryName, epcFormat }));
      told += events.length;
      full = events.length === batch;
      cursor = full ? (events.at(-1)?.sequence ?? until) : until;
    }
    if (schedule) runAt = nextRun(schedule, new Date(now));
    return schedule ? 0 : refreshMs;
  };
  const forget = () => {
    known = null;
  };
  return { look, forget };
}

/** Resolves when the connection has taken the text; a client that does not read is cut off. */
async function send(socket: WebSocket, text: string): Promise<void> {
  const timer = setTimeout(() => socket.terminate(), sendMs);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.send(text, (error) => (error ? reject(error) : resolve()));
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Ends connections whose other side is gone. */
function keepAlive(socket: WebSocket): () => void {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, heartbeatMs);
  timer.unref();
  return () => clearInterval(timer);
}
