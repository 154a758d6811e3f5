import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from '../store/index.ts';

/** Captures that take longer are waited for in the next round. */
const patienceMs = 500;

/**
 * A sequence number up to which every event that will ever have one is visible; null when captures that still run keep
 * it from being known. Sequence numbers are given before the commit, so whoever reads on from the highest one that it
 * saw would miss those of slower captures. Capture has its transaction number before it takes a sequence number, so once
 * all transactions have ended that were running after the number was read, nothing below it can appear any more.
 */
export async function readWatermark(sql: Sql): Promise<string | null> {
  const [given] = await sql<{ last: string }[]>`
    SELECT CASE WHEN is_called THEN last_value ELSE 0 END::text AS last FROM trace.event_sequence`;
  const [running] = await sql<{ next: string }[]>`SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next`;
  const until = Date.now() + patienceMs;
  for (;;) {
    const [row] = await sql<{ ended: boolean }[]>`
      SELECT pg_snapshot_xmin(pg_current_snapshot()) >= ${running?.next ?? '0'}::text::xid8 AS ended`;
    if (row?.ended) return given?.last ?? '0';
    if (Date.now() >= until) return null;
    await pause(20);
  }
}
