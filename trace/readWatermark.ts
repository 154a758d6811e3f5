import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from '../store/index.ts';

/** Captures that take longer are waited for in the next round. */
const patienceMs = 500;

/**
 * A sequence number up to which every event that will ever have one is visible; null when captures that still run keep
 * it from being known. Sequence numbers are given before the commit, so whoever reads on from the highest one that it
 * saw would miss those of slower captures. A transaction that inserts into the table has its lock before it takes a
 * number and keeps it until it ends: once all have ended that had it after the number was read, nothing below that
 * number can appear any more.
 */
export async function readWatermark(sql: Sql): Promise<string | null> {
  const [given] = await sql<{ last: string }[]>`
    SELECT CASE WHEN is_called THEN last_value ELSE 0 END::text AS last FROM trace.event_sequence`;
  let writing = await readWriters(sql);
  const until = Date.now() + patienceMs;
  while (writing.size > 0) {
    if (Date.now() >= until) return null;
    await pause(10);
    const still = await readWriters(sql);
    writing = new Set([...writing].filter((transaction) => still.has(transaction)));
  }
  return given?.last ?? '0';
}

/** Transactions that have written, or are about to write, events. */
async function readWriters(sql: Sql): Promise<Set<string>> {
  const rows = await sql<{ transaction: string }[]>`
    SELECT DISTINCT virtualtransaction AS transaction FROM pg_locks
    WHERE locktype = 'relation' AND relation = 'trace.events'::regclass AND mode = 'RowExclusiveLock'
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return new Set(rows.map(({ transaction }) => transaction));
}
