import { randomUUID } from 'node:crypto';
import type { Seal } from '../../alliance/index.ts';
import { inBoth } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { readWatermark } from '../readWatermark.ts';
import { queryErrors } from './errors.ts';
import type { SubscriptionDraft } from './parseSubscription.ts';
import { readQuery } from './query.ts';
import { nextRun } from './schedule.ts';
import { type Subscription, type SubscriptionRow, toSubscription } from './subscription.ts';

/** Most subscriptions of one member. */
const most = 200;
/** Events of one push at first. */
const firstBatch = 200;

/** Wakes whoever sends to webhooks. */
export const subscriptionChannel = 'trace_subscriptions';

export interface CreateSubscriptionParameters {
  store: Store;
  seal: Seal;
  member: string;
  query: string;
  draft: SubscriptionDraft;
  /** How identifiers are written in pushes: the header GS1-EPC-Format. */
  epcFormat: string;
}

/**
 * Adds a webhook subscription. It is told of events recorded from `initialRecordTime` on, which is now unless given.
 * @throws TRACE_QUERY_UNKNOWN, TRACE_TOO_MANY_QUERIES
 */
export async function createSubscription(parameters: CreateSubscriptionParameters): Promise<Subscription> {
  const { store, seal, member, draft, epcFormat } = parameters;
  const { name } = await readQuery(store.sql, parameters.query);
  const now = new Date();
  const initial = draft.initialRecordTime ?? now.toISOString();
  // From the beginning when it asks for the past. A capture that is slow just now counts by its record time.
  const cursor = draft.initialRecordTime === null ? ((await readWatermark(store.sql)) ?? '0') : '0';
  const next = draft.schedule ? nextRun(draft.schedule, now) : null;
  const token = draft.signatureToken === null ? null : seal.seal(draft.signatureToken);
  const row = await store.transaction(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`trace.subscriptions ${member}`}, 0))`;
    const [known] = await tx<
      { count: number }[]
    >`SELECT count(*)::int FROM trace.subscriptions WHERE member = ${member}`;
    if ((known?.count ?? 0) >= most)
      throw queryErrors.tooManyQueries(...inBoth({ most, what: { en: 'subscriptions', zh: '订阅' } }));
    const [made] = await tx<SubscriptionRow[]>`
      INSERT INTO trace.subscriptions (id, query, member, dest, token, schedule, report_if_empty, epc_format, created_at,
        initial_record_time, min_record_time, cursor, batch, next_run_at, next_attempt_at)
      SELECT ${randomUUID()}, name, ${member}, ${draft.dest}, ${token},
        ${draft.schedule ? JSON.stringify(draft.schedule) : null}::text::jsonb, ${draft.reportIfEmpty}, ${epcFormat},
        ${now.toISOString()}, ${initial}, ${initial}, ${cursor}, ${firstBatch}, ${next?.toISOString() ?? null},
        ${(next ?? now).toISOString()}
      FROM trace.queries WHERE name = ${name}
      RETURNING *`;
    if (!made) throw queryErrors.queryUnknown({ name });
    await store.notify(tx, subscriptionChannel, '');
    return made;
  });
  return toSubscription(row);
}
