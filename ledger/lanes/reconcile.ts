import type { LaneContext } from './laneContext.ts';
import type { Flight, LaneMemory } from './laneMemory.ts';
import { type SeenExecution, storeExecutions } from './storeExecutions.ts';

const batchSize = 100;

/**
 * Asks the chain for each of these transactions under all of its hashes, and stores what it finds executed or packed. Gives
 * those of which the chain knows no execution.
 */
export async function reconcile(
  context: LaneContext,
  memory: LaneMemory,
  flights: readonly Flight[],
): Promise<Flight[]> {
  const left: Flight[] = [];
  for (let at = 0; at < flights.length; at += batchSize) {
    const part = flights.slice(at, at + batchSize);
    const asked = part.flatMap((flight) => [flight.current, ...flight.earlier].map(({ hash }) => ({ flight, hash })));
    const places = await context.client.readPlaces(asked.map(({ hash }) => hash));
    const seen: SeenExecution[] = [];
    const packed: Flight[] = [];
    for (const [index, { flight }] of asked.entries()) {
      const place = places[index];
      if (place?.kind === 'executed') seen.push({ flight, execution: place });
      else if (place?.kind === 'packed' && (flight.state === 'signed' || flight.state === 'broadcast'))
        packed.push(flight);
    }
    await storeExecutions(context, memory, seen);
    await storePacked(context, packed);
    const executed = new Set(seen.map(({ flight }) => flight));
    left.push(...part.filter((flight) => !executed.has(flight)));
  }
  return left;
}

/** Stores that transactions are in a block that is still to be executed. */
async function storePacked({ store }: LaneContext, flights: readonly Flight[]): Promise<void> {
  if (flights.length === 0) return;
  const ids = `{${flights.map(({ id }) => id).join(',')}}`;
  await store.sql`
    UPDATE ledger.transactions
    SET state = 'packed', accepted = true, packed_at = coalesce(packed_at, now()),
      broadcast_at = coalesce(broadcast_at, now()), last_error = NULL
    WHERE id = ANY(${ids}::text::bigint[]) AND state IN ('signed', 'broadcast')`;
  for (const flight of flights) {
    flight.state = 'packed';
    flight.accepted = true;
    flight.dueAt = null;
  }
}
