import type { Store } from '../../store/index.ts';
import type { TransactionStatus } from '../ledgerTypes.ts';
import { lanesErrors } from './errors.ts';

/** One change of a transaction's state. */
export interface TransactionEvent {
  /** Unique and stable. */
  id: string;
  /** Where to continue reading after this event. */
  cursor: string;
  tenant: string;
  transactionId: string;
  state: TransactionStatus;
  /** UTC, ISO 8601. */
  at: string;
}

/** The channel of the database on which new events are announced. */
export const transactionEventsChannel = 'ledger_transaction_events';

export interface ReadTransactionEventsParameters {
  /** Of the last event that was read; null begins with the first. */
  after: string | null;
  /** At most 10,000. */
  limit: number;
  tenant?: string;
}

const maxLimit = 10_000;

interface EventRow {
  xid: string;
  seq: string;
  transaction_id: string;
  tenant: string;
  state: TransactionStatus;
  at: Date;
}

/**
 * Reads changes of state in an order in which none appears later before one that was given already: by the number of the SQL
 * transaction that made them, and only below every one that still runs. @throws LANES_BAD_CURSOR
 */
export async function readTransactionEvents(
  { sql }: Store,
  { after, limit, tenant }: ReadTransactionEventsParameters,
): Promise<TransactionEvent[]> {
  const [, xid = '0', seq = '0'] = /^(\d{1,20})\.(\d{1,19})$/.exec(after ?? '0.0') ?? [];
  if (after !== null && `${xid}.${seq}` !== after) throw lanesErrors.badCursor({ cursor: after });
  const rows = await sql<EventRow[]>`
    SELECT xid::text, seq, transaction_id, tenant, state, at FROM ledger.transaction_events
    WHERE (xid, seq) > (${xid}::text::xid8, ${seq}::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())
      ${tenant === undefined ? sql`` : sql`AND tenant = ${tenant}`}
    ORDER BY xid, seq LIMIT ${Math.min(Math.max(1, limit), maxLimit)}`;
  return rows.map((row) => ({
    id: `${row.xid}.${row.seq}`,
    cursor: `${row.xid}.${row.seq}`,
    tenant: row.tenant,
    transactionId: row.transaction_id,
    state: row.state,
    at: row.at.toISOString(),
  }));
}

/** The cursor behind all events that can be read now; null when there are none. */
export async function readTransactionEventsEnd({ sql }: Store): Promise<string | null> {
  const [row] = await sql<{ cursor: string }[]>`
    SELECT xid::text || '.' || seq AS cursor FROM ledger.transaction_events
    WHERE xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid DESC, seq DESC LIMIT 1`;
  return row?.cursor ?? null;
}
