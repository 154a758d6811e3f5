import type { Tx } from '../../store/index.ts';
import type { ExaminedEvent, ExaminedThing, MasterData } from '../findings/examined.ts';
import { tradeItemOf } from '../things.ts';
import { type Limits, seasonOf } from './limits.ts';
import { toKilograms } from './units.ts';

/** What an amount of a lot was in an event. */
export type EntryKind =
  | 'harvest'
  | 'opened'
  | 'input'
  | 'output'
  | 'packed'
  | 'shipped'
  | 'received'
  | 'sold'
  | 'destroyed';

/** An amount of a lot that came or went. */
export interface BalanceEntry {
  event: string;
  kind: EntryKind;
  lot: string;
  member: string;
  place: string | null;
  crop: string | null;
  season: number;
  quantity: number | null;
  uom: string | null;
  kilograms: number | null;
}

const kindsByStep: Readonly<Record<string, EntryKind>> = {
  shipping: 'shipped',
  receiving: 'received',
  accepting: 'received',
  retail_selling: 'sold',
  dispensing: 'sold',
  destroying: 'destroyed',
};

function kindOf({ type, action, step }: ExaminedEvent, { role }: ExaminedThing): EntryKind | null {
  if (role === 'input') return 'input';
  if (role === 'output') return step === 'harvesting' ? 'harvest' : 'output';
  if (role === 'child') return type === 'AggregationEvent' && action === 'ADD' ? 'packed' : null;
  if (role !== 'epc' || (type !== 'ObjectEvent' && type !== 'TransactionEvent')) return null;
  const moved = kindsByStep[step ?? ''];
  if (moved) return action === 'DELETE' && moved === 'received' ? null : moved;
  // Goods that were never weighed before: a harvest recorded as such, or stock that is opened.
  if (action === 'ADD' && type === 'ObjectEvent') return step === 'harvesting' ? 'harvest' : 'opened';
  return null;
}

/** The amounts of lots in an event. */
function readEntries(event: ExaminedEvent, masterData: MasterData, limits: Limits): BalanceEntry[] {
  const entries = new Map<string, BalanceEntry>();
  for (const thing of event.things) {
    const kind = thing.level === 'class' ? kindOf(event, thing) : null;
    if (kind === null || tradeItemOf(thing.key) === thing.key) continue;
    const { key: lot, quantity, uom } = thing;
    const crop = masterData.read(lot, 'crop');
    const kilograms = toKilograms(thing, masterData.number(lot, 'netWeightKilograms'));
    const earlier = entries.get(`${kind} ${lot}`);
    const add = (a: number | null | undefined, b: number | null) =>
      a === undefined ? b : a === null || b === null ? null : a + b;
    entries.set(`${kind} ${lot}`, {
      event: event.sequence,
      kind,
      lot,
      member: event.member,
      place: event.places[0] ?? null,
      crop,
      season: seasonOf(limits, crop, event.time, event.offset),
      quantity: add(earlier?.quantity, quantity),
      uom,
      kilograms: add(earlier?.kilograms, kilograms),
    });
  }
  return [...entries.values()];
}

/** Writes the amounts of events down, anew where they were examined before; events declared erroneous have none. */
export async function recordEntries(
  tx: Tx,
  events: readonly ExaminedEvent[],
  masterData: MasterData,
  limits: Limits,
): Promise<BalanceEntry[]> {
  const entries = events.flatMap((event) => (event.withdrawn ? [] : readEntries(event, masterData, limits)));
  await tx`DELETE FROM trace.balance_entries WHERE event = ANY(${events.map(({ sequence }) => sequence)}::bigint[])`;
  if (entries.length > 0) {
    await tx`
      INSERT INTO trace.balance_entries (event, kind, lot, member, place, crop, season, quantity, uom, kilograms)
      SELECT event, kind, lot, member, place, crop, season, quantity, uom, kilograms
      FROM jsonb_to_recordset(${JSON.stringify(entries)}::text::jsonb) AS e(event bigint, kind text, lot text,
        member text, place text, crop text, season int, quantity double precision, uom text, kilograms double precision)`;
  }
  return entries;
}
