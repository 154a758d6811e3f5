import type { LineageNode, LineagePlace } from '../graph/lineage/model.ts';
import type { LocalText } from '../names.ts';

export const answers = ['withdrawn', 'destroyed', 'returned', 'sold', 'notFound'] as const;
/** What a holder did with what it had: kept it back, destroyed it, sent it back; or had sold it, or never found it. */
export type Answer = (typeof answers)[number];

/** A thing that a recall affects, with one holder in one place. */
export interface RecallItem {
  /** Null where the caller may not see the event that tells of it. */
  thing: { id: string; kind: LineageNode['kind']; name: LocalText | null } | null;
  holder: { slug: string; name: LocalText };
  place: LineagePlace | null;
  quantity: number | null;
  uom: string | null;
  bizStep: string | null;
  /** When it was first and last there, ISO 8601. */
  firstTime: string | null;
  lastTime: string | null;
}

/** A holder and what it answered. */
export interface RecallNotice {
  holder: { slug: string; name: LocalText };
  /** How many rows of the list are its own. */
  items: number;
  notifiedAt: string;
  seenAt: string | null;
  answeredAt: string | null;
  answer: Answer | null;
  /** In the holder's words, such as "40 packs". */
  amount: string | null;
  note: string | null;
}

export interface RecallAct {
  kind: 'started' | 'answered' | 'closed';
  member: { slug: string; name: LocalText };
  time: string;
  /** Its statement in the evidence log. */
  statementId: string;
}

export interface RecallSummary {
  id: string;
  /** The member that started it. */
  member: { slug: string; name: LocalText };
  things: { id: string; name: LocalText | null }[];
  reason: string;
  instructions: string;
  mock: boolean;
  state: 'open' | 'closed';
  startedAt: string;
  /** Milliseconds until everything affected was found. */
  tracedMs: number;
  /** Milliseconds from the start until the last holder had answered; null before. */
  completedMs: number | null;
  closedAt: string | null;
  outcome: string | null;
  holders: number;
  answered: number;
  /** How many rows the list has. */
  items: number;
  /** Events that were followed. */
  events: number;
  /** True when there is more than could be followed, so that the list is not complete. */
  truncated: boolean;
  /** The caller's own part; null when it holds nothing. */
  own: Omit<RecallNotice, 'holder'> | null;
}

export interface Recall extends RecallSummary {
  notices: RecallNotice[];
  acts: RecallAct[];
  /** Whether the caller may close it. */
  mayClose: boolean;
}
