import type { Sql } from '../../store/index.ts';
import { publicViewer, type Viewer } from '../access/viewer.ts';
import { type LocalText, readDescriptions } from '../names.ts';
import { toThingKey } from '../things.ts';
import { kindOf } from './kindOf.ts';
import { readSeenRecords } from './lineage/readLineageEvents.ts';
import { readRecordThings, type SeenRecord } from './lineage/seal.ts';
import { walkBack } from './walkBack.ts';
import type { WalkBounds } from './walkLevels.ts';

/** A thing on the way. */
interface TraceNode {
  /** Canonical GS1 Digital Link, or the URI under which it was recorded. */
  id: string;
  kind: 'item' | 'lot' | 'tradeItem' | 'logisticUnit' | 'asset' | 'other';
  name: LocalText | null;
  /** Steps from the thing that was asked for. */
  distance: number;
}

/** How one thing came to matter to another: `from` went into `to`. */
interface TraceEdge {
  from: string;
  to: string;
  kind: 'input' | 'contained' | 'attached' | 'lot';
  /** The event that says so; null where the lot of an item does. */
  eventID: string | null;
}

/** An event on the way. */
interface TraceEvent {
  eventID: string;
  hash: string;
  type: string;
  action: string | null;
  eventTime: string;
  eventTimeZoneOffset: string;
  bizStep: string | null;
  disposition: string | null;
  readPoint: string | null;
  bizLocation: string | null;
  member: string;
}

export interface TraceBackReturnType {
  /** The thing that was asked for. */
  id: string;
  nodes: TraceNode[];
  edges: TraceEdge[];
  /** In the order in which they happened. */
  events: TraceEvent[];
  /** True when there is more than the bounds allow to show. */
  truncated: boolean;
}

/** The bounds of one answer. */
export const traceBounds: WalkBounds = { maxThings: 1_000, maxEvents: 2_000, maxDepth: 40 };

/**
 * Where a thing came from: what happened to it, to the containers that it was in while it was in them, and to what it
 * was made of. `epc` is an EPC URI, a GS1 Digital Link, or a lot (GTIN and lot). Empty lists when nothing is known. What
 * the viewer may not see is left out; the lineage has its seals.
 */
export async function traceBack(
  sql: Sql,
  epc: string,
  bounds: WalkBounds = traceBounds,
  viewer: Viewer = publicViewer,
): Promise<TraceBackReturnType> {
  const id = toThingKey(epc);
  const walk = await walkBack(sql, id, bounds);
  const all = await readSeenRecords(sql, [...walk.events].slice(0, bounds.maxEvents), viewer);
  const records = all.filter(({ visible }) => visible);
  const known = new Set([id, ...records.flatMap((record) => readRecordThings(record).map(({ key }) => key))]);
  const things = [...walk.things.keys()].filter((key) => known.has(key));
  const descriptions = await readDescriptions(sql, things);
  const eventIDs = new Map(records.map((record) => [record.sequence, record.event_id]));
  const edges = new Map(
    walk.edges
      .filter(({ from, to, sequence }) => known.has(from) && known.has(to) && !isHidden(all, sequence))
      .map(({ from, to, kind, sequence }) => {
        const eventID = sequence === null ? null : (eventIDs.get(sequence) ?? null);
        return [`${from} ${to} ${kind} ${eventID}`, { from, to, kind, eventID }];
      }),
  );
  return {
    id,
    nodes: things.map((key) => ({
      id: key,
      kind: kindOf(key),
      name: descriptions.get(key)?.name ?? null,
      distance: walk.things.get(key) ?? 0,
    })),
    edges: [...edges.values()],
    events: records.map((record) => ({
      eventID: record.event_id,
      hash: record.hash,
      type: record.document.type,
      action: record.document.action ?? null,
      eventTime: record.event_time.toISOString(),
      eventTimeZoneOffset: record.document.eventTimeZoneOffset,
      bizStep: record.biz_step,
      disposition: record.disposition,
      readPoint: record.read_point,
      bizLocation: record.biz_location,
      member: record.member,
    })),
    truncated: walk.truncated || walk.events.size > bounds.maxEvents,
  };
}

const isHidden = (all: readonly SeenRecord[], sequence: string | null) =>
  sequence !== null && all.some((record) => record.sequence === sequence && !record.visible);
