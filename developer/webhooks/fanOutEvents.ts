import type { Store, Tx } from '../../store/index.ts';
import type { ToldState } from './webhook.ts';

/** One change of a transaction's state, as the lanes report it. */
export interface TransactionEvent {
  /** Unique and stable. */
  id: string;
  /** Where to continue reading after this event. */
  cursor: string;
  tenant: string;
  transactionId: string;
  state: ToldState;
  /** UTC, ISO 8601. */
  at: string;
}

/** Where the events come from. */
export interface EventSource {
  /** Channel of the database on which new events are announced. */
  channel: string;
  /** Reads events in an order in which none appears later before one already given; from the first when `after` is null. */
  read(parameters: { after: string | null; limit: number; tenant?: string }): Promise<TransactionEvent[]>;
  /** The cursor behind all events that are there now; null when there are none. */
  readEnd(): Promise<string | null>;
}

/** What one pass does at most. */
const batchSize = 1_000;

/** The message of an event: its type and the body, exactly as it is signed. */
function formatMessage({ state, at, transactionId }: TransactionEvent): { type: string; body: string } {
  const type = `transaction.${state}`;
  return { type, body: JSON.stringify({ type, timestamp: at, data: { transactionId, state, at } }) };
}

/**
 * Turns new events into messages for the webhooks that want them. The place reached and the messages are one SQL transaction, so
 * none is lost and none is made twice. Gives how many events it passed on.
 */
export async function fanOutEvents(store: Store, source: EventSource): Promise<number> {
  const [known] = await store.sql<{ cursor: string | null; wanted: boolean }[]>`
    SELECT cursor, EXISTS (SELECT FROM developer.webhooks WHERE deleted_at IS NULL) AS wanted FROM developer.outbox`;
  const after = known?.cursor ?? null;
  const events = known?.wanted ? await source.read({ after, limit: batchSize }) : [];
  const reached = known?.wanted ? events.at(-1)?.cursor : await source.readEnd();
  if (!reached || reached === after) return 0;
  return store.transaction(async (tx) => {
    const moved = await tx`UPDATE developer.outbox SET cursor = ${reached} WHERE cursor IS NOT DISTINCT FROM ${after}`;
    if (moved.count === 0) return 0;
    await storeMessages(tx, events);
    return events.length;
  });
}

async function storeMessages(tx: Tx, events: TransactionEvent[]): Promise<void> {
  const tenants = [...new Set(events.map(({ tenant }) => tenant))];
  const webhooks = await tx<{ id: string; member: string; states: ToldState[] }[]>`
    SELECT id, member, states FROM developer.webhooks WHERE deleted_at IS NULL AND member = ANY(${tenants}::text[])`;
  if (webhooks.length === 0) return;
  const messages = events.flatMap((event) =>
    webhooks
      .filter(({ member, states }) => member === event.tenant && states.includes(event.state))
      .map(({ id }) => ({ webhook_id: id, event_id: event.id, ...formatMessage(event) })),
  );
  const placed = messages.map((message, place) => ({ ...message, place }));
  if (messages.length === 0) return;
  await tx`
    INSERT INTO developer.messages (webhook_id, event_id, type, body)
    SELECT webhook_id, event_id, type, body
    FROM jsonb_to_recordset(${JSON.stringify(placed)}::text::jsonb)
      AS m(webhook_id uuid, event_id text, type text, body text, place int)
    ORDER BY place
    ON CONFLICT (webhook_id, event_id) DO NOTHING`;
}
