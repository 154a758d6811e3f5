import type { Tx } from '../../store/index.ts';

/** A pallet with its cases and their packs: deeper is not looked. */
const maxDepth = 5;

/** What was in some containers at a moment, themselves included. */
export async function readContents(tx: Tx, keys: readonly string[], time: number): Promise<string[]> {
  if (keys.length === 0) return [];
  const at = new Date(time);
  const rows = await tx<{ key: string }[]>`
    WITH RECURSIVE inside (key, depth) AS (
      SELECT key COLLATE "C", 0 FROM unnest(${[...keys]}::text[]) AS k(key)
      UNION
      SELECT c.key, i.depth + 1
      FROM inside i
      JOIN trace.event_things p ON p.key = i.key AND p.role = 'parent' AND p.event_time <= ${at}
      JOIN trace.events e ON e.sequence = p.event AND e.type = 'AggregationEvent' AND e.action <> 'DELETE'
        AND e.declaration = ''
      JOIN trace.event_things c ON c.event = p.event AND c.role = 'child'
      WHERE i.depth < ${maxDepth} AND NOT EXISTS (
        SELECT FROM trace.event_things q JOIN trace.events d ON d.sequence = q.event
        WHERE q.key = c.key AND q.role = 'child' AND d.type = 'AggregationEvent' AND d.action = 'DELETE'
          AND d.event_time > e.event_time AND d.event_time <= ${at})
    )
    SELECT DISTINCT key FROM inside LIMIT 5000`;
  const items = rows.map(({ key }) => key);
  const lots = await tx<{ lot: string }[]>`
    SELECT DISTINCT lot FROM trace.lot_items WHERE item = ANY(${items}::text[]) LIMIT 1000`;
  return [...new Set([...items, ...lots.map(({ lot }) => lot)])];
}
