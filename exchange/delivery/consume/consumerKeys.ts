const mostKept = 200;
const keptMs = 10 * 60_000;

/** Keys that providers gave for transfers, for a while; they are in memory only. */
export interface ConsumerKeys {
  get(transfer: string, fetch: () => Promise<Uint8Array>): Promise<Uint8Array>;
  forget(transfer: string): void;
}

/** Makes the memory of keys. After ten minutes the provider is asked again, and with it the chain. */
export function openConsumerKeys(): ConsumerKeys {
  const kept = new Map<string, { key: Promise<Uint8Array>; at: number }>();
  return {
    get(transfer, fetch) {
      const known = kept.get(transfer);
      if (known && performance.now() - known.at < keptMs) return known.key;
      const key = fetch();
      kept.set(transfer, { key, at: performance.now() });
      key.catch(() => kept.delete(transfer));
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return key;
    },
    forget(transfer) {
      kept.delete(transfer);
    },
  };
}
