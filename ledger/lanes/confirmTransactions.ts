import type { LaneContext } from './laneContext.ts';
import { type LaneMemory, removeFlight } from './laneMemory.ts';
import { settleSpending } from './settleSpending.ts';

/** Transactions that one SQL statement confirms. */
const batchSize = 2_000;

/**
 * Ends the transactions in blocks that are out of reach of a reorganisation: confirmed, or failed where they reverted. A block
 * is as safe as every one after it, so few are asked for. Gives whether there were any.
 */
export async function confirmTransactions(context: LaneContext, memory: LaneMemory): Promise<boolean> {
  const { store, client, logger } = context;
  const numbers = [...memory.byBlock.keys()].filter((number) => number <= memory.top).sort((a, b) => a - b);
  const isConfirmed = async (at: number) => {
    const blockNumber = numbers[at];
    const [flight] = memory.byBlock.get(blockNumber ?? -1) ?? [];
    if (blockNumber === undefined || !flight?.block) return false;
    return client.isConfirmed({ blockHash: flight.block.hash, blockNumber });
  };
  if (numbers.length === 0 || !(await isConfirmed(0))) return false;
  let [safe, unsafe] = [0, numbers.length];
  while (unsafe - safe > 1) {
    const middle = Math.floor((safe + unsafe) / 2);
    if (await isConfirmed(middle)) safe = middle;
    else unsafe = middle;
  }
  const flights = numbers
    .slice(0, safe + 1)
    .flatMap((number) => [...(memory.byBlock.get(number) ?? [])])
    // A block that was read by its hash alone may have left the chain since.
    .filter(({ block }) => block && (memory.ring.get(block.number) ?? block.hash) === block.hash);
  memory.confirmedTop = Math.max(memory.confirmedTop, numbers[safe] ?? -1);
  for (let at = 0; at < flights.length; at += batchSize) {
    const part = flights.slice(at, at + batchSize);
    const rows = part.map(({ id, block }) => ({ id, block: block?.hash }));
    const ended = await store.transaction(async (tx) => {
      const done = await tx<{ id: string; success: boolean | null; hash: string; reserved: string | null }[]>`
        UPDATE ledger.transactions
        SET state = CASE WHEN state = 'cancelled' THEN state WHEN success THEN 'confirmed' ELSE 'failed' END,
          confirmed_at = now(), reason = CASE WHEN state = 'cancelled' OR success THEN NULL ELSE 'reverted' END,
          failed_at = CASE WHEN state = 'cancelled' OR success THEN NULL ELSE now() END
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS safe(id bigint, block text)
        WHERE transactions.id = safe.id AND block_hash = safe.block AND state IN ('executed', 'cancelled')
        RETURNING transactions.id, success, hash, reserved`;
      const reserved = done.filter((row) => row.reserved !== null);
      if (reserved.length > 0)
        await settleSpending(
          tx,
          reserved.map(({ id }) => id),
        );
      return done;
    });
    const done = new Map(ended.map((row) => [row.id, row]));
    for (const flight of part) {
      const row = done.get(flight.id);
      if (!row) memory.stale = true;
      else removeFlight(memory, flight);
      if (row?.success === false) {
        logger.error({ transactionId: row.id, hash: row.hash }, 'a transaction reverted on the chain');
      }
    }
  }
  return flights.length > 0;
}

/** Notes which confirmed transactions the network's finality has reached since the last call; gives how far it is. */
export async function finalizeTransactions({ store, client, chain }: LaneContext, from: number): Promise<number> {
  const finalized = await client.readBlockNumber('finalized');
  if (finalized <= from) return from;
  await store.sql`
    UPDATE ledger.transactions SET finalized_at = now()
    WHERE chain = ${chain} AND state = 'confirmed' AND finalized_at IS NULL
      AND block_number > ${from} AND block_number <= ${finalized}`;
  return finalized;
}
