import type { DetectorContext, ExaminedEvent } from './examined.ts';
import type { DetectorName, Doubt } from './finding.ts';

/** What an examination gave: doubts, and subjects that were looked at and are in order. */
export interface Examination {
  doubts: Doubt[];
  /** A doubt about one of these, found earlier, has lost its ground. */
  clear: string[];
}

/**
 * Looks at newly recorded events, and in the database at what belongs to them. The same events may be examined again,
 * after others or when something else became known: the answer depends on what is recorded, not on the order.
 */
export interface Detector {
  name: DetectorName;
  examine(context: DetectorContext, events: readonly ExaminedEvent[]): Promise<Examination>;
}

/** Adds a doubt, or clears its subject when there is no reason. */
export function conclude(examination: Examination, doubt: Doubt): void {
  if (doubt.reasons.length > 0) examination.doubts.push(doubt);
  else examination.clear.push(doubt.subject);
}
