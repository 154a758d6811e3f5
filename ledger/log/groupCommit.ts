import { XiangyuError } from '../../errors.ts';
import type { Store, Tx } from '../../store/index.ts';

/** How single requests share transactions. */
export interface GroupCommitParameters<Item, Result> {
  store: Store;
  /** Saves items in one SQL transaction and gives a result for each, in their order. */
  save: (tx: Tx, items: readonly Item[]) => Promise<readonly Result[]>;
  /** Most items of one transaction. */
  mostItems?: number;
  /** How long the first item of a transaction waits for others. */
  longestWaitMs?: number;
  /** Most transactions at a time; while they run, the next items gather. */
  atOnce?: number;
}

/** Saves an item together with others of the same moment; resolves when it is durable. */
export type SaveInGroup<Item, Result> = (item: Item) => Promise<Result>;

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Makes many concurrent requests share one commit, which is what costs time when the disk must confirm it. An error of the
 * database itself (unavailable, or an outcome that nobody knows) is every item's of that transaction. Any other error fails
 * only the item that caused it: the halves of the transaction are tried again by themselves.
 */
export function createGroupCommit<Item, Result>(
  parameters: GroupCommitParameters<Item, Result>,
): SaveInGroup<Item, Result> {
  const { store, save, mostItems = 500, longestWaitMs = 2, atOnce = 2 } = parameters;
  const waiting: Waiting<Item, Result>[] = [];
  let running = 0;
  let timer: NodeJS.Timeout | null = null;

  async function commit(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await store.transaction((tx) =>
        save(
          tx,
          group.map(({ item }) => item),
        ),
      );
      for (const [at, { resolve, reject }] of group.entries()) {
        if (at < results.length) resolve(results[at] as Result);
        else reject(new Error('A group was saved without a result for each of its items.'));
      }
    } catch (error) {
      const isEverybodys = error instanceof XiangyuError && error.code.startsWith('STORE_');
      if (isEverybodys || group.length === 1) {
        for (const { reject } of group) reject(error);
        return;
      }
      const middle = Math.ceil(group.length / 2);
      await commit(group.slice(0, middle));
      await commit(group.slice(middle));
    }
  }

  function flush(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (running >= atOnce || waiting.length === 0) return;
    running += 1;
    void commit(waiting.splice(0, mostItems)).finally(() => {
      running -= 1;
      // What gathered meanwhile has waited long enough.
      flush();
    });
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length >= mostItems) flush();
      else timer ??= setTimeout(flush, longestWaitMs);
    });
}
