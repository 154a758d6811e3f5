import type { Sql } from '../../store/index.ts';
import { tradeItemOf } from '../things.ts';
import { type ContainmentChange, clip, toIntervals } from './intervals.ts';
import {
  type Part,
  type Partner,
  readEmptied,
  readLotItems,
  readPartners,
  readParts,
  readTransformations,
} from './readParts.ts';
import type { Visit } from './visit.ts';
import { type Walk, type WalkBounds, walkLevels } from './walkLevels.ts';

interface Round {
  visits: Visit[];
  parts: Part[];
  partners: Map<string, Partner[]>;
  emptied: Map<string, { sequence: string; time: number }[]>;
  transformations: Map<string, { sequence: string; time: number }[]>;
  lotItems: { lot: string; item: string }[];
}

/** Follows a thing back, breadth first, one round of queries a level. */
export async function walkBack(sql: Sql, start: string, bounds: WalkBounds): Promise<Walk> {
  return walkLevels(start, bounds, async (walk, visits) => {
    const round = await readRound(sql, visits, bounds, walk);
    return visits.flatMap((visit, index) => follow(walk, round, visit, index));
  });
}

async function readRound(sql: Sql, visits: Visit[], bounds: WalkBounds, walk: Walk): Promise<Round> {
  const limit = bounds.maxEvents * 4;
  const keys = visits.filter(({ mode }) => mode === 'content').map(({ key }) => key);
  const [parts, lotItems] = await Promise.all([
    readParts(sql, visits, limit),
    readLotItems(sql, keys, bounds.maxThings),
  ]);
  const asParent = parts.filter(({ role }) => role === 'parent').map(({ sequence }) => sequence);
  const events = [...new Set(parts.map(({ sequence }) => sequence))];
  const [partners, emptied, transformations] = await Promise.all([
    readPartners(sql, events, { asParent }, limit),
    readEmptied(sql, { events }),
    readTransformations(
      sql,
      parts.flatMap(({ transformation, role }) => (transformation && role === 'output' ? [transformation] : [])),
    ),
  ]);
  const siblings = transformations
    .map(({ sequence }) => sequence)
    .filter((one) => !parts.some((part) => part.sequence === one));
  partners.push(...(await readPartners(sql, siblings, {}, limit)));
  if (parts.length >= limit || partners.length >= limit || lotItems.length >= bounds.maxThings) walk.truncated = true;
  return {
    visits,
    parts,
    lotItems,
    partners: Map.groupBy(partners, ({ sequence }) => sequence),
    emptied: Map.groupBy(emptied, ({ key }) => key),
    transformations: Map.groupBy(transformations, ({ transformation }) => transformation),
  };
}

/** Takes what one visit found into the walk and gives the visits that follow from it. */
function follow(walk: Walk, round: Round, visit: Visit, index: number): Visit[] {
  const { key, mode, from, until, depth } = visit;
  const isStart = depth === 0;
  // A quantity of a trade item without a lot is a name for too many things to follow.
  if (!isStart && mode !== 'carrier' && tradeItemOf(key) === key) return [];
  const parts = round.parts.filter((part) => part.visit === index);
  const next: Visit[] = [];
  for (const part of parts) {
    const used = part.role === 'input' && !isStart;
    const others = mode === 'content' && !isStart && part.role === 'parent' && part.type === 'AggregationEvent';
    if (part.time >= from && part.role !== 'emptied' && !used && !others) walk.events.add(part.sequence);
    if (part.role === 'output') next.push(...followInputs(walk, round, visit, part));
  }
  if (mode === 'origin') return next;
  next.push(...followContainers(walk, round, visit, parts), ...followContents(walk, round, visit, parts));
  if (mode === 'content') {
    for (const { lot, item } of round.lotItems) {
      if (lot !== key && item !== key) continue;
      walk.edges.push({ from: item, to: lot, kind: 'lot', sequence: null });
      const other = lot === key ? item : lot;
      next.push({ key: other, mode: lot === key ? 'content' : 'origin', from: -Infinity, until, depth: depth + 1 });
    }
  }
  return next;
}

