import type { Sql, Store, Tx } from '../../store/index.ts';

/** What is told in the channel `live` when epochs come into the index. */
export interface IndexNews {
  indexedEpoch: number;
  nodeEpoch: number;
  blocks: number;
  transactions: number;
  /** Lowest epoch that was taken back since the last news; null without a reorganisation. */
  revertedFrom: number | null;
}

/** Collects news and tells them at most so often: a backfill writes many batches a second. */
export interface NewsTeller {
  add(news: IndexNews): void;
  /** Tells what was collected, if it is time; with the commit when given a transaction. */
  tell(sqlOrTx: Sql | Tx): Promise<void>;
}

/** @param pauseMs least time between two notifications */
export function createNewsTeller(store: Store, pauseMs = 400): NewsTeller {
  let collected: IndexNews | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    add(news) {
      const reverted = [collected?.revertedFrom, news.revertedFrom].filter((epoch) => epoch != null);
      collected = {
        ...news,
        blocks: news.blocks + (collected?.blocks ?? 0),
        transactions: news.transactions + (collected?.transactions ?? 0),
        revertedFrom: reverted.length > 0 ? Math.min(...reverted) : null,
      };
    },
    async tell(sqlOrTx) {
      const now = performance.now();
      if (!collected || now - toldAt < pauseMs) return;
      const payload = JSON.stringify({ type: 'index', ...collected });
      collected = null;
      toldAt = now;
      await store.notify(sqlOrTx, 'live', payload);
    },
  };
}
