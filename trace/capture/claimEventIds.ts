import type { Tx } from '../../store/index.ts';
import type { PreparedEvent } from './prepareEvents.ts';

/**
 * Claims the eventIDs of `events` for their hashes and gives the claims of others that stand in the way, by eventID.
 * A concurrent capture of the same eventID waits here until this transaction ends; the order of the eventIDs
 * keeps two captures from waiting for each other.
 */
export async function claimEventIds(tx: Tx, events: readonly PreparedEvent[]): Promise<Map<string, string>> {
  const claims = new Map(events.map(({ eventID, hash }) => [eventID, hash]));
  const ids = [...claims.keys()].sort();
  if (ids.length === 0) return new Map();
  const inserted = await tx`
    INSERT INTO trace.event_ids (event_id, hash)
    SELECT * FROM unnest(${ids}::text[], ${ids.map((id) => claims.get(id) ?? '')}::text[])
    ON CONFLICT DO NOTHING`;
  if (inserted.count === ids.length) return new Map();
  const rows = await tx<{ event_id: string; hash: string }[]>`
    SELECT event_id, hash FROM trace.event_ids WHERE event_id = ANY(${ids}::text[])`;
  return new Map(rows.filter((row) => claims.get(row.event_id) !== row.hash).map((row) => [row.event_id, row.hash]));
}
