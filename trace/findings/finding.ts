import type { Reason, WeighedReason } from '../certificates/checkCertificate.ts';

/** What looks for doubts; `report` are consumers who saw something. */
export const detectorNames = [
  'certificate',
  'mass-balance',
  'cold-chain',
  'journey',
  'clone',
  'foreign-product',
  'report',
] as const;

/** One of `detectorNames`. */
export type DetectorName = (typeof detectorNames)[number];

/** How much a finding matters. */
export type Severity = 'low' | 'medium' | 'high';

/** Whether somebody decided about a finding. */
export type FindingState = 'open' | 'confirmed' | 'dismissed';

/** A doubt about what was recorded, with its reasons. */
export interface Finding {
  id: string;
  detector: DetectorName;
  /** What it is about, such as `event ni:…`, `item https://…` or `harvest {place} {crop} {season}`. */
  subject: string;
  /** 0 to 1: 1 − the product of what each reason leaves possible. */
  score: number;
  severity: Severity;
  /** The weightiest first. */
  reasons: Reason[];
  /** Hashes of the events concerned. */
  events: string[];
  things: string[];
  /** Slugs of the organisations concerned, and of those that certify them. */
  members: string[];
  certifiers: string[];
  state: FindingState;
  createdAt: string;
  changedAt: string;
}

/** What a detector found about a subject. */
export interface Doubt {
  subject: string;
  /** At least one. */
  reasons: WeighedReason[];
  events: string[];
  things: string[];
  members: string[];
}

/** Score and severity of a doubt: independent reasons add up, and none makes it certain. */
export function scoreOf(reasons: readonly WeighedReason[]): { score: number; severity: Severity } {
  const left = reasons.reduce((rest, { weight }) => rest * (1 - Math.min(Math.max(weight, 0), 0.99)), 1);
  const score = Math.round((1 - left) * 100) / 100;
  return { score, severity: score >= 0.75 ? 'high' : score >= 0.45 ? 'medium' : 'low' };
}

/** A row of trace.findings. */
export interface FindingRow {
  id: string;
  sequence: string;
  detector: DetectorName;
  subject: string;
  score: number;
  severity: Severity;
  reasons: Reason[];
  events: string[];
  things: string[];
  members: string[];
  certifiers: string[];
  state: FindingState;
  created_at: Date;
  changed_at: Date;
}

/** A row as the API shows it. */
export function toFinding({ sequence: _, created_at, changed_at, ...row }: FindingRow): Finding {
  return { ...row, createdAt: created_at.toISOString(), changedAt: changed_at.toISOString() };
}
