import type { EvidenceStatus } from './getJourney.ts';
import { request } from './request.ts';

interface RecentEvent {
  eventID: string;
  hash: string;
  type: string;
  eventTime: string;
  eventTimeZoneOffset: string;
  bizStep: string | null;
  /** Slug. */
  member: string;
  status: EvidenceStatus;
}

export interface TraceStats {
  events: number;
  captures: number;
  lastEventAt: string | null;
  recent: RecentEvent[];
}

/** How many events were captured, and the last ones. */
export function getTraceStats(signal?: AbortSignal): Promise<TraceStats> {
  return request('/api/trace/stats', { signal });
}
