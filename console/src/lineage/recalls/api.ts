import { request } from '../../api/request.ts';
import type { LocalText } from '../../i18n/language.ts';
import type { NodeKind, Place } from '../api.ts';

export const answers = ['withdrawn', 'returned', 'destroyed', 'sold', 'notFound'] as const;
export type Answer = (typeof answers)[number];

interface Named {
  slug: string;
  name: LocalText;
}

interface OwnNotice {
  items: number;
  notifiedAt: string;
  seenAt: string | null;
  answeredAt: string | null;
  answer: Answer | null;
  amount: string | null;
  note: string | null;
}

export interface RecallSummary {
  id: string;
  member: Named;
  things: { id: string; name: LocalText | null }[];
  reason: string;
  instructions: string;
  mock: boolean;
  state: 'open' | 'closed';
  startedAt: string;
  tracedMs: number;
  completedMs: number | null;
  closedAt: string | null;
  outcome: string | null;
  holders: number;
  answered: number;
  items: number;
  events: number;
  truncated: boolean;
  own: OwnNotice | null;
}

export interface Recall extends RecallSummary {
  notices: (OwnNotice & { holder: Named })[];
  acts: { kind: 'started' | 'answered' | 'closed'; member: Named; time: string; statementId: string }[];
  mayClose: boolean;
}

export interface RecallItem {
  thing: { id: string; kind: NodeKind; name: LocalText | null } | null;
  holder: Named;
  place: Place | null;
  quantity: number | null;
  uom: string | null;
  bizStep: string | null;
  firstTime: string | null;
  lastTime: string | null;
}

const path = (id: string, rest = '') => `/api/trace/recalls/${encodeURIComponent(id)}${rest}`;
const page = (token: string | null) =>
  `?${new URLSearchParams({ perPage: '50', ...(token && { nextPageToken: token }) })}`;

export interface RecallPage {
  recalls: RecallSummary[];
  waiting: number;
  nextPageToken: string | null;
}

/** Recalls that concern the own organisation, newest first. */
export function listRecalls(token: string | null, signal?: AbortSignal): Promise<RecallPage> {
  return request(`/api/trace/recalls${page(token)}`, { signal });
}

/** One recall. */
export function getRecall(id: string, signal?: AbortSignal): Promise<Recall> {
  return request(path(id), { signal });
}

/** What a recall affects, a page at a time. */
export function listItems(
  id: string,
  token: string | null,
  signal?: AbortSignal,
): Promise<{ items: RecallItem[]; nextPageToken: string | null }> {
  return request(`${path(id, '/items')}${page(token)}`, { signal });
}

/** Where the list is as CSV. */
export const csvPath = (id: string) => path(id, '/items.csv');

export interface StartParameters {
  things: string[];
  reason: string;
  instructions: string;
  mock: boolean;
}

/** Starts a recall. */
export function startRecall(body: StartParameters): Promise<Recall> {
  return request('/api/trace/recalls', { method: 'POST', body });
}

/** Answers for the own organisation. */
export function answerRecall(
  id: string,
  body: { answer: Answer; amount: string | null; note: string | null },
): Promise<Recall> {
  return request(path(id, '/answers'), { method: 'POST', body });
}

/** Closes a recall. */
export function closeRecall(id: string, outcome: string): Promise<Recall> {
  return request(path(id, '/close'), { method: 'POST', body: { outcome } });
}
