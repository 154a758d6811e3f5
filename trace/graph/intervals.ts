/** A thing was put into or fixed to another, or taken out or off. */
export interface ContainmentChange {
  time: number;
  /** Orders changes of the same moment as they were recorded. */
  sequence: number;
  action: 'ADD' | 'DELETE';
  /** Amount of a lot; null for single items and for "all of it". */
  quantity: number | null;
}

/** When a thing was in another: from (included) until (the moment it left; Infinity while it is still there). */
export interface Interval {
  from: number;
  until: number;
  /** Sequence of the event that began it. */
  sequence: number;
}

/**
 * The times between ADD and DELETE. A DELETE without ADD began before the records; taking a part of a lot's quantity
 * out leaves the rest in.
 */
export function toIntervals(changes: readonly ContainmentChange[]): Interval[] {
  const ordered = [...changes].sort((a, b) => a.time - b.time || a.sequence - b.sequence);
  const intervals: Interval[] = [];
  let open: Interval | null = null;
  let balance: number | null = null;
  for (const { time, sequence, action, quantity } of ordered) {
    if (action === 'ADD') {
      balance = quantity === null || (open && balance === null) ? null : (open ? (balance ?? 0) : 0) + quantity;
      open ??= { from: time, until: Infinity, sequence };
      continue;
    }
    if (open === null && intervals.length > 0) continue;
    if (open !== null && balance !== null && quantity !== null && quantity < balance) {
      balance -= quantity;
      continue;
    }
    intervals.push({ ...(open ?? { from: -Infinity, sequence }), until: time });
    open = null;
    balance = null;
  }
  return open ? [...intervals, open] : intervals;
}

/** The part of an interval that lies in a window, or null. */
export function clip(interval: Interval, from: number, until: number): Interval | null {
  const clipped = { ...interval, from: Math.max(interval.from, from), until: Math.min(interval.until, until) };
  return clipped.from <= clipped.until ? clipped : null;
}
