import { AsyncLocalStorage } from 'node:async_hooks';
import type { Store, Tx } from '../store/index.ts';

/** Half of the connections that a store has by default. */
const usualMost = 8;

/**
 * The same store with few transactions at a time. Within a transaction the parts of the room ask each other things that read the
 * database on another connection (is this offer in the catalogue, whose key is this). If as many transactions as there are
 * connections did so at once, each would hold one and wait for another for ever. A transaction within another passes.
 */
export function limitTransactions(store: Store, most: number = usualMost): Store {
  const inside = new AsyncLocalStorage<true>();
  const waiting: (() => void)[] = [];
  let running = 0;

  async function enter(): Promise<void> {
    if (running < most) running += 1;
    // Whoever leaves hands its place on.
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    ...store,
    async transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
      if (inside.getStore()) return store.transaction(fn);
      await enter();
      try {
        return await inside.run(true, () => store.transaction(fn));
      } finally {
        leave();
      }
    },
  };
}
