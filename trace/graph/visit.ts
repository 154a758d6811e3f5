/**
 * What of a thing's history is wanted.
 * - `content`: all of it until a moment, with what it was made of and what it contained;
 * - `origin`: only how it came to be;
 * - `carrier`: only what happened to it during a window, because something else was in it or fixed to it then;
 * - `vessel`: as `carrier`, and what it was used up for with what it held.
 */
type VisitMode = 'content' | 'origin' | 'carrier' | 'vessel';

/** A thing to look at. Times are milliseconds since 1970. */
export interface Visit {
  key: string;
  mode: VisitMode;
  from: number;
  until: number;
  depth: number;
}

/** Remembers what was looked at, so that cycles end and nothing is read twice. */
export class VisitMemory {
  readonly #seen = new Map<string, Visit[]>();

  /** True when `visit` adds nothing to those before; otherwise it is remembered. */
  covers(visit: Visit): boolean {
    const earlier = this.#seen.get(visit.key) ?? [];
    if (earlier.some((one) => includes(one, visit))) return true;
    this.#seen.set(visit.key, [...earlier, visit]);
    return false;
  }
}

function includes(one: Visit, other: Visit): boolean {
  const mode = one.mode === other.mode || (one.mode === 'content' && other.mode === 'origin');
  return mode && one.from <= other.from && one.until >= other.until;
}
