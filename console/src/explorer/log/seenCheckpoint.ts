/** The checkpoint that this browser saw last. */
export interface SeenCheckpoint {
  logKey: string;
  size: number;
  /** Hexadecimal without a prefix. */
  root: string;
  seenAt: string;
}

const storageKey = 'xiangyu.checkpoint';

/** What this browser remembers; null when nothing, or when storage is switched off. */
export function readSeen(): SeenCheckpoint | null {
  try {
    const seen = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as SeenCheckpoint | null;
    const known = seen !== null && /^[0-9a-f]{64}$/.test(seen.root) && Number.isSafeInteger(seen.size);
    return known ? seen : null;
  } catch {
    return null;
  }
}

/** Remembers a checkpoint; null forgets. */
export function rememberSeen(seen: SeenCheckpoint | null): void {
  try {
    if (seen === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(seen));
  } catch {
    // Storage is switched off: every visit is the first.
  }
}
