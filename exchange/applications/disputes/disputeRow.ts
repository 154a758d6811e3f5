import { readClock } from '../clocks/stageClock.ts';
import type { WorkCalendar } from '../clocks/workCalendar.ts';
import type { ApplicationForm } from '../model.ts';
import type { Dispute } from './dispute.ts';

/** A row of exchange.disputes. */
export interface DisputeRow {
  participant: string;
  id: string;
  application: string;
  provider_did: string;
  provider_slug: string;
  consumer_did: string;
  consumer_slug: string;
  dataset: string;
  form: Omit<ApplicationForm, 'applicant'>;
  refusal: { ground: string; text: string };
  reason: string;
  limit_days: number;
  due_at: Date;
  ruling: Dispute['ruling'];
  created_at: Date;
  ruled_at: Date | null;
}

/** A dispute as the data authority sees it now. */
export function toDispute(row: DisputeRow, calendar: WorkCalendar, now: Date): Dispute {
  const { limit_days, due_at } = row;
  const clock = { stage: 'ruling', limit_days, due_at, paused_days: null, escalated: 0 } as const;
  return {
    id: row.id,
    application: row.application,
    provider: { did: row.provider_did, slug: row.provider_slug },
    consumer: { did: row.consumer_did, slug: row.consumer_slug },
    dataset: row.dataset,
    form: row.form,
    refusal: row.refusal,
    reason: row.reason,
    state: row.ruling ? 'ruled' : 'open',
    clock: row.ruling ? null : readClock(calendar, now, clock),
    ruling: row.ruling,
    createdAt: row.created_at.toISOString(),
  };
}
