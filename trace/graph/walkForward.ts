import type { Sql } from '../../store/index.ts';
import { tradeItemOf } from '../things.ts';
import { clip } from './intervals.ts';
import {
  type Part,
  type Partner,
  readEmptied,
  readLotItems,
  readPartners,
  readParts,
  readTransformations,
} from './readParts.ts';
import { readStays } from './stays.ts';
import type { Visit } from './visit.ts';
import { type Walk, type WalkBounds, walkLevels } from './walkLevels.ts';

interface Round {
  parts: Part[];
  partners: Map<string, Partner[]>;
  emptied: Map<string, { sequence: string; time: number }[]>;
  transformations: Map<string, { sequence: string; time: number }[]>;
  lotItems: { lot: string; item: string }[];
}

/** Follows a thing forward: what was made of it, what it was packed into and where that went while it was in it. */
export async function walkForward(sql: Sql, start: string, bounds: WalkBounds): Promise<Walk> {
  return walkLevels(start, bounds, async (walk, visits) => {
    const round = await readRound(sql, visits, bounds, walk);
    return visits.flatMap((visit, index) => follow(walk, round, visit, index));
  });
}

async function readRound(sql: Sql, visits: Visit[], bounds: WalkBounds, walk: Walk): Promise<Round> {
  const limit = bounds.maxEvents * 4;
  const contents = visits.filter(({ mode }) => mode === 'content').map(({ key }) => key);
  const [parts, lotItems] = await Promise.all([
    readParts(sql, visits, limit),
    readLotItems(sql, contents, bounds.maxThings),
  ]);
  const sequencesOf = (role: string) => parts.filter((part) => part.role === role).map(({ sequence }) => sequence);
  const asInput = sequencesOf('input');
  const events = [...new Set(parts.map(({ sequence }) => sequence))];
  const [partners, emptied, transformations] = await Promise.all([
    readPartners(sql, events, { asParent: sequencesOf('parent'), asInput }, limit),
    readEmptied(sql, { events, keys: contents }),
    readTransformations(
      sql,
      parts.flatMap(({ transformation, role }) => (transformation && role === 'input' ? [transformation] : [])),
    ),
  ]);
  const siblings = transformations.map(({ sequence }) => sequence).filter((one) => !asInput.includes(one));
  const outputs = await readPartners(sql, siblings, { asInput: siblings }, limit);
  partners.push(...outputs);
  if (parts.length >= limit || partners.length >= limit || lotItems.length >= bounds.maxThings) walk.truncated = true;
  return {
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
  // A quantity of a trade item without a lot is a name for too many things to follow.
  if (depth > 0 && mode === 'content' && tradeItemOf(key) === key) return [];
  const parts = round.parts.filter((part) => part.visit === index);
  const next: Visit[] = [];
  for (const part of parts) {
    if (part.time >= from && part.role !== 'emptied') walk.events.add(part.sequence);
    if (part.role === 'input') next.push(...followOutputs(walk, round, visit, part));
  }
  next.push(...followContainers(walk, round, visit, parts));
  if (mode === 'vessel') return next;
  next.push(...followContents(walk, round, visit, parts));
  for (const { lot, item } of round.lotItems) {
    if (lot !== key) continue;
    walk.edges.push({ from: lot, to: item, kind: 'lot', sequence: null });
    next.push({ key: item, mode: 'content', from, until, depth: depth + 1 });
  }
  return next;
}

/** What a thing was used for; a transformation may be recorded in several events (EPCIS 2.0 section 7.4.6). */
function followOutputs(walk: Walk, round: Round, { key, depth }: Visit, part: Part): Visit[] {
  const siblings = part.transformation === null ? undefined : round.transformations.get(part.transformation);
  const events = [part, ...(siblings ?? []).filter(({ sequence }) => sequence !== part.sequence)];
  return events.flatMap(({ sequence, time }) => {
    walk.events.add(sequence);
    const outputs = round.partners.get(sequence)?.filter(({ role }) => role === 'output') ?? [];
    return outputs.map((output): Visit => {
      walk.edges.push({ from: key, to: output.key, kind: 'input', sequence });
      return { key: output.key, mode: 'content', from: Math.min(time, part.time), until: Infinity, depth: depth + 1 };
    });
  });
}

/** What happened to the containers of a thing while it was in them. */
function followContainers(walk: Walk, round: Round, visit: Visit, parts: Part[]): Visit[] {
  const own = parts.filter(({ role }) => role === 'child');
  return readStays(own, round, 'parent').flatMap(({ other: container, kind, intervals, ends }) =>
    intervals.flatMap((interval): Visit[] => {
      const stay = clip(interval, visit.from, visit.until);
      if (!stay) return [];
      walk.edges.push({ from: visit.key, to: container, kind, sequence: String(stay.sequence) });
      // An event that took everything out does not name this thing, yet it is about it.
      for (const end of ends) if (end.time === stay.until) walk.events.add(end.sequence);
      return [{ key: container, mode: 'vessel', from: stay.from, until: stay.until, depth: visit.depth + 1 }];
    }),
  );
}

/** What was in a thing goes on its own way when it is taken out. */
function followContents(walk: Walk, round: Round, visit: Visit, parts: Part[]): Visit[] {
  const own = parts.filter(({ role, type }) => role === 'parent' && type === 'AggregationEvent');
  return readStays(own, round, 'child', visit.key).flatMap(({ other: child, kind, intervals }) =>
    intervals.flatMap((interval): Visit[] => {
      const stay = clip(interval, visit.from, visit.until);
      if (!stay) return [];
      walk.edges.push({ from: child, to: visit.key, kind, sequence: String(stay.sequence) });
      return [{ key: child, mode: 'content', from: stay.from, until: Infinity, depth: visit.depth + 1 }];
    }),
  );
}
