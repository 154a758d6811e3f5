import type { Gap } from './model.ts';
import type { HistoryPart } from './readHistory.ts';
import { isHolding, isReceiving, isShipping } from './steps.ts';

interface FindCustodyGapsParameters {
  key: string;
  /** Parts of the thing, the oldest first. */
  parts: readonly HistoryPart[];
  /** Parts of what it was in and of what was in it. */
  around: readonly HistoryPart[];
  /** Milliseconds since 1970. */
  now: number;
}

/** A load may be on its way for so long before it counts as lost. */
const graceMs = 14 * 24 * 3_600_000;

/** Gaps in the custody of a thing that was itself shipped or received. */
export function findCustodyGaps({ key, parts, around, now }: FindCustodyGapsParameters): Gap[] {
  const all = [...parts, ...around];
  const gap = (kind: Gap['kind'], shown: HistoryPart[]): Gap[] => {
    const [last] = shown.slice(-1);
    if (!last || !shown.every(({ visible }) => visible)) return [];
    const events = [...new Set(shown.map(({ hash }) => hash))];
    const members = [...new Set(shown.map(({ member }) => member))];
    return [{ kind, node: key, since: new Date(last.time).toISOString(), members, events, amount: null }];
  };

  const shipped = parts.filter(isShipping).at(-1);
  const lost =
    shipped !== undefined &&
    now - shipped.time > graceMs &&
    !all.some(
      (part) =>
        part.time >= shipped.time &&
        part !== shipped &&
        (isReceiving(part) || (isHolding(part) && part.member !== shipped.member)),
    );

  const received = parts.find(isReceiving);
  const before = received && all.filter((part) => part.time <= received.time && part !== received);
  const holder = before?.filter((part) => isHolding(part) && part.member !== received?.member).at(-1);
  const unsent = received && holder && !before?.some(isShipping) ? [holder, received] : [];

  return [
    ...(lost ? gap('shippedNotReceived', [shipped]) : []),
    ...gap('receivedNotShipped', unsent),
    ...gap('holderDiffers', findOtherHolder(parts, around)),
  ];
}

/**
 * The last holder, and another member that acts as holder although it never received the thing. While the thing is on its
 * way it may be in anybody's hands; a lot may have several holders.
 */
function findOtherHolder(parts: readonly HistoryPart[], around: readonly HistoryPart[]): HistoryPart[] {
  const all = [...parts, ...around].sort((a, b) => a.time - b.time || Number(a.sequence) - Number(b.sequence));
  const received = new Set<string>();
  let onTheWay = false;
  let holder: HistoryPart | null = null;
  for (const part of all) {
    const { key, member } = part;
    const own = parts.some((one) => one.key === key);
    if (isReceiving(part)) received.add(member);
    else if (own && isHolding(part) && !onTheWay) {
      if (holder !== null && holder.member !== member && !received.has(member)) return [holder, part];
      holder = part;
    }
    if (isReceiving(part)) onTheWay = false;
    else if (isShipping(part)) onTheWay = true;
  }
  return [];
}
