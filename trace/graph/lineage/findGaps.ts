import { findCustodyGaps } from './custody.ts';
import type { Amounts, Gap } from './model.ts';
import type { HistoryPart } from './readHistory.ts';
import { isMaking, isReceiving, isUsing } from './steps.ts';

export interface FindGapsParameters {
  /** Every part of every thing, the oldest first. */
  history: readonly HistoryPart[];
  /** Pairs of things of which one was in the other, or is an item of it. */
  related: readonly (readonly [string, string])[];
  /** Milliseconds since 1970. */
  now: number;
}

const toIso = (time: number) => new Date(time).toISOString();
const isProduct = (key: string) => /^https:\/\/id\.gs1\.org\/01\/\d{14}\/(?:10|21)\//.test(key);

/**
 * What the records should say of things and do not. A gap is told only where the viewer may see every event that it is
 * concluded from; a hidden event that explains a thing closes its gap.
 */
export function findGaps({ history, related, now }: FindGapsParameters): Gap[] {
  const byKey = Map.groupBy(history, ({ key }) => key);
  const partsOf = (key: string) => byKey.get(key) ?? [];
  const neighbours = Map.groupBy(
    related.flatMap(([one, other]) => [
      { key: one, other },
      { key: other, other: one },
    ]),
    ({ key }) => key,
  );
  const near = (key: string) => new Set((neighbours.get(key) ?? []).map(({ other }) => other));
  return [...byKey].flatMap(([key, parts]) => [
    ...(isProduct(key) ? findOriginGap(key, parts, [...near(key)].flatMap(partsOf)) : []),
    ...(isProduct(key) ? findAmountGaps(key, parts) : []),
    ...findCustodyGaps({ key, parts, around: [...reach(key, near)].flatMap(partsOf), now }),
  ]);
}

/** Everything a thing was in, with what was in that: what happened to the pallet happened to the case. */
function reach(key: string, near: (key: string) => Set<string>): Set<string> {
  const found = new Set<string>();
  let level = new Set([key]);
  for (let depth = 0; depth < 4 && level.size > 0; depth++) {
    const next = new Set([...level].flatMap((one) => [...near(one)]).filter((one) => one !== key && !found.has(one)));
    for (const one of next) found.add(one);
    level = next;
  }
  return found;
}

function findOriginGap(key: string, parts: HistoryPart[], around: HistoryPart[]): Gap[] {
  const use = parts.find(isUsing);
  if (!use?.visible || parts.some((part) => isMaking(part) || isReceiving(part))) return [];
  // Received with its container, or made as the items of the lot or the lot of the item.
  if (around.some((part) => isReceiving(part) || (isProduct(part.key) && isMaking(part)))) return [];
  return [
    {
      kind: 'appearsFromNowhere',
      node: key,
      since: toIso(use.time),
      members: [use.member],
      events: [use.hash],
      amount: null,
    },
  ];
}

/** Slack for rounded weights. */
const tolerance = 1.001;

function findAmountGaps(key: string, parts: HistoryPart[]): Gap[] {
  return toAmounts(parts).flatMap(({ uom, made, received, used }) => {
    const uses = parts.filter((part) => part.role === 'input' && part.uom === uom);
    const sources = parts.filter(made > 0 ? isMaking : isReceiving);
    const expected = made > 0 ? made : received;
    const known = sources.every((part) => part.quantity !== null && part.uom === uom && part.visible);
    if (expected === 0 || !known || used <= expected * tolerance || !uses.every(({ visible }) => visible)) return [];
    const [first] = uses;
    return [
      {
        kind: 'moreUsedThanMade',
        node: key,
        since: toIso(uses.at(-1)?.time ?? first?.time ?? 0),
        members: [...new Set(uses.map(({ member }) => member))],
        events: [...new Set([...sources, ...uses].map(({ hash }) => hash))],
        amount: { expected, found: used, uom },
      },
    ];
  });
}

/** Sums what was made, received and used of a thing, unit by unit. */
export function toAmounts(parts: readonly HistoryPart[]): Amounts[] {
  const measured = parts.filter(({ quantity }) => quantity !== null);
  const sum = (chosen: readonly HistoryPart[]) =>
    Math.round(chosen.reduce((total, { quantity }) => total + (quantity ?? 0), 0) * 1e6) / 1e6;
  return [...Map.groupBy(measured, ({ uom }) => uom)].map(([uom, own]) => ({
    uom,
    made: sum(own.filter(isMaking)),
    received: sum(own.filter((part) => part.role === 'epc' && isReceiving(part))),
    used: sum(own.filter(({ role }) => role === 'input')),
  }));
}
