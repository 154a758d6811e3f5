import type { LaneContext } from './laneContext.ts';
import { addFlight, type LaneMemory, type Signer } from './laneMemory.ts';
import { signBytes } from './signBytes.ts';

/**
 * Uses a nonce that no transaction of ours or anybody else's has, with a transfer of nothing from the signer to itself, so
 * that those behind it can be executed. Gives whether it did.
 */
export async function fillGap(
  context: LaneContext,
  memory: LaneMemory,
  { address }: Signer,
  nonce: number,
): Promise<boolean> {
  const { store, chain, logger, clock = performance } = context;
  const { fees } = memory.head;
  const [before] = await store.sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ledger.transactions
    WHERE chain = ${chain} AND signer = ${address} AND nonce = ${nonce} AND reason = 'nonceTaken'`;
  // Bytes of their own each time, so that two attempts are not taken for one.
  const gas = 21_000n + BigInt(before?.count ?? 0);
  const unsigned = { nonce, to: address, data: '0x' as const, value: 0n, gas, fees };
  const [bytes] = await signBytes(context, address, [unsigned]);
  if (!bytes) return false;
  const note = `nobody used nonce ${nonce}, and later ones waited for it`;
  const [row] = await store.sql<{ id: string }[]>`
    INSERT INTO ledger.transactions (chain, tenant, idempotency_key, request_hash, signer, to_address, data, value, state,
      nonce, raw, hash, gas, max_fee, priority_fee, signed_at, notes)
    SELECT ${chain}, 'ledger', ${`gap:${address}:${nonce}:${bytes.hash}`}, '', ${address}, ${address}, '0x', 0, 'signed',
      ${nonce}, ${bytes.raw}, ${bytes.hash}, ${bytes.gas.toString()}, ${bytes.maxFee.toString()},
      ${bytes.priorityFee.toString()}, now(), ARRAY[${note}::text]
    WHERE NOT EXISTS (
      SELECT FROM ledger.transactions
      WHERE chain = ${chain} AND signer = ${address} AND nonce = ${nonce} AND reason IS DISTINCT FROM 'nonceTaken')
    ON CONFLICT DO NOTHING
    RETURNING id`;
  if (!row) {
    // A transaction of ours has it after all.
    memory.stale = true;
    return false;
  }
  addFlight(memory, {
    id: row.id,
    signer: address,
    nonce,
    value: 0n,
    state: 'signed',
    current: { ...bytes, variant: 'original' },
    earlier: [],
    accepted: false,
    dueAt: clock.now(),
    bornAt: clock.now(),
    sentAt: Number.NEGATIVE_INFINITY,
    overdueSince: null,
    lastError: null,
    block: null,
  });
  logger.warn({ signer: address, nonce }, note);
  return true;
}
