import { STATUS_CODES } from 'node:http';
import { XiangyuError } from '../../errors.ts';
import type { Store } from '../../store/index.ts';
import type { Viewer } from '../access/viewer.ts';
import type { EpcFormat } from '../formats/index.ts';
import type { EventRecord } from '../query/storedEvent.ts';
import { composePush } from './composePush.ts';
import { type PushHouse, postPush } from './postPush.ts';
import { readNewEvents } from './readNewEvents.ts';
import { nextRun, type Schedule } from './schedule.ts';

export interface SubscriptionsHouse extends PushHouse {
  store: Store;
  /** As what a member looks at events now; null while it may not. */
  viewerOf: (member: string) => Promise<Viewer | null>;
  /** Pause after that many failed attempts, from 1. */
  retryDelayMs: (attempts: number) => number;
  signal: AbortSignal;
}

interface DueRow {
  id: string;
  query: string;
  member: string;
  dest: string;
  token: Uint8Array | null;
  schedule: Schedule | null;
  report_if_empty: boolean;
  epc_format: EpcFormat;
  initial_record_time: Date;
  cursor: string;
  run_until: string | null;
  pending_until: string | null;
  batch: number;
  attempts: number;
  definition: DefinitionRow['definition'];
  prefixes: DefinitionRow['prefixes'];
}
type DefinitionRow = {
  definition: Parameters<typeof readNewEvents>[1]['query']['query'];
  prefixes: Record<string, string>;
};

/** How long a member that may not see anything waits for its subscriptions to go on. */
const suspendedMs = 60_000;

/**
 * Brings one subscription a step further: fixes the next push and sends it, or repeats the one that was under way. Gives
 * whether there may be more to do at once. `watermark` is as `readWatermark` gives it.
 */
export async function advanceSubscription(house: SubscriptionsHouse, id: string, watermark: string): Promise<boolean> {
  const { store, viewerOf } = house;
  const [row] = await store.sql<DueRow[]>`
    SELECT s.*, q.definition, q.prefixes FROM trace.subscriptions s JOIN trace.queries q ON q.name = s.query
    WHERE s.id = ${id} AND s.next_attempt_at <= now()`;
  if (!row) return false;
  const viewer = await viewerOf(row.member);
  if (viewer === null) {
    await postpone(house, row, suspendedMs, 'The member may not see events at present.');
    return false;
  }
  const begins = row.run_until === null && row.pending_until === null;
  const runUntil = row.schedule ? (row.run_until ?? watermark) : null;
  const until = row.pending_until ?? runUntil ?? watermark;
  let events: EventRecord[];
  try {
    const from = row.initial_record_time.toISOString();
    const { definition: query, prefixes, cursor: after, batch: limit } = row;
    events =
      BigInt(until) > BigInt(after)
        ? await readNewEvents(store.sql, {
            query: { query, prefixes },
            viewer,
            after,
            until,
            recordedFrom: from,
            limit,
          })
        : [];
  } catch (error) {
    if (!(error instanceof XiangyuError) || error.retryable) throw error;
    const body = JSON.stringify(problemOf(error));
    await postPush(house, {
      ...address(row, 'error'),
      mediaType: 'application/problem+json',
      body,
      signal: house.signal,
    });
    await postpone(house, row, house.retryDelayMs(row.attempts + 1), error.reason);
    return false;
  }
  const full = events.length === row.batch;
  const reached = full ? (events.at(-1)?.sequence ?? until) : until;
  if (events.length === 0 && !(begins && row.schedule && row.report_if_empty)) {
    await settle(house, row, { reached, runUntil, notified: false });
    return false;
  }
  // What is under way is fixed before it is sent: after a crash the same push is sent again.
  const { count } = await store.sql`
    UPDATE trace.subscriptions SET pending_until = ${reached}, run_until = ${runUntil}
    WHERE id = ${id} AND cursor = ${row.cursor} AND pending_until IS NOT DISTINCT FROM ${row.pending_until}`;
  if (count === 0) return true;
  return send(house, { ...row, run_until: runUntil, pending_until: reached }, events);
}

const address = ({ id, dest, token, cursor }: DueRow, name: string) => ({
  dest,
  token,
  pushId: `${id}/${cursor}/${name}`,
});

async function send(house: SubscriptionsHouse, row: DueRow, events: EventRecord[]): Promise<boolean> {
  const { id, query: queryName, epc_format: epcFormat, pending_until: reached, run_until: runUntil } = row;
  const body = composePush({ events, queryName, subscriptionID: id, epcFormat });
  const push = { ...address(row, reached ?? ''), mediaType: 'application/json', body, signal: house.signal } as const;
  const { kind, problem } = await postPush(house, push);
  if (kind === 'delivered') {
    await settle(house, row, { reached: reached ?? row.cursor, runUntil, notified: true });
    return true;
  }
  if (kind === 'gone') {
    await house.store.sql`DELETE FROM trace.subscriptions WHERE id = ${id}`;
    return false;
  }
  if (kind === 'tooLarge' && events.length > 1) {
    // The push that was under way is given up for a smaller one that begins at the same event.
    await house.store.sql`
      UPDATE trace.subscriptions SET batch = ${Math.ceil(events.length / 2)}, pending_until = NULL, last_problem = ${problem}
      WHERE id = ${id}`;
    return true;
  }
  await postpone(house, row, house.retryDelayMs(row.attempts + 1), problem);
  return false;
}

/** Records that everything up to `reached` was told, and when a finished scheduled run is followed by the next. */
async function settle(
  { store }: SubscriptionsHouse,
  row: DueRow,
  { reached, runUntil, notified }: { reached: string; runUntil: string | null; notified: boolean },
): Promise<void> {
  const runEnds = row.schedule !== null && runUntil !== null && BigInt(reached) >= BigInt(runUntil);
  const next = runEnds && row.schedule ? nextRun(row.schedule, new Date()) : null;
  await store.sql`
    UPDATE trace.subscriptions
    SET cursor = greatest(cursor, ${reached}::bigint), pending_until = NULL, run_until = ${runEnds ? null : runUntil},
      attempts = 0, last_problem = NULL, min_record_time = greatest(min_record_time, now()),
      last_notified_at = CASE WHEN ${notified} THEN now() ELSE last_notified_at END,
      next_run_at = CASE WHEN ${runEnds} THEN ${next?.toISOString() ?? null}::timestamptz ELSE next_run_at END,
      next_attempt_at = CASE WHEN ${runEnds} THEN coalesce(${next?.toISOString() ?? null}::timestamptz, 'infinity') ELSE now() END
    WHERE id = ${row.id} AND cursor = ${row.cursor}`;
}

async function postpone(
  { store }: SubscriptionsHouse,
  row: DueRow,
  delayMs: number,
  problem: string | null,
): Promise<void> {
  await store.sql`
    UPDATE trace.subscriptions
    SET attempts = attempts + 1, last_problem = ${problem}, next_attempt_at = now() + ${delayMs} * interval '1 millisecond'
    WHERE id = ${row.id}`;
}

function problemOf({ type, status, reason, code, nextStep }: XiangyuError) {
  return {
    type: type ?? 'epcisException:ImplementationException',
    title: STATUS_CODES[status],
    status,
    detail: reason,
    code,
    nextStep,
  };
}
