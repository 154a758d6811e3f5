import type { EvidenceStatus } from '../../evidence.ts';
import type { LocalText } from '../../names.ts';

export type Direction = 'back' | 'forward' | 'both';

/** Where something happened. */
export interface LineagePlace {
  id: string;
  name: LocalText | null;
  geo: string | null;
}

/** When, where and with whom a thing was. */
export interface Moment {
  /** Of the event that says so. */
  hash: string;
  eventTime: string;
  eventTimeZoneOffset: string;
  bizStep: string | null;
  place: LineagePlace | null;
  member: string;
}

/** Amounts of a thing in one unit, over the events that the viewer may see. */
export interface Amounts {
  /** UN/CEFACT code; null for pieces. */
  uom: string | null;
  made: number;
  received: number;
  used: number;
}

export interface LineageNode {
  /** Canonical GS1 Digital Link or the URI as recorded; `sealed:1` and so on for a thing that only sealed events name. */
  id: string;
  kind: 'item' | 'lot' | 'tradeItem' | 'logisticUnit' | 'asset' | 'other' | 'sealed';
  name: LocalText | null;
  /** `start` is the thing that was asked for; `both` is found in both directions. */
  direction: 'start' | Direction;
  /** Steps from the start. */
  distance: number;
  first: Moment | null;
  last: Moment | null;
  amounts: Amounts[];
}

export interface LineageEdge {
  from: string;
  to: string;
  /** `from` went into `to`: as material, into a container, onto an asset; `lot`: `to` is an item of the lot `from`. */
  kind: 'input' | 'contained' | 'attached' | 'lot';
  /** Hash of the event that says so; null where the lot of an item does. */
  hash: string | null;
  /** How much of `from`, where the event says so. */
  quantity: number | null;
  uom: string | null;
}

/** What everybody may know of an event: that it is there, whose it is, and its evidence. */
interface EventSeal {
  hash: string;
  statementId: string;
  status: EvidenceStatus;
  member: { slug: string; name: LocalText };
}

export interface SealedEvent extends EventSeal {
  sealed: true;
}

export interface OpenEvent extends EventSeal {
  sealed: false;
  eventID: string;
  type: string;
  action: string | null;
  eventTime: string;
  eventTimeZoneOffset: string;
  bizStep: string | null;
  disposition: string | null;
  place: LineagePlace | null;
  things: { key: string; role: string; quantity: number | null; uom: string | null }[];
}

export type LineageEvent = OpenEvent | SealedEvent;

/**
 * Something that the records should say and do not.
 * - `appearsFromNowhere`: used, packed, shipped or sold without ever being made or received;
 * - `moreUsedThanMade`: more of a lot was used than was made (or received) of it;
 * - `shippedNotReceived`: it left and nobody says that it arrived;
 * - `receivedNotShipped`: it arrived from another member that never says it left;
 * - `holderDiffers`: another member than the last holder acts on it, and no handing over lies between.
 */
export interface Gap {
  kind: 'appearsFromNowhere' | 'moreUsedThanMade' | 'shippedNotReceived' | 'receivedNotShipped' | 'holderDiffers';
  /** Id of the node. */
  node: string;
  /** When it shows, ISO 8601. */
  since: string;
  /** Slugs, in the order of time. */
  members: string[];
  /** Hashes of the events that show it. */
  events: string[];
  amount: { expected: number; found: number; uom: string | null } | null;
}

export interface Lineage {
  id: string;
  direction: Direction;
  nodes: LineageNode[];
  edges: LineageEdge[];
  /** In the order in which they happened. */
  events: LineageEvent[];
  gaps: Gap[];
  /** True when there is more than the bounds allow to show. */
  truncated: boolean;
}
