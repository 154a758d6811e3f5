import type { Hex } from 'viem';
import { giveUp, unlessConflict } from './conflict.ts';
import type { LaneContext } from './laneContext.ts';
import { type Flight, isFlying, type LaneMemory } from './laneMemory.ts';
import { signBytes, type UnsignedBytes, type Variant } from './signBytes.ts';

/** New bytes for a transaction on its way, with its nonce. */
export interface Replacement {
  flight: Flight;
  variant: Variant;
  unsigned: UnsignedBytes;
}

/**
 * Signs other bytes with the same nonces and stores them beside the old ones, which may be executed all the same; then they
 * are due to be sent. `note` says why.
 */
export async function replaceBytes(
  context: LaneContext,
  memory: LaneMemory,
  signer: Hex,
  replacements: readonly Replacement[],
  note: string,
): Promise<void> {
  const { store, logger, clock = performance } = context;
  const wanted = replacements.filter(({ flight }) => isFlying(flight));
  if (wanted.length === 0) return;
  const signed = await signBytes(
    context,
    signer,
    wanted.map(({ unsigned }) => unsigned),
  );
  const rows = wanted.flatMap(({ flight, variant, unsigned }, at) => {
    const bytes = signed[at];
    if (!bytes) return [];
    const isBody = variant === 'replacement';
    return {
      id: flight.id,
      old: flight.current.hash,
      variant,
      raw: bytes.raw,
      hash: bytes.hash,
      gas: bytes.gas.toString(),
      max: bytes.maxFee.toString(),
      tip: bytes.priorityFee.toString(),
      body: isBody,
      to: isBody ? unsigned.to : null,
      data: isBody ? unsigned.data : null,
      value: isBody ? unsigned.value.toString() : null,
    };
  });
  const replacing = store.transaction(async (tx) => {
    const kept = await tx<{ id: string }[]>`
      INSERT INTO ledger.transaction_attempts
        (transaction_id, number, variant, raw, hash, gas, max_fee, priority_fee, signed_at)
      SELECT transactions.id, (SELECT count(*) + 1 FROM ledger.transaction_attempts WHERE transaction_id = transactions.id),
        transactions.variant, transactions.raw, transactions.hash, transactions.gas, max_fee, priority_fee, signed_at
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS new(id bigint, old text)
      JOIN ledger.transactions ON transactions.id = new.id AND transactions.hash = new.old
        AND state IN ('signed', 'broadcast', 'packed')
      RETURNING transaction_id AS id`;
    const moved = await tx<{ id: string }[]>`
      UPDATE ledger.transactions
      SET variant = new.variant, raw = new.raw, hash = new.hash, gas = new.gas, max_fee = new.max, priority_fee = new.tip,
        signed_at = now(), wish = NULL, last_error = NULL, notes = notes || ${note}::text,
        to_address = CASE WHEN new.body THEN new.to ELSE to_address END,
        data = CASE WHEN new.body THEN new.data ELSE transactions.data END,
        value = CASE WHEN new.body THEN new.value ELSE transactions.value END
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS new(id bigint, old text, variant text, raw text,
        hash text, gas bigint, max numeric, tip numeric, body boolean, "to" text, data text, value numeric)
      WHERE transactions.id = new.id AND transactions.hash = new.old AND state IN ('signed', 'broadcast', 'packed')
      RETURNING transactions.id`;
    if (kept.length !== moved.length) giveUp();
    return new Set(moved.map(({ id }) => id));
  });
  const replaced = await unlessConflict(replacing);
  const now = clock.now();
  for (const [at, { flight, variant, unsigned }] of wanted.entries()) {
    const bytes = signed[at];
    if (!bytes || !replaced?.has(flight.id)) {
      memory.stale = true;
      continue;
    }
    flight.earlier = [...flight.earlier, flight.current];
    flight.current = { ...bytes, variant };
    flight.bornAt = now;
    memory.byHash.set(bytes.hash, flight);
    if (variant === 'replacement') flight.value = unsigned.value;
    if (isFlying(flight)) flight.dueAt = now;
  }
  logger.info({ signer, transactions: wanted.length }, note);
}
