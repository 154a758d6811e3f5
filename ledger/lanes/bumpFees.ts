import type { Hex } from 'viem';
import { highestPrice, raiseFees } from '../chain/fees.ts';
import type { LaneContext } from './laneContext.ts';
import type { Flight, LaneMemory, Signer } from './laneMemory.ts';
import { type Replacement, replaceBytes } from './replaceBytes.ts';

/** How many are signed again at a time. */
const batchSize = 400;

/**
 * Raises the fees of transactions on their way whose highest price the base fee has outgrown, within their fee budgets.
 * Gives whether there were any.
 */
export async function bumpFees(
  context: LaneContext,
  memory: LaneMemory,
  signer: Signer,
  flying: readonly Flight[],
): Promise<boolean> {
  const { baseFee, fees } = memory.head;
  if (baseFee === null || !flying[0] || flying[0].current.maxFee >= baseFee) return false;
  const low = flying.filter(({ current }) => current.maxFee < baseFee + baseFee / 4n).slice(0, batchSize);
  const ids = `{${low.map(({ id }) => id).join(',')}}`;
  const rows = await context.store.sql<{ id: string; to_address: Hex | null; data: Hex; fee_budget: string | null }[]>`
    SELECT id, to_address, data, fee_budget::text FROM ledger.transactions WHERE id = ANY(${ids}::text::bigint[])`;
  const bodies = new Map(rows.map((row) => [row.id, row]));
  const replacements: Replacement[] = [];
  for (const flight of low) {
    const body = bodies.get(flight.id);
    const raised = raiseFees(fees, flight.current);
    const gas = flight.current.gas;
    if (!body || gas === 0n) continue;
    if (body.fee_budget !== null && gas * highestPrice(raised) > BigInt(body.fee_budget)) {
      await context.store.sql`
        UPDATE ledger.transactions SET last_error = 'the base fee is above what its fee budget allows; it waits'
        WHERE id = ${flight.id} AND phase = 1`;
      continue;
    }
    const isCancellation = flight.current.variant === 'cancellation';
    const target = isCancellation
      ? { to: signer.address, data: '0x' as const, value: 0n }
      : { to: body.to_address, data: body.data, value: flight.value };
    const variant = flight.current.variant === 'original' ? 'bump' : flight.current.variant;
    replacements.push({ flight, variant, unsigned: { nonce: flight.nonce, ...target, gas, fees: raised } });
  }
  await replaceBytes(
    context,
    memory,
    signer.address,
    replacements,
    'the base fee outgrew its fee: signed with a higher one',
  );
  return replacements.length > 0;
}
