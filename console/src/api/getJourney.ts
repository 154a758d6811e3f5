import type { LocalText } from '../i18n/language.ts';
import { request } from './request.ts';

/** How far the evidence of a record has come. */
export type EvidenceStatus = 'pending' | 'integrated' | 'anchored' | 'confirmed';

export interface Temperature {
  min: number;
  max: number;
  unit: string;
  points: { time: string; value: number }[];
}

export interface JourneyStep {
  eventID: string;
  /** CBV 2.0 hash id, `ni:///sha-256;<hex>?ver=CBV2.0`. */
  hash: string;
  type: string;
  eventTime: string;
  eventTimeZoneOffset: string;
  bizStep: string | null;
  disposition: string | null;
  member: { slug: string; name: LocalText };
  place: { id: string; name: LocalText | null; geo?: string | null } | null;
  title: LocalText | null;
  inputs: string[];
  outputs: string[];
  parent: string | null;
  temperature: Temperature | null;
  certificates: { id: string; type: string; name: LocalText | null }[];
  /** SHA-256 of the pictures that the event names. */
  photos: string[];
  statementId: string;
  status: EvidenceStatus;
}

export interface Journey {
  product: {
    gtin: string;
    lot: string;
    digitalLink: string;
    name: LocalText | null;
    origin: LocalText | null;
    /** The producer's own words. */
    description?: LocalText | null;
    demo: boolean;
  };
  steps: JourneyStep[];
  /** True when there are more steps than one answer holds. */
  truncated?: boolean;
}

/** The journey of one lot. */
export function getJourney(gtin: string, lot: string, signal?: AbortSignal): Promise<Journey> {
  return request(`/api/products/01/${gtin}/10/${encodeURIComponent(lot)}`, { signal });
}
