import type { Store } from '../../../store/index.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { EvidenceLog } from '../../evidence.ts';
import type { ReadMembers } from '../../journey/buildJourney.ts';
import { readDescriptions } from '../../names.ts';
import { toThingKey } from '../../things.ts';
import { traceBounds } from '../traceBack.ts';
import { walkBack } from '../walkBack.ts';
import { walkForward } from '../walkForward.ts';
import type { WalkBounds } from '../walkLevels.ts';
import { composeLineage } from './composeLineage.ts';
import { findGaps } from './findGaps.ts';
import { mergeWalks } from './mergeWalks.ts';
import type { Direction, Lineage } from './model.ts';
import { readHistory } from './readHistory.ts';
import { readSeenRecords, readStatuses } from './readLineageEvents.ts';
import { readRecordThings, type SeenRecord } from './seal.ts';

export interface LineageHouse {
  store: Store;
  ledger: Pick<EvidenceLog, 'statements'>;
  readMembers: ReadMembers;
}

export interface TraceLineageParameters {
  /** EPC URI or GS1 Digital Link of an item, a lot or a unit. */
  epc: string;
  direction: Direction;
  viewer: Viewer;
  bounds?: WalkBounds;
  now?: Date;
}

/** Most parts of things that gaps are concluded from. */
const mostParts = 20_000;

/**
 * Where a thing came from and where it went, across aggregation, association, transformation and transaction events, with
 * amounts, and with what is missing. Steps that the viewer may not see are sealed: hash, member and evidence alone.
 */
export async function traceLineage(house: LineageHouse, parameters: TraceLineageParameters): Promise<Lineage> {
  const { epc, direction, viewer, bounds = traceBounds, now = new Date() } = parameters;
  const { sql } = house.store;
  const id = toThingKey(epc);
  const [back, forward] = await Promise.all([
    direction === 'forward' ? null : walkBack(sql, id, bounds),
    direction === 'back' ? null : walkForward(sql, id, bounds),
  ]);
  const walk = mergeWalks(id, back, forward);
  const keys = [...walk.things.keys()];
  const sequences = [...walk.events].slice(0, bounds.maxEvents);
  const tracked = keys.filter(isTracked);
  const [records, history, descriptions] = await Promise.all([
    readSeenRecords(sql, sequences, viewer),
    readHistory(sql, { keys: tracked, viewer, limit: mostParts }),
    readDescriptions(sql, keys),
  ]);
  const [statuses, members, places] = await Promise.all([
    readStatuses(house.ledger, records),
    house.readMembers([...new Set(records.map(({ member }) => member))]),
    readDescriptions(sql, [...new Set(records.flatMap(placeOf))]),
  ]);
  // Conclusions from a part of the history would accuse somebody of what the rest explains.
  const whole = history.length < mostParts;
  const related = walk.edges.filter(({ kind }) => kind !== 'input').map(({ from, to }) => [from, to] as const);
  return composeLineage({
    id,
    direction,
    walk: { ...walk, truncated: walk.truncated || walk.events.size > sequences.length || !whole },
    records: records.map((record) => ({ record, things: readRecordThings(record) })),
    history: whole ? history : [],
    gaps: whole ? findGaps({ history, related, now: now.getTime() }) : [],
    descriptions: new Map([...descriptions, ...places]),
    statuses,
    names: new Map(members.map(({ slug, name }) => [slug, name])),
  });
}

const isTracked = (key: string) => /^https:\/\/id\.gs1\.org\/(?:00\/|01\/\d{14}\/)/.test(key);

/** Where an event happened. */
function placeOf({ biz_location, read_point }: SeenRecord): string[] {
  const place = biz_location ?? read_point;
  return place === null ? [] : [place];
}
