import type { Hex } from 'viem';
import { XiangyuError } from '../../errors.ts';
import { type Fees, highestPrice } from '../chain/fees.ts';
import { claimQueued, type QueuedRow } from './claimQueued.ts';
import { giveUp, unlessConflict } from './conflict.ts';
import { failQueued, noteWaiting } from './endQueued.ts';
import { judgeQueued } from './judgeQueued.ts';
import type { LaneContext } from './laneContext.ts';
import { addFlight, costOf, flyingOf, type LaneMemory, noteUsed, type Signer, signerOf } from './laneMemory.ts';
import { type SignedBytes, signBytes, type UnsignedBytes } from './signBytes.ts';

/** Conflux refuses nonces more than 2000 ahead of the account's. */
const maxInFlight = 1_800;
const batchSize = 400;
/** How long a signer without funds or with an old state waits until it is tried again. */
const restMs = 1_000;

interface Ready {
  row: QueuedRow;
  unsigned: UnsignedBytes;
}

/**
 * Takes the next queued transactions, simulates them, and gives those that would succeed their nonces: allocation and signed
 * bytes are stored in one SQL transaction, so that none is lost by a crash and none taken by what would fail. Gives how many
 * it signed.
 */
export async function signQueued(context: LaneContext, memory: LaneMemory): Promise<number> {
  const { client, clock = performance } = context;
  const now = clock.now();
  for (const [id, until] of memory.skipped) if (until <= now) memory.skipped.delete(id);
  const resting = [...memory.signers.values()].filter(
    (signer) => signer.restUntil > now || signer.next - Math.max(signer.used, signer.lastExecuted + 1) >= maxInFlight,
  );
  const rows = await claimQueued(context, {
    limit: batchSize,
    resting: resting.map(({ address }) => address),
    skipped: [...memory.skipped.keys()],
  });
  if (rows.length === 0) return 0;
  const bySigner = Map.groupBy(rows, ({ signer }) => signer);
  const addresses = [...bySigner.keys()];
  const accounts = await client.readAccounts(addresses);
  const current: QueuedRow[] = [];
  const balances = new Map<Hex, bigint>();
  for (const [at, address] of addresses.entries()) {
    const [signer, account] = [signerOf(memory, address), accounts[at]];
    if (!account || account.used <= signer.lastExecuted) {
      // The node shows an older state than it did: what it says of funds and reverts would be wrong.
      signer.restUntil = now + restMs;
      continue;
    }
    noteUsed(signer, account.used, now);
    const room = maxInFlight - (Math.max(signer.next, account.used) - account.used);
    current.push(...(bySigner.get(address) ?? []).slice(0, Math.max(0, room)));
    const committed = flyingOf(signer).reduce(
      (sum, flight) => sum + (flight.nonce < account.used ? 0n : costOf(flight)),
      0n,
    );
    balances.set(address, account.balance - committed);
  }
  if (current.length === 0) return 0;

  const verdicts = await judgeQueued(context, memory, current);
  const { fees } = memory.head;
  const ready = new Map<Hex, Ready[]>();
  for (const [at, row] of current.entries()) {
    const verdict = verdicts[at];
    const signer = signerOf(memory, row.signer);
    if (!verdict || signer.restUntil > now) continue;
    if (verdict.kind === 'reverted') {
      await failQueued(context, row, verdict);
      continue;
    }
    const offer = verdict.kind === 'ready' ? fitBudget(row, verdict.gas, fees, memory.head.baseFee) : verdict.problem;
    if (typeof offer === 'string') {
      if (verdict.kind === 'poor') signer.restUntil = now + restMs;
      else memory.skipped.set(row.id, now + 5 * restMs);
      await noteWaiting(context, row, offer);
      continue;
    }
    const unsigned = { to: row.to_address, data: row.data, value: BigInt(row.value), ...offer, nonce: -1 };
    const cost = unsigned.value + unsigned.gas * highestPrice(unsigned.fees);
    const left = (balances.get(row.signer) ?? 0n) - cost;
    if (left < 0n) {
      signer.restUntil = now + restMs;
      await noteWaiting(context, row, `insufficient funds: ${-left} wei are missing on ${row.signer}`);
      continue;
    }
    balances.set(row.signer, left);
    const queue = ready.get(row.signer) ?? [];
    queue.push({ row, unsigned });
    ready.set(row.signer, queue);
  }
  let signed = 0;
  for (const [address, queue] of ready)
    signed += await signUnlessAway(context, memory, signerOf(memory, address), queue);
  return signed;
}

