import type { Sql } from '../../store/index.ts';
import { systemViewer } from '../access/viewer.ts';
import { kindOf } from '../graph/kindOf.ts';
import { readSeenRecords } from '../graph/lineage/readLineageEvents.ts';
import { readRecordThings, type SeenRecord } from '../graph/lineage/seal.ts';
import { walkForward } from '../graph/walkForward.ts';
import type { WalkBounds } from '../graph/walkLevels.ts';

/** A thing that is affected, with one holder in one place. */
export interface AffectedItem {
  thing: string;
  holder: string;
  place: string | null;
  quantity: number | null;
  uom: string | null;
  bizStep: string | null;
  first: Date;
  last: Date;
  /** Sequence of the last event that says so. */
  event: string;
}

export interface Affected {
  items: AffectedItem[];
  events: number;
  truncated: boolean;
}

/** A recall goes further than a page shows. */
const recallBounds: WalkBounds = { maxThings: 50_000, maxEvents: 100_000, maxDepth: 60 };

/** Steps of those who look at a thing without having it. */
const watching = new Set(['inspecting', 'sampling', 'sensor_reporting']);
const isWatching = ({ biz_step, document }: SeenRecord) =>
  document.type === 'ObjectEvent' && document.action === 'OBSERVE' && watching.has(biz_step ?? '');
const chunk = 2_000;

/**
 * Everything that things went into, with who had it, where and when: all events count, whoever may see them, because a
 * holder must be told. The list is in the order of time.
 */
export async function traceAffected(sql: Sql, things: readonly string[], bounds = recallBounds): Promise<Affected> {
  const keys = new Set<string>();
  const events = new Set<string>();
  let truncated = false;
  for (const thing of things) {
    const walk = await walkForward(sql, thing, bounds);
    for (const key of walk.things.keys()) keys.add(key);
    for (const event of walk.events) events.add(event);
    truncated ||= walk.truncated;
  }
  const rows = new Map<string, AffectedItem & { steps: Map<string, number> }>();
  const sequences = [...events];
  for (let at = 0; at < sequences.length; at += chunk) {
    const records = await readSeenRecords(sql, sequences.slice(at, at + chunk), systemViewer);
    for (const record of records) if (!isWatching(record)) takeRecord(rows, keys, record);
  }
  const items = [...rows.values()].map(({ steps, ...item }) => ({
    ...item,
    // The same goods are packed, shipped and sold: the largest step tells how much there was.
    quantity: steps.size > 0 ? Math.max(...steps.values()) : null,
  }));
  items.sort((a, b) => a.first.getTime() - b.first.getTime() || a.thing.localeCompare(b.thing));
  return { items, events: events.size, truncated };
}

const isGoods = (key: string) => ['item', 'lot', 'logisticUnit'].includes(kindOf(key));

function takeRecord(
  rows: Map<string, AffectedItem & { steps: Map<string, number> }>,
  keys: ReadonlySet<string>,
  record: SeenRecord,
): void {
  const place = record.biz_location ?? record.read_point;
  const parts = readRecordThings(record).filter(({ key, role }) => keys.has(key) && role !== 'emptied' && isGoods(key));
  for (const { key, role, quantity, uom } of parts) {
    const name = `${key} ${record.member} ${place}`;
    const known = rows.get(name);
    const base = { thing: key, holder: record.member, place, quantity: null, uom, steps: new Map<string, number>() };
    const time = record.event_time;
    const row = known ?? { ...base, bizStep: record.biz_step, first: time, last: time, event: record.sequence };
    rows.set(name, row);
    if (time < row.first) row.first = time;
    if (time >= row.last) Object.assign(row, { last: time, bizStep: record.biz_step, event: record.sequence });
    if (quantity === null || uom !== row.uom) continue;
    const step = `${role} ${record.biz_step} ${record.document.action}`;
    row.steps.set(step, (row.steps.get(step) ?? 0) + quantity);
  }
}
