import type { Store } from '../../../store/index.ts';
import type { RpcTransport } from '../../chain/rpc.ts';

/** The end of a simulated process: nothing that it does later has an effect. */
export class Crash extends Error {}

/** A process that ends after so many steps outwards, to a node or to the database. */
export interface Life {
  /** Steps until it ends; null: it goes on. */
  left: number | null;
  isOver: boolean;
  step(): void;
}

/** Begins a life. */
export function createLife(left: number | null): Life {
  const life: Life = {
    left,
    isOver: false,
    step() {
      if (life.left !== null && life.left <= 0) life.isOver = true;
      if (life.isOver) throw new Crash('the process is dead');
      if (life.left !== null) life.left -= 1;
    },
  };
  return life;
}

/** A store whose every statement and transaction is a step of the process, the commit too. */
export function mortalStore(store: Store, life: Life): Store {
  const sql = new Proxy(store.sql, {
    apply(target, self, args) {
      const made: unknown = Reflect.apply(target, self, args);
      if (made instanceof Promise) life.step();
      return made;
    },
  });
  return {
    ...store,
    sql,
    async transaction(fn) {
      life.step();
      const done = await store.transaction(fn);
      life.step();
      return done;
    },
  };
}

/** A connection of the process: what it asks is a step, and so is hearing the answer; others do something in between. */
export const mortalTransport =
  (transport: RpcTransport, life: Life, interfere: () => Promise<void>): RpcTransport =>
  async (requests) => {
    life.step();
    await interfere();
    const outcomes = await transport(requests);
    life.step();
    return outcomes;
  };