function followInputs(walk: Walk, round: Round, { key, depth }: Visit, part: Part): Visit[] {
  const siblings = part.transformation === null ? undefined : round.transformations.get(part.transformation);
  return (siblings ?? [part]).flatMap(({ sequence, time }) => {
    walk.events.add(sequence);
    const inputs = round.partners.get(sequence)?.filter(({ role }) => role === 'input') ?? [];
    return inputs.map((input): Visit => {
      walk.edges.push({ from: input.key, to: key, kind: 'input', sequence });
      return { key: input.key, mode: 'content', from: -Infinity, until: time, depth: depth + 1 };
    });
  });
}

const isContainment = ({ type }: Part) => type === 'AggregationEvent' || type === 'AssociationEvent';
const kindOf = (type: string) => (type === 'AssociationEvent' ? 'attached' : 'contained');

function toChange(part: Part, quantity: number | null): ContainmentChange[] {
  const { time, sequence, action } = part;
  return action === 'ADD' || action === 'DELETE' ? [{ time, sequence: Number(sequence), action, quantity }] : [];
}

/** Moments at which a container was emptied end every stay in it. */
function emptyings(round: Round, container: string): ContainmentChange[] {
  const moments = round.emptied.get(container) ?? [];
  return moments.map(({ time, sequence }) => ({ time, sequence: Number(sequence), action: 'DELETE', quantity: null }));
}

/** What happened to the containers and assets of a thing while it was in or on them. */
function followContainers(walk: Walk, round: Round, visit: Visit, parts: Part[]): Visit[] {
  const stays = new Map<string, { container: string; type: string; changes: ContainmentChange[] }>();
  for (const part of parts.filter((one) => one.role === 'child' && isContainment(one))) {
    for (const { key: container, role } of round.partners.get(part.sequence) ?? []) {
      if (role !== 'parent') continue;
      const name = `${part.type} ${container}`;
      const stay = stays.get(name) ?? { container, type: part.type, changes: [] };
      stay.changes.push(...toChange(part, part.quantity));
      stays.set(name, stay);
    }
  }
  return [...stays.values()].flatMap(({ container, type, changes }) => {
    if (changes.length === 0) return [];
    const began = Math.min(...changes.map(({ time }) => time));
    const ends = emptyings(round, container).filter(({ time }) => time >= began);
    return toIntervals([...changes, ...ends]).flatMap((interval) => {
      const stay = clip(interval, visit.from, visit.until);
      if (!stay) return [];
      walk.edges.push({ from: visit.key, to: container, kind: kindOf(type), sequence: String(stay.sequence) });
      // An event that took everything out does not name this thing, yet it is about it.
      for (const end of ends) if (end.time === stay.until) walk.events.add(String(end.sequence));
      return [{ key: container, mode: 'carrier', from: stay.from, until: stay.until, depth: visit.depth + 1 } as const];
    });
  });
}

/** What was in a thing, and what was fixed to it: sensors and components speak for it while they are on it. */
function followContents(walk: Walk, round: Round, visit: Visit, parts: Part[]): Visit[] {
  const stays = new Map<string, { child: string; type: string; changes: ContainmentChange[] }>();
  const own = parts.filter((part) => part.role === 'parent' && isContainment(part));
  for (const part of own) {
    for (const { key: child, role, quantity } of round.partners.get(part.sequence) ?? []) {
      if (role !== 'child') continue;
      const name = `${part.type} ${child}`;
      const stay = stays.get(name) ?? { child, type: part.type, changes: [] };
      stay.changes.push(...toChange(part, quantity));
      stays.set(name, stay);
    }
  }
  return [...stays.values()].flatMap(({ child, type, changes }) => {
    const attached = type === 'AssociationEvent';
    if (changes.length === 0 || (!attached && visit.mode !== 'content')) return [];
    const began = Math.min(...changes.map(({ time }) => time));
    const ends = emptyings(round, visit.key).filter(({ time }) => time >= began);
    return toIntervals([...changes, ...ends]).flatMap((interval): Visit[] => {
      const stay = clip(interval, visit.from, visit.until);
      // Material that was used counts with what it held then; the start counts with all that it ever held.
      if (!stay || (!attached && visit.depth > 0 && interval.until < visit.until)) return [];
      walk.edges.push({ from: child, to: visit.key, kind: kindOf(type), sequence: String(stay.sequence) });
      const { from, until } = stay;
      const depth = visit.depth + 1;
      if (attached) return [{ key: child, mode: 'carrier', from, until, depth }];
      walk.events.add(String(stay.sequence));
      return [{ key: child, mode: 'content', from: -Infinity, until, depth }];
    });
  });
}