/** A key that an external signer refuses or cannot give now holds up its own transactions only. */
async function signUnlessAway(...[context, memory, signer, queue]: Parameters<typeof signFor>): Promise<number> {
  try {
    return await signFor(context, memory, signer, queue);
  } catch (error) {
    if (!(error instanceof XiangyuError && error.code.startsWith('KEYS_'))) throw error;
    const { clock = performance } = context;
    signer.restUntil = clock.now() + 10 * restMs;
    for (const { row } of queue) await noteWaiting(context, row, error.reason);
    return 0;
  }
}

/** Gas and fees within what the transaction may cost; a text when that is too little for now. */
function fitBudget(
  { fee_budget }: QueuedRow,
  gas: bigint,
  fees: Fees,
  baseFee: bigint | null,
): { gas: bigint; fees: Fees } | string {
  if (fee_budget === null || gas * highestPrice(fees) <= BigInt(fee_budget)) return { gas, fees };
  const affordable = BigInt(fee_budget) / gas;
  const needed = fees.type === 'legacy' ? fees.gasPrice : (baseFee ?? 0n) + 1n;
  if (affordable < needed) return `its fee budget of ${fee_budget} wei is too small: ${gas * needed} are needed now`;
  if (fees.type === 'legacy') return { gas, fees };
  const priority = fees.maxPriorityFeePerGas < affordable ? fees.maxPriorityFeePerGas : affordable;
  return { gas, fees: { type: 'eip1559', maxFeePerGas: affordable, maxPriorityFeePerGas: priority } };
}

async function signFor(context: LaneContext, memory: LaneMemory, signer: Signer, queue: Ready[]): Promise<number> {
  const { clock = performance } = context;
  // The account's own count matters only where the key was used without us.
  const expected = signer.next;
  const first = Math.max(expected, signer.used);
  const unsigned = queue.map((one, at) => ({ ...one.unsigned, nonce: first + at }));
  const signed = await signBytes(context, signer.address, unsigned);
  const next = first + queue.length;
  const stored = await storeSigned(context, signer.address, { expected, first, next }, queue, signed);
  if (!stored) {
    // Somebody else changed a row or took a nonce meanwhile; nothing was stored, and these bytes are never sent.
    memory.stale = true;
    return 0;
  }
  signer.next = next;
  for (const [at, { row }] of queue.entries()) {
    const bytes = signed[at];
    if (!bytes) continue;
    addFlight(memory, {
      id: row.id,
      signer: signer.address,
      nonce: first + at,
      value: BigInt(row.value),
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
  }
  return queue.length;
}

/** Stores nonces and bytes if the signer's next nonce and all rows are as they were read; else nothing. */
async function storeSigned(
  { store, chain }: LaneContext,
  signer: Hex,
  { expected, first, next }: { expected: number; first: number; next: number },
  queue: Ready[],
  signed: SignedBytes[],
): Promise<boolean> {
  const rows = queue.map(({ row }, at) => {
    const bytes = signed[at];
    return {
      id: row.id,
      revision: row.revision,
      nonce: first + at,
      raw: bytes?.raw,
      hash: bytes?.hash,
      gas: bytes?.gas.toString(),
      max: bytes?.maxFee.toString(),
      tip: bytes?.priorityFee.toString(),
    };
  });
  const done = await unlessConflict(
    store.transaction(async (tx) => {
      await tx`INSERT INTO ledger.lanes (chain, signer) VALUES (${chain}, ${signer}) ON CONFLICT DO NOTHING`;
      const moved = await tx`
      UPDATE ledger.lanes SET next_nonce = ${next}
      WHERE chain = ${chain} AND signer = ${signer} AND next_nonce = ${expected}`;
      if (moved.count !== 1) giveUp();
      const updated = await tx`
      UPDATE ledger.transactions
      SET state = 'signed', nonce = signed.nonce, raw = signed.raw, hash = signed.hash, gas = signed.gas,
        max_fee = signed.max, priority_fee = signed.tip, signed_at = now(), last_error = NULL
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        AS signed(id bigint, revision int, nonce bigint, raw text, hash text, gas bigint, max numeric, tip numeric)
      WHERE transactions.id = signed.id AND state = 'queued' AND transactions.revision = signed.revision`;
      if (updated.count !== rows.length) giveUp();
      return true;
    }),
  );
  return done === true;
}
