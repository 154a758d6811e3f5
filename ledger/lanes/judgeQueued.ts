import type { Hex } from 'viem';
import { decodeRevert } from '../chain/decodeRevert.ts';
import { classifyFailure, RpcError } from '../chain/rpc.ts';
import type { QueuedRow } from './claimQueued.ts';
import type { LaneContext } from './laneContext.ts';
import type { LaneMemory } from './laneMemory.ts';

/** Gas of a transfer to an account without code. */
const transferGas = 21_000n;
/** How long an account is taken to be without code. */
const codelessMs = 30_000;
/** How long a transaction that could not be judged is left out. */
const skipMs = 5_000;

/** What a simulation said: the gas to give, or that it must wait or can never be executed. */
export type Verdict =
  | { kind: 'ready'; gas: bigint }
  | { kind: 'poor' | 'unclear'; problem: string }
  | { kind: 'reverted'; problem: string; data: Hex | null };

const isTransfer = ({ to_address, data }: QueuedRow): boolean => to_address !== null && data === '0x';

/**
 * Simulates transactions before they get a nonce, all in one question. Only a transfer to an account without code needs none.
 * Caller-given gas is taken as it is, but what would revert with it is refused all the same.
 */
export async function judgeQueued(
  { client, errorAbi, clock = performance }: LaneContext,
  memory: LaneMemory,
  rows: readonly QueuedRow[],
): Promise<Verdict[]> {
  const now = clock.now();
  const believed = (address: Hex) => (memory.codeless.get(address) ?? Number.NEGATIVE_INFINITY) > now;
  const targets = [
    ...new Set(rows.flatMap((row) => (isTransfer(row) && row.to_address ? [row.to_address] : []))),
  ].filter((address) => !believed(address));
  if (targets.length > 0) {
    if (memory.codeless.size > 50_000) memory.codeless.clear();
    const hasCode = await client.readHasCode(targets);
    for (const [at, address] of targets.entries()) {
      if (!hasCode[at]) memory.codeless.set(address, now + codelessMs);
    }
  }
  const isPlain = (row: QueuedRow) => isTransfer(row) && row.to_address !== null && believed(row.to_address);
  const simulated = rows.filter((row) => !isPlain(row));
  const answers = await client.simulate(
    simulated.map(({ signer, to_address, data, value, gas_limit }) => ({
      from: signer,
      to: to_address,
      data,
      value: BigInt(value),
      gas: gas_limit === null ? null : BigInt(gas_limit),
    })),
  );
  const answerOf = new Map(simulated.map((row, at) => [row.id, answers[at]]));
  return rows.map((row): Verdict => {
    const given = row.gas_limit === null ? null : BigInt(row.gas_limit);
    if (isPlain(row)) return { kind: 'ready', gas: given ?? transferGas };
    const answer = answerOf.get(row.id);
    // Room for a state that changes between now and then; Conflux keeps at most a quarter of what is not used.
    if (typeof answer === 'bigint') return { kind: 'ready', gas: given ?? (answer * 13n) / 10n };
    const failure = classifyFailure(answer);
    const problem = answer instanceof RpcError ? answer.message : 'no answer';
    if (failure === 'reverted' && answer instanceof RpcError) {
      const { reason, data } = decodeRevert(answer, errorAbi);
      return { kind: 'reverted', problem: reason, data };
    }
    if (failure === 'poor') return { kind: 'poor', problem };
    memory.skipped.set(row.id, now + skipMs);
    return { kind: 'unclear', problem };
  });
}
