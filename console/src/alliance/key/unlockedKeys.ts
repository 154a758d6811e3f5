import type { Hex } from 'ox';
import { useSyncExternalStore } from 'react';

/** How long an unlocked key may be used without its password. */
const unlockedMs = 5 * 60_000;

interface Unlocked {
  privateKey: Hex.Hex;
  until: number;
  timer: ReturnType<typeof setTimeout>;
}

// Only in this page's memory: a reload, a closed tab, or the end of the time locks it again.
const unlocked = new Map<string, Unlocked>();
const listeners = new Set<() => void>();
let snapshot: ReadonlyMap<string, number> = new Map();

function tell(): void {
  snapshot = new Map([...unlocked].map(([address, { until }]) => [address, until]));
  for (const listener of listeners) listener();
}

/** Holds an opened key for a few minutes. */
export function holdKey(address: string, privateKey: Hex.Hex): void {
  lockAgain(address);
  const timer = setTimeout(() => lockAgain(address), unlockedMs);
  unlocked.set(address.toLowerCase(), { privateKey, until: Date.now() + unlockedMs, timer });
  tell();
}

/** The opened key, or null when it is locked. */
export function heldKey(address: string): Hex.Hex | null {
  const held = unlocked.get(address.toLowerCase());
  // A page that slept may come back before its timer runs.
  return held !== undefined && held.until > Date.now() ? held.privateKey : null;
}

/** Forgets an opened key. */
export function lockAgain(address: string): void {
  const held = unlocked.get(address.toLowerCase());
  if (held === undefined) return;
  clearTimeout(held.timer);
  unlocked.delete(address.toLowerCase());
  tell();
}

/** Forgets all opened keys, as on signing out. */
export function lockAllKeys(): void {
  for (const address of [...unlocked.keys()]) lockAgain(address);
}

/** Until when each opened key stays open, by its address in lower case, in milliseconds since 1970. */
export function useUnlockedKeys(): ReadonlyMap<string, number> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}
