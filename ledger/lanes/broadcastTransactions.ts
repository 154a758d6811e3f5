import { classifyFailure, describeFailure, type RpcError } from '../chain/rpc.ts';
import type { LaneContext } from './laneContext.ts';
import { type Flight, flyingOf, isFlying, type LaneMemory } from './laneMemory.ts';

/** Most transactions that one pass sends. */
const batchSize = 1_000;
/** How long after a refusal or an outage the same bytes are sent again. */
const retryMs = 1_000;

/**
 * Hands signed bytes that are due to a node: new ones, refused ones after a second, and those that the pool turned out to have
 * lost. The bytes are always the same, so sending twice is harmless, and no refusal is final: whether a nonce is taken is for
 * the chain to say. Gives how many it sent.
 */
export async function broadcastTransactions(context: LaneContext, memory: LaneMemory): Promise<number> {
  const { client, clock = performance } = context;
  const now = clock.now();
  const due: Flight[] = [];
  for (const signer of memory.signers.values()) {
    if (due.length >= batchSize) break;
    if (signer.flights.size === 0) continue;
    due.push(...flyingOf(signer).filter(({ dueAt }) => dueAt !== null && dueAt <= now));
  }
  due.length = Math.min(due.length, batchSize);
  if (due.length === 0) return 0;
  const sent = due.map((flight) => ({ flight, hash: flight.current.hash }));
  // Set before the answer: while it is under way, nobody else sends it.
  for (const flight of due) flight.dueAt = now + retryMs;
  let refusals: (RpcError | null)[];
  try {
    refusals = await client.sendRaws(due.map(({ current }) => current.raw));
  } catch (error) {
    // The node may have them all the same.
    for (const flight of due) flight.accepted = true;
    await storeRefusals(
      context,
      due.map((flight) => ({ flight, problem: describeFailure(error) })),
    );
    throw error;
  }
  const accepted: Flight[] = [];
  const refused: { flight: Flight; problem: string }[] = [];
  for (const [at, { flight, hash }] of sent.entries()) {
    // Executed or replaced meanwhile: the answer is about the past.
    if (!isFlying(flight) || flight.current.hash !== hash) continue;
    const refusal = refusals[at];
    if (refusal && classifyFailure(refusal) !== 'known') refused.push({ flight, problem: refusal.message });
    else accepted.push(flight);
  }
  await Promise.all([storeAccepted(context, accepted), storeRefusals(context, refused)]);
  return due.length;
}

/** Stores that a node has the bytes. */
async function storeAccepted({ store, clock = performance }: LaneContext, accepted: Flight[]): Promise<void> {
  const fresh = accepted.filter(({ state, lastError }) => state === 'signed' || lastError !== null);
  if (fresh.length > 0) {
    const ids = `{${fresh.map(({ id }) => id).join(',')}}`;
    await store.sql`
      UPDATE ledger.transactions
      SET state = CASE WHEN state = 'signed' THEN 'broadcast' ELSE state END, accepted = true, attempts = attempts + 1,
        attempted_at = now(), broadcast_at = coalesce(broadcast_at, now()), last_error = NULL
      WHERE id = ANY(${ids}::text::bigint[]) AND state IN ('signed', 'broadcast', 'packed')`;
  }
  const now = clock.now();
  for (const flight of accepted) {
    flight.accepted = true;
    flight.sentAt = now;
    flight.lastError = null;
    if (flight.state === 'signed') flight.state = 'broadcast';
    if (isFlying(flight)) flight.dueAt = null;
  }
}

/** Stores why a node did not take bytes, once for each new reason. */
async function storeRefusals({ store }: LaneContext, refused: { flight: Flight; problem: string }[]): Promise<void> {
  const fresh = refused.filter(({ flight, problem }) => flight.lastError !== problem);
  if (fresh.length === 0) return;
  const rows = fresh.map(({ flight, problem }) => ({ id: flight.id, problem }));
  await store.sql`
    UPDATE ledger.transactions
    SET attempts = attempts + 1, attempted_at = now(), last_error = refused.problem
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS refused(id bigint, problem text)
    WHERE transactions.id = refused.id AND state IN ('signed', 'broadcast', 'packed')`;
  for (const { flight, problem } of fresh) flight.lastError = problem;
}
