import { hash } from 'node:crypto';

const mostKept = 200_000;

/** Keys of rows, counted with flat memory. */
export interface KeySample {
  /** Adds the key of a row, as a canonical text. */
  add(key: string): void;
  /** The share of rows whose key no other row has; null without rows. Exact up to 200,000 rows, then an estimate. */
  uniqueShare(): number | null;
}

/**
 * Counts keys by hash. When there are too many, only keys whose hash ends with one more zero bit are kept: all rows of a kept key
 * are still counted, so that the share stays unbiased.
 */
export function openKeySample(most = mostKept): KeySample {
  const counts = new Map<number, number>();
  let step = 1;
  return {
    add(key) {
      const digest = hash('sha256', key, 'buffer').readUIntBE(0, 6);
      if (digest % step !== 0) return;
      counts.set(digest, (counts.get(digest) ?? 0) + 1);
      while (counts.size > most) {
        step *= 2;
        for (const kept of counts.keys()) if (kept % step !== 0) counts.delete(kept);
      }
    },
    uniqueShare() {
      let rows = 0;
      let unique = 0;
      for (const count of counts.values()) {
        rows += count;
        if (count === 1) unique += 1;
      }
      return rows === 0 ? null : unique / rows;
    },
  };
}
