import type { Words } from './common.ts';
import type { ItemType, Level, Sharing, UpdateCycle } from './words.ts';

/** What is done to values before they leave. */
export type Mask =
  | { kind: 'keep'; first: number; last: number; fill?: string }
  | { kind: 'pseudonym' }
  | { kind: 'date'; to: 'year' | 'quarter' | 'month' }
  | { kind: 'number'; step: number }
  | { kind: 'region'; to: 'province' | 'city' | 'county' }
  | { kind: 'redact' };

/** A column of the data. */
export interface Item {
  name: string;
  title: Words;
  description?: Words;
  type: ItemType;
  sharing: Sharing;
  sensitive: boolean;
  key: boolean;
  level: Level;
  mask: Mask | null;
  required: boolean;
  validity: Record<string, unknown> | null;
}

export interface Quality {
  measuredAt: string;
  rows: number;
  completeness: number;
  uniqueness: number | null;
  validity: number | null;
  items: { name: string; completeness: number; validity: number | null; invalid: number }[];
  missing: string[];
}

export interface Freshness {
  measuredAt: string;
  claimed: UpdateCycle;
  measured: UpdateCycle | null;
  newest: string | null;
  ageHours: number | null;
  kept: boolean | null;
}
