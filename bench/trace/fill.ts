import type { Store } from '../../store/index.ts';
import { eventsPerChain, makeChain, makeDocument } from './workload.ts';

/** The name that the first chain has, with as many characters as that of every copy. */
export const chainName = (number: number) => `Z${String(number).padStart(7, '0')}`;
const template = chainName(0);
const chainsAtOnce = 250;

type Capture = (document: unknown) => Promise<void>;

/**
 * Stores chains until there are `events` events: the first is captured, the others are its rows again under names and
 * hashes of their own, written by the server to itself. Gives how many chains there are.
 */
export async function fill(store: Store, capture: Capture, events: number): Promise<number> {
  const { sql } = store;
  const [before] = await sql<{ last: string }[]>`SELECT coalesce(max(sequence), 0) AS last FROM trace.events`;
  await capture(makeDocument(makeChain(template)));
  const first = Number(before?.last ?? 0) + 1;
  const chains = Math.ceil(events / eventsPerChain);
  for (let from = 1; from < chains; from += chainsAtOnce) {
    const until = Math.min(from + chainsAtOnce, chains) - 1;
    await copyChains(store, first, from, until);
    if (from % 1000 === 1) console.error(`  ${until + 1} of ${chains} chains`);
  }
  const last = first + chains * eventsPerChain;
  await sql`SELECT setval('trace.event_sequence', ${last}::bigint)`;
  // Index pages as they are after years, statistics as autovacuum would have made them.
  for (const table of ['events', 'event_things', 'event_fields', 'lots', 'lot_items']) {
    await sql`VACUUM (ANALYZE) ${sql(`trace.${table}`)}`;
  }
  return chains;
}

async function copyChains({ sql }: Store, first: number, from: number, until: number): Promise<void> {
  const numbers = sql`generate_series(${from}::int, ${until}::int) AS chain`;
  const named = sql`(SELECT chain, 'Z' || lpad(chain::text, 7, '0') AS name FROM ${numbers}) AS copy`;
  const shifted = sql`e.sequence + chain * ${eventsPerChain}::bigint`;
  const own = sql`e.sequence >= ${first}::bigint AND e.sequence < ${first + eventsPerChain}::bigint`;
  const hash = sql`'ni:///sha-256;' || encode(sha256((e.hash || name)::bytea), 'hex') || '?ver=CBV2.0'`;
  const moved = sql`e.event_time + chain * interval '1 minute'`;
  await sql`
    INSERT INTO trace.events (sequence, event_id, hash, declaration, capture_id, member, record_time, type, action,
      event_time, event_time_zone_offset, biz_step, disposition, read_point, biz_location, transformation_id, envelope,
      document, statement_id)
    SELECT ${shifted}, ${hash}, ${hash}, '', 'fill' || chain, 'member' || chain % 50,
      e.record_time + chain * interval '1 second', e.type, e.action, ${moved}, e.event_time_zone_offset, e.biz_step,
      e.disposition, e.read_point, e.biz_location, e.transformation_id, e.envelope,
      replace(e.document::text, ${template}, name)::jsonb, gen_random_uuid()::text
    FROM trace.events e, ${named} WHERE ${own} ORDER BY 1`;
  await sql`
    INSERT INTO trace.event_ids (event_id, hash) SELECT ${hash}, ${hash} FROM trace.events e, ${named} WHERE ${own}`;
  await sql`
    INSERT INTO trace.event_things (event, key, role, level, quantity, uom, event_time)
    SELECT ${shifted}, replace(t.key, ${template}, name), t.role, t.level, t.quantity, t.uom, ${moved}
    FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event, ${named} WHERE ${own} ORDER BY 1`;
  await sql`
    INSERT INTO trace.event_fields (event, field, number, time, text)
    SELECT ${shifted}, f.field, f.number, f.time, replace(f.text, ${template}, name)
    FROM trace.event_fields f JOIN trace.events e ON e.sequence = f.event, ${named} WHERE ${own} ORDER BY 1`;
  await sql`
    INSERT INTO trace.lots (key, first_event)
    SELECT replace(key, ${template}, name), first_event + chain * ${eventsPerChain}::bigint
    FROM trace.lots, ${named} WHERE key LIKE ${`%${template}%`}`;
}
