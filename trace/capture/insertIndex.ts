import type { Tx } from '../../store/index.ts';
import { column } from './columns.ts';
import type { StoredEvent } from './insertEvents.ts';

/** Writes the rows by which stored events are found: their things, their further fields, their lots. */
export async function insertIndex(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
  await Promise.all([insertThings(tx, events), insertFields(tx, events), insertLots(tx, events)]);
}

async function insertThings(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
  const rows = events.flatMap(({ sequence, event, things }) => {
    const time = new Date(event.eventTime).toISOString();
    return things.map((thing) => ({ sequence, time, ...thing }));
  });
  if (rows.length === 0) return;
  const list = (read: (row: (typeof rows)[number]) => string | number | null) => column(tx, rows.map(read));
  await tx`
    INSERT INTO trace.event_things (event, key, role, level, quantity, uom, event_time)
    SELECT * FROM unnest(
      ${list(({ sequence }) => sequence)}::bigint[], ${list(({ key }) => key)}, ${list(({ role }) => role)},
      ${list(({ level }) => level)}, ${list(({ quantity }) => quantity)}::float8[], ${list(({ uom }) => uom)},
      ${list(({ time }) => time)}::timestamptz[])`;
}

/** Writes the values that queries look for in fields that not every event has. */
export async function insertFields(tx: Tx, events: readonly Pick<StoredEvent, 'sequence' | 'fields'>[]): Promise<void> {
  const rows = events.flatMap(({ sequence, fields }) => fields.map((field) => ({ sequence, ...field })));
  if (rows.length === 0) return;
  const list = (read: (row: (typeof rows)[number]) => string | number | null) => column(tx, rows.map(read));
  await tx`
    INSERT INTO trace.event_fields (event, field, number, time, text)
    SELECT * FROM unnest(
      ${list(({ sequence }) => sequence)}::bigint[], ${list(({ field }) => field)}::bigint[],
      ${list(({ number }) => number)}::float8[],
      ${list(({ time }) => (time === null ? null : new Date(time).toISOString()))}::timestamptz[],
      ${list(({ text }) => text)})`;
}

async function insertLots(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
  const lots = new Map<string, string>();
  for (const { sequence, things } of events) {
    for (const { key } of things) if (isLot(key) && !lots.has(key)) lots.set(key, sequence);
  }
  const items = events.flatMap((event) => event.lotItems);
  for (const { lot } of items) if (!lots.has(lot)) lots.set(lot, events[0]?.sequence ?? '0');
  await Promise.all([
    items.length > 0 &&
      tx`
        INSERT INTO trace.lot_items (lot, item)
        SELECT DISTINCT lot, item
        FROM unnest(${column(
          tx,
          items.map(({ lot }) => lot),
        )}, ${column(
          tx,
          items.map(({ item }) => item),
        )}) AS l(lot, item)
        ORDER BY lot, item
        ON CONFLICT DO NOTHING`,
    lots.size > 0 &&
      tx`
        INSERT INTO trace.lots (key, first_event)
        SELECT key, event FROM unnest(${column(tx, [...lots.keys()])}, ${column(tx, [...lots.values()])}::bigint[])
          AS l(key, event)
        ORDER BY key COLLATE "C"
        ON CONFLICT DO NOTHING`,
  ]);
}

const isLot = (key: string) => key.startsWith('https://id.gs1.org/01/') && key.includes('/10/');
