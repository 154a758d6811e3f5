import type { DeliveryParts } from '../parts.ts';
import { openSourceRow } from './openSource.ts';
import type { DataSource, SourceReference } from './source.ts';
import { readSource } from './sourceRow.ts';

/** A source that others may be using too. */
export type KeptSource = Pick<DataSource, 'read' | 'readAfter' | 'describe'> & { release(): void };

/** Open sources, so that a query need not connect anew. */
export interface KeptSources {
  use(participant: string, reference: SourceReference): Promise<KeptSource>;
  close(): Promise<void>;
}

const mostIdle = 50;
const idleMs = 60_000;

interface Kept {
  source: Promise<DataSource>;
  users: number;
  lastUsed: number;
  stale: boolean;
}

/** Keeps sources open between queries. A source whose settings changed is opened anew. */
export function openKeptSources(parts: Pick<DeliveryParts, 'house' | 'identity' | 'folder'>): KeptSources {
  const kept = new Map<string, Kept>();
  const closeOne = (key: string, entry: Kept) => {
    if (kept.get(key) === entry) kept.delete(key);
    void entry.source.then((source) => source.close()).catch(() => {});
  };
  const tidy = () => {
    for (const [key, entry] of kept) {
      const old = performance.now() - entry.lastUsed > idleMs;
      if (entry.users === 0 && (old || kept.size > mostIdle)) closeOne(key, entry);
    }
  };
  return {
    async use(participant, reference) {
      const row = await readSource(parts.house.store.sql, participant, reference.source);
      // Only a table is the same at every look; a file may be another one the next time.
      const key =
        row.kind === 'postgres'
          ? JSON.stringify([participant, row.id, row.changed_at.getTime(), reference.table])
          : null;
      const found = key === null ? undefined : kept.get(key);
      const entry: Kept = found ?? {
        source: openSourceRow(parts, row, reference.table),
        users: 0,
        lastUsed: performance.now(),
        stale: key === null,
      };
      entry.users += 1;
      if (key !== null && !found) kept.set(key, entry);
      const drop = () => {
        entry.users -= 1;
        entry.lastUsed = performance.now();
        if (entry.stale) closeOne(key ?? '', entry);
        else tidy();
      };
      try {
        const source = await entry.source;
        return { read: source.read, readAfter: source.readAfter, describe: source.describe, release: drop };
      } catch (error) {
        entry.users -= 1;
        if (key !== null && kept.get(key) === entry) kept.delete(key);
        throw error;
      }
    },
    async close() {
      for (const [key, entry] of kept) closeOne(key, entry);
    },
  };
}
