import type { JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import type { EpcisEvent } from '../epcis/event.ts';
import { bareWord, type Prefixes, readPrefixes } from '../epcis/terms.ts';
import { type Role, tradeItemOf } from '../things.ts';

/** A thing in an event that is examined. */
export interface ExaminedThing {
  key: string;
  role: Role;
  level: 'instance' | 'class';
  quantity: number | null;
  uom: string | null;
}

/** An event as detectors see it. */
export interface ExaminedEvent {
  sequence: string;
  hash: string;
  member: string;
  type: string;
  action: string | null;
  /** Milliseconds since 1970. */
  time: number;
  /** Such as +08:00. */
  offset: string;
  /** Bare word of the step, without a namespace of our own: `harvesting`, `shipping`. */
  step: string | null;
  /** Read point, then business location. */
  places: string[];
  transformation: string | null;
  document: EpcisEvent;
  prefixes: Prefixes;
  things: ExaminedThing[];
  /** True when it was declared erroneous: nothing it says counts any more. */
  withdrawn: boolean;
}

/** What a detector works with. */
export interface DetectorContext {
  tx: Tx;
  /** Master data of trade items and places that the events mention, by key. */
  masterData: MasterData;
}

/** Attributes of things by key; a part of a place has those of the place, an item those of its trade item. */
export interface MasterData {
  read(key: string, name: string): string | null;
  number(key: string, name: string): number | null;
}

interface Row {
  sequence: string;
  hash: string;
  member: string;
  type: string;
  action: string | null;
  event_time: Date;
  event_time_zone_offset: string;
  biz_step: string | null;
  read_point: string | null;
  biz_location: string | null;
  transformation_id: string | null;
  document: EpcisEvent;
  context: JsonValue;
  withdrawn: boolean;
  things: ExaminedThing[] | null;
}

/** The last part of a step: a word of the CBV as it is, one of our own without its namespace. */
export function stepWord(prefixes: Prefixes, step: string | null): string | null {
  if (step === null) return null;
  const word = bareWord(prefixes, step);
  return /^https:\/\/ns\.xiangyu\.example\/bizStep\/(\w+)$/.exec(word)?.[1] ?? word;
}

/** Reads events by sequence for examination, in the order of their recording. */
export async function readExamined(tx: Tx, sequences: readonly string[]): Promise<ExaminedEvent[]> {
  const rows = await tx<Row[]>`
    SELECT e.sequence::text, e.hash, e.member, e.type, e.action, e.event_time, e.event_time_zone_offset, e.biz_step,
      e.read_point, e.biz_location, e.transformation_id, e.document, v.content->'@context' AS context,
      EXISTS (SELECT FROM trace.events d WHERE d.hash = e.hash AND d.member = e.member AND d.declaration <> '') AS withdrawn,
      (SELECT jsonb_agg(jsonb_build_object('key', t.key, 'role', t.role, 'level', t.level, 'quantity', t.quantity,
        'uom', t.uom)) FROM trace.event_things t WHERE t.event = e.sequence) AS things
    FROM trace.events e JOIN trace.envelopes v ON v.digest = e.envelope
    WHERE e.sequence = ANY(${[...sequences]}::bigint[]) AND e.declaration = ''
    ORDER BY e.sequence`;
  return rows.map((row) => {
    const prefixes = readPrefixes(row.context, row.document['@context'] ?? null);
    return {
      sequence: row.sequence,
      hash: row.hash,
      member: row.member,
      type: row.type,
      action: row.action,
      time: row.event_time.getTime(),
      offset: row.event_time_zone_offset,
      step: stepWord(prefixes, row.biz_step),
      places: [...new Set([row.read_point, row.biz_location].filter((place) => place !== null))],
      transformation: row.transformation_id,
      document: row.document,
      prefixes,
      things: row.things ?? [],
      withdrawn: row.withdrawn,
    };
  });
}

/** The key of the place that a part of a place belongs to. */
function siteOf(key: string): string {
  return key.replace(/^(https:\/\/id\.gs1\.org\/414\/\d{13})\/.*$/, '$1');
}

const namespaces = ['https://ns.xiangyu.example/mda#', 'urn:epcglobal:cbv:mda#', 'urn:epcglobal:cbv:mda:'];

/** Reads master data of `keys` and of what they belong to. */
export async function readMasterData(tx: Tx, keys: readonly string[]): Promise<MasterData> {
  const parents = (key: string) => [...new Set([key, tradeItemOf(key) ?? siteOf(key)])];
  const rows = await tx<{ key: string; attributes: Record<string, JsonValue> }[]>`
    SELECT key, attributes FROM trace.vocabulary WHERE key = ANY(${[...new Set(keys.flatMap(parents))]}::text[])`;
  const known = new Map(rows.map(({ key, attributes }) => [key, attributes]));
  const read = (key: string, name: string): string | null => {
    for (const owner of parents(key)) {
      for (const namespace of namespaces) {
        const value = known.get(owner)?.[`${namespace}${name}`];
        if (typeof value === 'string' || typeof value === 'number') return String(value);
      }
    }
    return null;
  };
  return {
    read,
    number(key, name) {
      const text = read(key, name);
      const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
      return Number.isFinite(value) ? value : null;
    },
  };
}
