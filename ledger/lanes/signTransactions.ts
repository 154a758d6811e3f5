import { type Hex, keccak256, serializeTransaction, type TransactionSerializable } from 'viem';
import { classifyFailure, describeFailure, type Fees } from '../chain/chainClient.ts';
import { isStateCurrent } from '../chain/isStateCurrent.ts';
import type { LaneContext } from './laneContext.ts';

interface QueuedRow {
  id: string;
  signer: Hex;
  to_address: Hex | null;
  data: Hex;
  value: string;
  in_flight: number;
}

/** Conflux refuses nonces more than 2000 ahead of the account's. */
const maxInFlight = 1_800;
const batchSize = 100;

/**
 * Simulates queued transactions, then gives each its nonce and stores its signed bytes in one SQL transaction, so that no
 * nonce is taken by a transaction that would fail and none is lost by a crash. Gives how many it signed.
 */
export async function signTransactions(context: LaneContext): Promise<number> {
  const { store, client, chain } = context;
  const rows = await store.sql<QueuedRow[]>`
    SELECT id, signer, to_address, data, value::text, (
      SELECT count(*)::int FROM ledger.transactions AS other
      WHERE other.chain = queued.chain AND other.signer = queued.signer
        AND other.state IN ('signed', 'broadcast', 'packed')) AS in_flight
    FROM ledger.transactions AS queued
    WHERE chain = ${chain} AND state = 'queued'
    ORDER BY id
    LIMIT ${batchSize}`;
  if (rows.length === 0) return 0;
  const fees = await client.readFees();
  const waiting = new Set<Hex>();
  for (const signer of new Set(rows.map((row) => row.signer))) {
    if (!(await isStateCurrent(context, signer))) waiting.add(signer);
  }
  let signed = 0;
  for (const row of rows) {
    if (waiting.has(row.signer) || row.in_flight + signed >= maxInFlight) continue;
    const gas = await simulate(context, row);
    if (gas === 'poor') waiting.add(row.signer);
    if (typeof gas !== 'bigint') continue;
    if (await sign(context, row, gas, fees)) signed += 1;
  }
  return signed;
}

async function simulate({ store, client, logger }: LaneContext, row: QueuedRow): Promise<bigint | 'poor' | 'reverted'> {
  try {
    const call = { from: row.signer, to: row.to_address, data: row.data, value: BigInt(row.value) };
    // Room for a state that changes between now and then; Conflux keeps at most a quarter of what is not used.
    return ((await client.estimateGas(call)) * 13n) / 10n;
  } catch (error) {
    const failure = classifyFailure(error);
    if (failure !== 'poor' && failure !== 'reverted') throw error;
    const problem = describeFailure(error);
    if (failure === 'poor') {
      await store.sql`UPDATE ledger.transactions SET last_error = ${problem} WHERE id = ${row.id}`;
      return 'poor';
    }
    await store.sql`
      UPDATE ledger.transactions
      SET state = 'failed', reason = 'reverted', last_error = ${problem}, failed_at = now()
      WHERE id = ${row.id} AND state = 'queued'`;
    logger.warn({ transactionId: row.id, problem }, 'a transaction would revert and was not sent');
    return 'reverted';
  }
}

async function sign(context: LaneContext, row: QueuedRow, gas: bigint, fees: Fees): Promise<boolean> {
  const { store, client, keys, chain, evmChainId } = context;
  const used = await client.readNonce(row.signer, 'latest');
  return store.transaction(async (tx) => {
    await tx`INSERT INTO ledger.lanes (chain, signer) VALUES (${chain}, ${row.signer}) ON CONFLICT DO NOTHING`;
    await tx`SELECT FROM ledger.lanes WHERE chain = ${chain} AND signer = ${row.signer} FOR UPDATE`;
    // Rows are the counter; the account's own count matters only where the key was used without us.
    const [next] = await tx<{ nonce: string }[]>`
      SELECT greatest(coalesce(max(nonce) + 1, 0), ${used}::bigint) AS nonce FROM ledger.transactions
      WHERE chain = ${chain} AND signer = ${row.signer}`;
    const nonce = Number(next?.nonce);
    const unsigned: TransactionSerializable = {
      chainId: evmChainId,
      nonce,
      gas,
      data: row.data,
      value: BigInt(row.value),
      ...(row.to_address ? { to: row.to_address } : {}),
      ...fees,
    };
    const signature = await keys.sign(row.signer, keccak256(serializeTransaction(unsigned)));
    const raw = serializeTransaction(unsigned, signature);
    const updated = await tx`
      UPDATE ledger.transactions
      SET state = 'signed', nonce = ${nonce}, raw = ${raw}, hash = ${keccak256(raw)}, signed_at = now(), last_error = NULL
      WHERE id = ${row.id} AND state = 'queued'`;
    return updated.count === 1;
  });
}
