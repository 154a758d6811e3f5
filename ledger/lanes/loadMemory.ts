import type { Hex } from 'viem';
import type { LaneContext } from './laneContext.ts';
import { addFlight, createSigner, type Flight, type LaneMemory } from './laneMemory.ts';
import type { Variant } from './signBytes.ts';

interface FlightRow {
  id: string;
  signer: Hex;
  nonce: string;
  value: string;
  state: Flight['state'];
  variant: Variant;
  raw: Hex;
  hash: Hex;
  gas: string | null;
  max_fee: string | null;
  priority_fee: string | null;
  last_error: string | null;
  block_hash: Hex | null;
  block_number: string | null;
}

interface AttemptRow {
  transaction_id: string;
  variant: Variant;
  raw: Hex;
  hash: Hex;
  gas: string;
  max_fee: string;
  priority_fee: string;
}

const toAttempt = (row: FlightRow | AttemptRow) => ({
  variant: row.variant,
  raw: row.raw,
  hash: row.hash,
  // Bytes from before these were stored; they were signed with room.
  gas: BigInt(row.gas ?? 0),
  maxFee: BigInt(row.max_fee ?? 0),
  priorityFee: BigInt(row.priority_fee ?? 0),
});

/** Reads all that is on its way from the database, and where the chain is. */
export async function loadMemory({ store, client, chain, clock = performance }: LaneContext): Promise<LaneMemory> {
  // First the chain, so that what is executed meanwhile is in a block that is still to be read.
  const head = await client.readHead();
  const { sql } = store;
  const [lanes, rows, attempts] = await Promise.all([
    sql<{ signer: Hex; next_nonce: string; executed: string | null }[]>`
      SELECT signer, next_nonce, (
        SELECT nonce FROM ledger.transactions
        WHERE transactions.chain = lanes.chain AND transactions.signer = lanes.signer
          AND reason IS DISTINCT FROM 'nonceTaken' AND block_number IS NOT NULL
        ORDER BY nonce DESC LIMIT 1) AS executed
      FROM ledger.lanes WHERE chain = ${chain}`,
    sql<FlightRow[]>`
      SELECT id, signer, nonce, value::text, state, variant, raw, hash, gas, max_fee::text, priority_fee::text,
        last_error, block_hash, block_number
      FROM ledger.transactions WHERE chain = ${chain} AND phase = 1 ORDER BY signer, nonce`,
    sql<AttemptRow[]>`
      SELECT transaction_id, attempts.variant, attempts.raw, attempts.hash, attempts.gas, attempts.max_fee::text,
        attempts.priority_fee::text
      FROM ledger.transaction_attempts AS attempts JOIN ledger.transactions ON transactions.id = transaction_id
      WHERE chain = ${chain} AND phase = 1 ORDER BY number`,
  ]);
  const memory: LaneMemory = {
    signers: new Map(),
    byHash: new Map(),
    byId: new Map(),
    byBlock: new Map(),
    ring: new Map([
      [head.number, head.hash],
      [head.number - 1, head.parentHash],
    ]),
    orphanedFrom: null,
    top: head.number,
    confirmedTop: -1,
    head,
    skipped: new Map(),
    codeless: new Map(),
    mismatches: 0,
    stale: false,
  };
  for (const { signer, next_nonce, executed } of lanes) {
    const one = createSigner(signer, Number(next_nonce));
    memory.signers.set(signer, one);
    if (executed !== null) one.lastExecuted = Number(executed);
  }
  const earlier = new Map<string, ReturnType<typeof toAttempt>[]>();
  for (const row of attempts) {
    earlier.set(row.transaction_id, [...(earlier.get(row.transaction_id) ?? []), toAttempt(row)]);
  }
  for (const row of rows) {
    const block =
      row.block_hash && row.block_number ? { hash: row.block_hash, number: Number(row.block_number) } : null;
    addFlight(memory, {
      id: row.id,
      signer: row.signer,
      nonce: Number(row.nonce),
      value: BigInt(row.value),
      state: row.state,
      current: toAttempt(row),
      earlier: earlier.get(row.id) ?? [],
      // Its last sending may not have been stored.
      accepted: true,
      // Whatever was sent may have been lost since; identical bytes do no harm.
      dueAt: row.state === 'signed' || row.state === 'broadcast' || row.state === 'packed' ? 0 : null,
      bornAt: clock.now(),
      sentAt: Number.NEGATIVE_INFINITY,
      overdueSince: null,
      lastError: row.last_error,
      block,
    });
  }
  return memory;
}
