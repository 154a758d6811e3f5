import type { Store, Tx } from '../../store/index.ts';

const channel = 'exchange_delivery';
const idleMs = 1_000;

/** Lets background roles sleep until there may be something to do. */
export interface Waker {
  /** Wakes the roles of all processes over this database. */
  wake(): void;
  /** The same with the commit of a transaction. */
  wakeWith(tx: Tx): Promise<void>;
  /** Resolves at the next `wake`, after a second, or when the signal aborts. */
  wait(signal: AbortSignal): Promise<void>;
  /** Hears of other processes until the signal aborts. */
  listen(signal: AbortSignal): Promise<void>;
}

/** Makes the alarm of the background roles. */
export function makeWaker(store: Store): Waker {
  const sleeping = new Set<() => void>();
  let missed = 0;
  const rouse = () => {
    missed += 1;
    for (const resolve of [...sleeping]) resolve();
  };
  let seen = 0;
  return {
    wake() {
      rouse();
      store.notify(store.sql, channel, '').catch(() => {});
    },
    wakeWith: (tx) => store.notify(tx, channel, ''),
    wait(signal) {
      if (signal.aborted || missed !== seen) {
        seen = missed;
        return Promise.resolve();
      }
      return new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          sleeping.delete(done);
          signal.removeEventListener('abort', done);
          seen = missed;
          resolve();
        };
        const timer = setTimeout(done, idleMs);
        sleeping.add(done);
        signal.addEventListener('abort', done, { once: true });
      });
    },
    async listen(signal) {
      const end = await store.listen(channel, rouse, rouse);
      if (!signal.aborted)
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      await end();
    },
  };
}
