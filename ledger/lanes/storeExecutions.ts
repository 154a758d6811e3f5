import { parseTransaction } from 'viem';
import type { Execution } from '../chain/readReplies.ts';
import type { LaneContext } from './laneContext.ts';
import { checkPlaces, type Flight, type LaneMemory, placeFlight, signerOf } from './laneMemory.ts';

/** A transaction of ours and its execution under one of its hashes. */
export interface SeenExecution {
  flight: Flight;
  execution: Execution;
}

/** Stores where transactions were executed, in one SQL statement; gives whether anything is new. */
export async function storeExecutions(
  context: LaneContext,
  memory: LaneMemory,
  seen: readonly SeenExecution[],
): Promise<boolean> {
  const fresh = seen.filter(({ flight, execution }) => {
    const isSame = flight.block?.hash === execution.blockHash && flight.current.hash === execution.hash;
    return !isSame;
  });
  if (fresh.length === 0) return false;
  for (const { flight, execution } of fresh) {
    if (flight.current.hash !== execution.hash) await promoteAttempt(context, memory, flight, execution.hash);
  }
  const rows = fresh.map(({ flight, execution }) => ({
    id: flight.id,
    hash: execution.hash,
    block: execution.blockHash,
    number: execution.blockNumber,
    success: execution.success,
    gas: execution.gasUsed.toString(),
    fee: execution.fee.toString(),
    contract: execution.contractAddress?.toLowerCase() ?? null,
  }));
  const stored = await context.store.sql<{ id: string; wished: boolean }[]>`
    UPDATE ledger.transactions
    SET state = CASE WHEN variant = 'cancellation' THEN 'cancelled' ELSE 'executed' END,
      cancelled_at = CASE WHEN variant = 'cancellation' THEN now() END,
      accepted = true, block_hash = seen.block, block_number = seen.number,
      success = CASE WHEN variant = 'cancellation' THEN NULL ELSE seen.success END,
      gas_used = seen.gas, fee = seen.fee, contract_address = seen.contract,
      broadcast_at = coalesce(broadcast_at, now()), packed_at = coalesce(packed_at, now()), executed_at = now(),
      last_error = NULL, wish = NULL,
      notes = CASE WHEN wish IS NULL THEN notes ELSE notes || ('executed before it could be changed: ' || (wish->>'kind')) END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      AS seen(id bigint, hash text, block text, number bigint, success boolean, gas bigint, fee numeric, contract text)
    WHERE transactions.id = seen.id AND transactions.hash = seen.hash AND phase = 1
    RETURNING transactions.id`;
  const done = new Set(stored.map(({ id }) => id));
  for (const { flight, execution } of fresh) {
    if (!done.has(flight.id)) {
      memory.stale = true;
      continue;
    }
    placeFlight(memory, flight, { hash: execution.blockHash, number: execution.blockNumber });
    if (memory.ring.get(execution.blockNumber) !== execution.blockHash) checkPlaces(memory, execution.blockNumber);
    flight.state = flight.current.variant === 'cancellation' ? 'cancelled' : 'executed';
    flight.accepted = true;
    flight.dueAt = null;
    flight.overdueSince = null;
    flight.lastError = null;
    const signer = signerOf(memory, flight.signer);
    signer.lastExecuted = Math.max(signer.lastExecuted, flight.nonce);
  }
  return true;
}

/** Bytes that had been replaced were executed: they are the transaction, and its replacement was too late. */
async function promoteAttempt(
  { store, logger }: LaneContext,
  memory: LaneMemory,
  flight: Flight,
  hash: string,
): Promise<void> {
  const winner = flight.earlier.find((attempt) => attempt.hash === hash);
  if (!winner) return;
  const loser = flight.current;
  const { to, data, value } = parseTransaction(winner.raw);
  const isBody = winner.variant !== 'cancellation';
  const note = `the bytes of the ${winner.variant} were executed, not those of the ${loser.variant}`;
  const moved = await store.transaction(async (tx) => {
    const { count } = await tx`
      UPDATE ledger.transactions
      SET raw = ${winner.raw}, hash = ${winner.hash}, variant = ${winner.variant}, gas = ${winner.gas.toString()},
        max_fee = ${winner.maxFee.toString()}, priority_fee = ${winner.priorityFee.toString()},
        to_address = CASE WHEN ${isBody} THEN ${to?.toLowerCase() ?? null} ELSE to_address END,
        data = CASE WHEN ${isBody} THEN ${data ?? '0x'} ELSE data END,
        value = CASE WHEN ${isBody} THEN ${(value ?? 0n).toString()}::numeric ELSE value END,
        notes = notes || ${note}::text
      WHERE id = ${flight.id} AND hash = ${loser.hash} AND phase = 1`;
    if (count === 0) return false;
    await tx`
      UPDATE ledger.transaction_attempts
      SET raw = ${loser.raw}, hash = ${loser.hash}, variant = ${loser.variant}, gas = ${loser.gas.toString()},
        max_fee = ${loser.maxFee.toString()}, priority_fee = ${loser.priorityFee.toString()}
      WHERE transaction_id = ${flight.id} AND hash = ${winner.hash}`;
    return true;
  });
  if (!moved) {
    memory.stale = true;
    return;
  }
  flight.current = winner;
  flight.earlier = flight.earlier.map((attempt) => (attempt === winner ? loser : attempt));
  flight.value = isBody ? (value ?? 0n) : flight.value;
  logger.info({ transactionId: flight.id, hash: winner.hash }, note);
}

/** The chain no longer has these: their bytes are sent again. */
export async function sendBack(
  { store, logger }: LaneContext,
  memory: LaneMemory,
  flights: readonly Flight[],
  why: string,
): Promise<void> {
  if (flights.length === 0) return;
  const ids = `{${flights.map(({ id }) => id).join(',')}}`;
  const moved = await store.sql<{ id: string }[]>`
    UPDATE ledger.transactions
    SET state = 'broadcast', packed_at = NULL, executed_at = NULL, cancelled_at = NULL, block_hash = NULL,
      block_number = NULL, success = NULL, gas_used = NULL, fee = NULL, contract_address = NULL, notes = notes || ${why}::text
    WHERE id = ANY(${ids}::text::bigint[]) AND phase = 1
    RETURNING id`;
  if (moved.length < flights.length) memory.stale = true;
  for (const flight of flights) {
    placeFlight(memory, flight, null);
    flight.state = 'broadcast';
    flight.dueAt = 0;
    const signer = signerOf(memory, flight.signer);
    signer.lastExecuted = Math.min(signer.lastExecuted, flight.nonce - 1);
  }
  logger.warn({ transactions: flights.length }, why);
}
