import { setTimeout as pause } from 'node:timers/promises';
import { storeErrors } from './errors.ts';
import type { Session } from './openSession.ts';
import { isConnectionError } from './toStoreError.ts';

/** A limited number of connections that are lent to one caller at a time. */
export interface Pool {
  /** @throws STORE_UNAVAILABLE when the database stays away longer than the pool's patience. */
  take(): Promise<Session>;
  giveBack(session: Session): void;
  close(): Promise<void>;
}

export interface MakePoolParameters {
  size: number;
  open: () => Promise<Session>;
  /** How long a caller waits for a database that restarts. */
  patienceMs: number;
}

const retryMs = 100;
const closePatienceMs = 5_000;

/** Makes a pool that opens connections on demand and forgets the lost ones. */
export function makePool({ size, open, patienceMs }: MakePoolParameters): Pool {
  const idle: Session[] = [];
  const waiting: { resolve: () => void; reject: (reason: unknown) => void }[] = [];
  const all = new Set<Session>();
  const closing = new AbortController();
  let places = size;
  let onDrained: (() => void) | undefined;

  async function connect(): Promise<Session> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      try {
        const session = await open();
        all.add(session);
        session.lost.addEventListener('abort', () => all.delete(session), { once: true });
        return session;
      } catch (error) {
        if (closing.signal.aborted || !isConnectionError(error) || Date.now() > deadline) throw error;
        await pause(retryMs);
      }
    }
  }

  function leavePlace(): void {
    const next = waiting.shift();
    if (next) {
      next.resolve();
      return;
    }
    places += 1;
    if (places === size) onDrained?.();
  }

  return {
    async take() {
      if (closing.signal.aborted) throw storeErrors.closed();
      if (places > 0) places -= 1;
      else await new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
      let session = idle.pop();
      while (session?.lost.aborted) session = idle.pop();
      if (session) return session;
      try {
        return await connect();
      } catch (error) {
        leavePlace();
        throw error;
      }
    },
    giveBack(session) {
      if (!session.lost.aborted) idle.push(session);
      leavePlace();
    },
    async close() {
      closing.abort();
      for (const { reject } of waiting.splice(0)) reject(storeErrors.closed());
      if (places < size) {
        // Work in flight may finish; what takes longer is cut off.
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, closePatienceMs);
          onDrained = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      await Promise.all([...all].map((session) => session.end()));
    },
  };
}
