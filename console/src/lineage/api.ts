import type { EvidenceStatus } from '../api/getJourney.ts';
import { request } from '../api/request.ts';
import type { LocalText } from '../i18n/language.ts';

export type Direction = 'back' | 'forward' | 'both';
export type NodeKind = 'item' | 'lot' | 'tradeItem' | 'logisticUnit' | 'asset' | 'other' | 'sealed';

export interface Place {
  id: string;
  name: LocalText | null;
  geo: string | null;
}

interface Moment {
  hash: string;
  eventTime: string;
  eventTimeZoneOffset: string;
  bizStep: string | null;
  place: Place | null;
  member: string;
}

export interface LineageNode {
  id: string;
  kind: NodeKind;
  name: LocalText | null;
  direction: 'start' | Direction;
  distance: number;
  first: Moment | null;
  last: Moment | null;
  amounts: { uom: string | null; made: number; received: number; used: number }[];
}

export interface LineageEdge {
  from: string;
  to: string;
  kind: 'input' | 'contained' | 'attached' | 'lot';
  hash: string | null;
  quantity: number | null;
  uom: string | null;
}

/** An event; a sealed one has its hash, member and evidence alone. */
export interface LineageEvent {
  hash: string;
  statementId: string;
  status: EvidenceStatus;
  member: { slug: string; name: LocalText };
  sealed: boolean;
  eventID?: string;
  eventTime?: string;
  eventTimeZoneOffset?: string;
  bizStep?: string | null;
  place?: Place | null;
  things?: { key: string; role: string; quantity: number | null; uom: string | null }[];
}

export interface Gap {
  kind: 'appearsFromNowhere' | 'moreUsedThanMade' | 'shippedNotReceived' | 'receivedNotShipped' | 'holderDiffers';
  node: string;
  since: string;
  members: string[];
  events: string[];
  amount: { expected: number; found: number; uom: string | null } | null;
}

export interface Lineage {
  id: string;
  nodes: LineageNode[];
  edges: LineageEdge[];
  events: LineageEvent[];
  gaps: Gap[];
  truncated: boolean;
}

/** Where a thing came from and where it went. */
export function getLineage(epc: string, direction: Direction, signal?: AbortSignal): Promise<Lineage> {
  const query = new URLSearchParams({ epc, direction });
  return request(`/api/trace/lineage?${query}`, { signal });
}

export const audienceKinds = ['public', 'partners', 'members', 'certifier', 'authority'] as const;

export interface AccessSettings {
  audience: { kind: (typeof audienceKinds)[number]; members: string[] };
  parties: string[];
}

/** Who may see the own events when a capture does not say. */
export function getAccess(signal?: AbortSignal): Promise<AccessSettings> {
  return request('/api/trace/access', { signal });
}

/** Sets who may see the own events. */
export function putAccess(settings: AccessSettings): Promise<AccessSettings> {
  return request('/api/trace/access', { method: 'PUT', body: settings });
}
