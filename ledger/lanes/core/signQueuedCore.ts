import { XiangyuError } from '../../../errors.ts';
import type { Hex } from '../../../proof/index.ts';
import { type Fees, highestPrice } from '../../chain/fees.ts';
import { RpcError } from '../../chain/rpc.ts';
import { settleSpending } from '../settleSpending.ts';
import { coreAddressOf } from './coreAddress.ts';
import type { CoreEstimate } from './coreClient.ts';
import type { CoreLaneContext } from './coreContext.ts';
import { signCore } from './signCore.ts';

interface QueuedRow {
  id: string;
  signer: Hex;
  to_address: Hex | null;
  data: Hex;
  value: string;
  gas_limit: string | null;
  fee_budget: string | null;
  revision: number;
}

const batchSize = 100;

/**
 * Takes the next queued transactions: finds out what each needs, gives it its nonce and stores its signed bytes in one SQL
 * transaction. One that would fail takes no nonce, and one that nobody can pay for waits. Gives how many it signed.
 */
export async function signQueuedCore(context: CoreLaneContext): Promise<number> {
  const { store, client, chain } = context;
  const rows = await store.sql<QueuedRow[]>`
    SELECT id, signer, to_address, data, value::text, gas_limit, fee_budget::text, revision FROM ledger.transactions
    WHERE chain = ${chain} AND phase = 0 ORDER BY id LIMIT ${batchSize}`;
  if (rows.length === 0) return 0;
  const fees = await client.readFees();
  const waiting = new Set<Hex>();
  let signed = 0;
  for (const row of rows) {
    if (waiting.has(row.signer)) continue;
    const needs = await findNeeds(context, row);
    if (needs === 'poor') waiting.add(row.signer);
    if (typeof needs === 'string') continue;
    const problem = await findObstacle(context, row, needs, fees);
    if (problem) {
      waiting.add(row.signer);
      await store.sql`UPDATE ledger.transactions SET last_error = ${problem} WHERE id = ${row.id} AND last_error IS DISTINCT FROM ${problem}`;
    } else if (await signUnlessAway(context, row, needs, fees)) signed += 1;
    else waiting.add(row.signer);
  }
  return signed;
}

/** A key that an external signer refuses or cannot give now holds up its own transactions only. */
async function signUnlessAway(...[context, row, needs, fees]: Parameters<typeof sign>): Promise<boolean> {
  try {
    return await sign(context, row, needs, fees);
  } catch (error) {
    if (!(error instanceof XiangyuError && error.code.startsWith('KEYS_'))) throw error;
    const { store } = context;
    await store.sql`UPDATE ledger.transactions SET last_error = ${error.reason} WHERE id = ${row.id}`;
    return false;
  }
}

/** Gas and storage with room for a state that changes; a call that would fail ends the transaction. */
async function findNeeds(
  { store, client, logger }: CoreLaneContext,
  row: QueuedRow,
): Promise<CoreEstimate | 'poor' | 'reverted'> {
  const call = { from: coreAddressOf(row.signer), to: row.to_address, data: row.data, value: BigInt(row.value) };
  try {
    const { gas, storage } = await client.estimate(call);
    return {
      gas: row.gas_limit === null ? (gas * 13n) / 10n : BigInt(row.gas_limit),
      // Collateral that is not used is given back at once.
      storage: storage === 0n ? 0n : (storage * 13n) / 10n,
    };
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    const reason = describe(error);
    // Neither the sender nor a sponsor has what the storage costs.
    if (/NotEnoughCash|not enough balance|insufficient/i.test(reason)) {
      await store.sql`UPDATE ledger.transactions SET last_error = ${reason} WHERE id = ${row.id}`;
      return 'poor';
    }
    await store.transaction(async (tx) => {
      await tx`
        UPDATE ledger.transactions
        SET state = 'failed', reason = 'reverted', last_error = ${reason}, failed_at = now()
        WHERE id = ${row.id} AND state = 'queued' AND revision = ${row.revision}`;
      await settleSpending(tx, [row.id]);
    });
    logger.warn({ transactionId: row.id, reason }, 'a Core Space transaction would fail and was not sent');
    return 'reverted';
  }
}

/** The node's words; what a contract said comes after its message. */
function describe(error: RpcError): string {
  const detail = typeof error.data === 'string' && !/^0x/.test(error.data) ? `: ${error.data}` : '';
  return `${error.message}${detail}`.slice(0, 500);
}

async function findObstacle(
  { client }: CoreLaneContext,
  row: QueuedRow,
  { gas, storage }: CoreEstimate,
  fees: Fees,
): Promise<string | null> {
  const price = highestPrice(fees);
  if (row.fee_budget !== null && gas * price > BigInt(row.fee_budget)) {
    return `its fee budget of ${row.fee_budget} drip is too small: ${gas * price} are needed now`;
  }
  const from = coreAddressOf(row.signer);
  const call = { from, to: row.to_address, data: row.data, value: BigInt(row.value) };
  if (await client.canPay({ ...call, gas, price, storage })) return null;
  return `insufficient funds on ${from}, and no sponsor pays`;
}

async function sign(context: CoreLaneContext, row: QueuedRow, needs: CoreEstimate, fees: Fees): Promise<boolean> {
  const { store, client, keys, chain, chainId } = context;
  const [used, epochHeight] = await Promise.all([
    client.readNonce(coreAddressOf(row.signer), 'latest_state'),
    client.readEpoch('latest_mined'),
  ]);
  return store.transaction(async (tx) => {
    await tx`INSERT INTO ledger.lanes (chain, signer) VALUES (${chain}, ${row.signer}) ON CONFLICT DO NOTHING`;
    const [lane] = await tx<{ next_nonce: string }[]>`
      SELECT next_nonce FROM ledger.lanes WHERE chain = ${chain} AND signer = ${row.signer} FOR UPDATE`;
    // The account's own count matters only where the key was used without us.
    const nonce = Math.max(Number(lane?.next_nonce ?? 0), used);
    const { to_address: to, data } = row;
    const unsigned = { nonce, to, data, value: BigInt(row.value), ...needs, epochHeight, fees };
    const { raw, hash } = await signCore({ keys, signer: row.signer, chainId, transaction: unsigned });
    const priority = fees.type === 'legacy' ? fees.gasPrice : fees.maxPriorityFeePerGas;
    const updated = await tx`
      UPDATE ledger.transactions
      SET state = 'signed', nonce = ${nonce}, raw = ${raw}, hash = ${hash}, gas = ${needs.gas.toString()},
        max_fee = ${highestPrice(fees).toString()}, priority_fee = ${priority.toString()}, signed_at = now(),
        last_error = NULL
      WHERE id = ${row.id} AND state = 'queued' AND revision = ${row.revision}`;
    if (updated.count !== 1) return false;
    await tx`
      INSERT INTO ledger.core_transactions (transaction_id, storage_limit, epoch_height)
      VALUES (${row.id}, ${needs.storage.toString()}, ${epochHeight})`;
    await tx`UPDATE ledger.lanes SET next_nonce = ${nonce + 1} WHERE chain = ${chain} AND signer = ${row.signer}`;
    return true;
  });
}
