import type { EvidenceStatus } from '../../evidence.ts';
import type { Description, LocalText } from '../../names.ts';
import type { EventThing } from '../../things.ts';
import { kindOf } from '../kindOf.ts';
import { toAmounts } from './findGaps.ts';
import type { MergedWalk } from './mergeWalks.ts';
import type { Direction, Gap, Lineage, LineageEdge, LineageEvent, LineagePlace, Moment } from './model.ts';
import type { HistoryPart } from './readHistory.ts';
import { nameMember, openMask, type SeenRecord } from './seal.ts';

interface KnownRecord {
  record: SeenRecord;
  things: EventThing[];
}

export interface ComposeLineageParameters {
  id: string;
  direction: Direction;
  walk: MergedWalk;
  records: readonly KnownRecord[];
  history: readonly HistoryPart[];
  gaps: readonly Gap[];
  descriptions: ReadonlyMap<string, Description>;
  statuses: ReadonlyMap<string, EvidenceStatus>;
  names: ReadonlyMap<string, LocalText>;
}

/** Puts together what a viewer gets to see; nothing of a sealed event goes in but its seal. */
export function composeLineage(parameters: ComposeLineageParameters): Lineage {
  const { id, direction, walk, records, history, gaps, descriptions } = parameters;
  const open = records.filter(({ record }) => record.visible);
  const known = new Set([id, ...open.flatMap(({ things }) => things.map(({ key }) => key))]);
  const mask = openMask(known);
  const place = (record: SeenRecord) => placeIn(record, descriptions);
  const moments = readMoments(open, place);
  const amounts = Map.groupBy(
    history.filter(({ visible }) => visible),
    ({ key }) => key,
  );
  const nodes = [...walk.things].map(([key, distance]) => {
    const sealed = !known.has(key);
    const [first = null, last = null] = moments.get(key) ?? [];
    return {
      id: mask(key),
      kind: sealed ? ('sealed' as const) : kindOf(key),
      name: sealed ? null : (descriptions.get(key)?.name ?? null),
      direction: walk.directions.get(key) ?? 'start',
      distance,
      first,
      last,
      amounts: sealed ? [] : toAmounts(amounts.get(key) ?? []),
    };
  });
  return {
    id,
    direction,
    nodes,
    edges: composeEdges(walk, records, mask),
    events: records.map((one) => composeEvent(one, parameters, place)),
    gaps: gaps.filter(({ node }) => known.has(node)),
    truncated: walk.truncated,
  };
}

function composeEdges(walk: MergedWalk, records: readonly KnownRecord[], mask: (key: string) => string) {
  const bySequence = new Map(records.map((one) => [one.record.sequence, one]));
  return walk.edges.map(({ from, to, kind, sequence }): LineageEdge => {
    const known = sequence === null ? undefined : bySequence.get(sequence);
    const role = kind === 'input' ? 'input' : 'child';
    const given = (known?.record.visible ? known.things : []).filter((one) => one.key === from && one.role === role);
    const [first] = given;
    const same = given.every(({ uom, quantity }) => uom === first?.uom && quantity !== null);
    return {
      from: mask(from),
      to: mask(to),
      kind,
      hash: known?.record.hash ?? null,
      quantity: first && same ? given.reduce((total, { quantity }) => total + (quantity ?? 0), 0) : null,
      uom: first && same ? first.uom : null,
    };
  });
}

function placeIn(record: SeenRecord, descriptions: ReadonlyMap<string, Description>): LineagePlace | null {
  const id = record.biz_location ?? record.read_point;
  if (id === null) return null;
  const { name = null, geo = null } = descriptions.get(id) ?? {};
  return { id, name, geo };
}

/** The first and the last time that a thing was seen. */
function readMoments(open: readonly KnownRecord[], place: (record: SeenRecord) => LineagePlace | null) {
  const moments = new Map<string, [Moment, Moment]>();
  for (const { record, things } of open) {
    const moment: Moment = {
      hash: record.hash,
      eventTime: record.event_time.toISOString(),
      eventTimeZoneOffset: record.document.eventTimeZoneOffset,
      bizStep: record.biz_step,
      place: place(record),
      member: record.member,
    };
    for (const { key } of things) moments.set(key, [moments.get(key)?.[0] ?? moment, moment]);
  }
  return moments;
}

function composeEvent(
  { record, things }: KnownRecord,
  { statuses, names }: ComposeLineageParameters,
  place: (record: SeenRecord) => LineagePlace | null,
): LineageEvent {
  const seal = {
    hash: record.hash,
    statementId: record.statement_id ?? '',
    status: statuses.get(record.statement_id ?? '') ?? 'pending',
    member: nameMember(names, record.member),
  };
  if (!record.visible) return { ...seal, sealed: true };
  return {
    ...seal,
    sealed: false,
    eventID: record.event_id,
    type: record.document.type,
    action: record.document.action ?? null,
    eventTime: record.event_time.toISOString(),
    eventTimeZoneOffset: record.document.eventTimeZoneOffset,
    bizStep: record.biz_step,
    disposition: record.disposition,
    place: place(record),
    things: things
      .filter(({ role }) => role !== 'emptied')
      .map(({ key, role, quantity, uom }) => ({ key, role, quantity, uom })),
  };
}
