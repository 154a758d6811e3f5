import { type Hex, hexToBigInt } from 'viem';
import { decodeRevert } from '../chain/decodeRevert.ts';
import { highestPrice, raiseFees } from '../chain/fees.ts';
import { RpcError } from '../chain/rpc.ts';
import type { LaneContext } from './laneContext.ts';
import { isFlying, type LaneMemory } from './laneMemory.ts';
import { type Replacement, replaceBytes } from './replaceBytes.ts';

/** What an owner asks for while a transaction is on its way. */
export type Wish =
  | { kind: 'cancel' }
  | { kind: 'speedUp' }
  | { kind: 'replace'; to: Hex | null; data: Hex; value: Hex; gas: Hex | null };

interface WishRow {
  id: string;
  signer: Hex;
  wish: Wish;
  to_address: Hex | null;
  data: Hex;
  fee_budget: string | null;
}

const batchSize = 100;

/** Does what owners asked for: other bytes with the same nonce. Gives whether there was anything. */
export async function serveWishes(context: LaneContext, memory: LaneMemory): Promise<boolean> {
  const { store, chain } = context;
  const rows = await store.sql<WishRow[]>`
    SELECT id, signer, wish, to_address, data, fee_budget::text FROM ledger.transactions
    WHERE chain = ${chain} AND wish IS NOT NULL ORDER BY id LIMIT ${batchSize}`;
  for (const row of rows) {
    const flight = memory.byId.get(row.id);
    if (!flight) {
      memory.stale = true;
      return true;
    }
    if (!isFlying(flight)) continue;
    const made = await makeReplacement(context, memory, row);
    if (typeof made === 'string') await dropWish(context, row, made);
    else {
      const notes = {
        cancel: 'cancelled by its owner',
        speedUp: 'sped up by its owner',
        replace: 'replaced by its owner',
      };
      await replaceBytes(context, memory, row.signer, [{ ...made, flight }], notes[row.wish.kind]);
    }
    if (memory.stale) return true;
  }
  return rows.length > 0;
}

async function makeReplacement(
  { client, errorAbi }: LaneContext,
  memory: LaneMemory,
  { id, signer, wish, to_address, data, fee_budget }: WishRow,
): Promise<Omit<Replacement, 'flight'> | string> {
  const flight = memory.byId.get(id);
  if (!flight) return 'it is over';
  const fees = raiseFees(memory.head.fees, flight.current);
  const { nonce } = flight;
  let made: Omit<Replacement, 'flight'>;
  if (wish.kind === 'cancel') {
    const unsigned = { nonce, to: signer, data: '0x' as const, value: 0n, gas: 21_000n, fees };
    made = { variant: 'cancellation', unsigned };
  } else if (wish.kind === 'speedUp') {
    if (flight.current.variant === 'cancellation') return 'it is being cancelled';
    const { value, current } = flight;
    made = { variant: 'bump', unsigned: { nonce, to: to_address, data, value, gas: current.gas, fees } };
  } else {
    const call = { from: signer, to: wish.to, data: wish.data, value: hexToBigInt(wish.value) };
    const given = wish.gas === null ? null : hexToBigInt(wish.gas);
    const [answer] = await client.simulate([{ ...call, gas: given }]);
    if (answer === undefined || answer instanceof RpcError) {
      return answer ? `the replacement would fail: ${decodeRevert(answer, errorAbi).reason}` : 'no answer';
    }
    const gas = given ?? (answer * 13n) / 10n;
    made = { variant: 'replacement', unsigned: { nonce, to: wish.to, data: wish.data, value: call.value, gas, fees } };
  }
  const cost = made.unsigned.gas * highestPrice(made.unsigned.fees);
  if (fee_budget !== null && cost > BigInt(fee_budget))
    return `its fee budget of ${fee_budget} wei does not allow ${cost}`;
  return made;
}

/** Says why a wish is not done; the transaction goes on as it is. */
async function dropWish({ store, logger }: LaneContext, { id, wish }: WishRow, problem: string): Promise<void> {
  const note = `${wish.kind} was not possible: ${problem}`;
  await store.sql`UPDATE ledger.transactions SET wish = NULL, notes = notes || ${note}::text WHERE id = ${id}`;
  logger.info({ transactionId: id }, note);
}
