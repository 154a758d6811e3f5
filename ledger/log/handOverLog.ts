import { decodeFunctionResult, encodeFunctionData, parseAbi } from 'viem';
import { evidenceLogAbi as abi } from '../../contracts/generated/EvidenceLog.ts';
import type { Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { ConnectedChain } from '../chain/connectChain.ts';
import type { LaneContext } from '../lanes/laneContext.ts';
import { submitTransaction } from '../lanes/submitTransaction.ts';
import { logErrors } from './errors.ts';
import { readWantedWitnesses, readWitnessesOnChain } from './syncWitnesses.ts';

/** Who decides about the log's witnesses. */
export interface LogHandOver {
  /** The contract to which the log was promised, lower case. */
  newOwner: Hex;
  requestedAt: string;
  /** Null while the transactions are on their way. */
  doneAt: string | null;
}

interface HandOverRow {
  new_owner: Hex;
  requested_at: Date;
  contract: Hex | null;
  done_at: Date | null;
  attempts: number;
  waits: boolean;
}

/** What an owner that is a contract needs for Ownable2Step. */
const newOwnerAbi = parseAbi(['function acceptLog(address log)']);

/** What was decided for this chain; null while the operator enters the witnesses. */
export async function readHandOver(store: Store, chain: string | null): Promise<LogHandOver | null> {
  const [row] = await store.sql<HandOverRow[]>`SELECT * FROM ledger.log_hand_overs WHERE chain = ${chain}`;
  if (!row) return null;
  const { new_owner: newOwner, requested_at: at, done_at: doneAt } = row;
  return { newOwner, requestedAt: at.toISOString(), doneAt: doneAt?.toISOString() ?? null };
}

/**
 * Decides that the log's contract goes to a new owner, for good; the anchorer carries it out and goes on after a crash. The
 * treasury stays publisher, which is all that anchoring needs. @throws LOG_HANDED_OVER when it was promised to somebody else
 */
export async function handOverLog(store: Store, chain: ConnectedChain, newOwner: Hex): Promise<LogHandOver> {
  const id = chain.id ?? (await chain.identify());
  const owner = newOwner.toLowerCase() as Hex;
  await store.sql`INSERT INTO ledger.log_hand_overs (chain, new_owner) VALUES (${id}, ${owner}) ON CONFLICT DO NOTHING`;
  const state = await readHandOver(store, id);
  if (state?.newOwner !== owner) throw logErrors.handedOver({ owner: state?.newOwner ?? '' });
  await store.sql`SELECT pg_notify('ledger_changed', '')`;
  return state;
}

export interface CarryOutHandOverParameters {
  context: LaneContext;
  treasury: Hex;
  contract: Hex;
}

/**
 * Takes the next step of a hand-over: publisher and offer, then acceptance by the new owner. What to do is read from the
 * chain each time, so that a step that was taken is never taken again. Gives whether the log is no longer the operator's.
 */
export async function carryOutHandOver(parameters: CarryOutHandOverParameters): Promise<'none' | 'underWay' | 'done'> {
  const { context, treasury, contract } = parameters;
  const { store, chain, logger } = context;
  const [row] = await store.sql<HandOverRow[]>`
    SELECT *, next_attempt_at > now() AS waits FROM ledger.log_hand_overs WHERE chain = ${chain}`;
  if (!row) return 'none';
  if (row.contract === contract && row.done_at) return 'done';
  const newOwner = row.new_owner;
  const [owner, pending, publisher] = await Promise.all(
    (['owner', 'pendingOwner', 'publisher'] as const).map((name) => readAddress(context, contract, name)),
  );
  if (owner === newOwner) {
    await store.sql`
      UPDATE ledger.log_hand_overs SET contract = ${contract}, done_at = now() WHERE chain = ${chain}`;
    await store.sql`SELECT pg_notify('ledger_changed', ''), pg_notify('live', ${JSON.stringify({ type: 'log' })})`;
    logger.info({ contract, owner }, 'the log belongs to the alliance');
    return 'done';
  }
  if (row.waits) return 'underWay';
  const call = (functionName: 'setPublisher' | 'transferOwnership', address: Hex) =>
    ({ to: contract, data: encodeFunctionData({ abi, functionName, args: [address] }) }) as const;
  const accept = { to: newOwner, data: encodeFunctionData({ abi: newOwnerAbi, args: [contract] }) };
  // The new owner must not find a contract without the witnesses there are, as a newer source would have it.
  const [present, wanted] = await Promise.all([readWitnessesOnChain(context, contract), readWantedWitnesses(context)]);
  const isSame = present.threshold === wanted.threshold && present.addresses.join() === wanted.addresses.join();
  const setWitnesses = encodeFunctionData({
    abi,
    functionName: 'setWitnesses',
    args: [wanted.addresses, wanted.threshold],
  });
  const steps = [
    ...(isSame || pending === newOwner ? [] : [{ to: contract, data: setWitnesses }]),
    ...(publisher === treasury ? [] : [call('setPublisher', treasury)]),
    ...(pending === newOwner ? [] : [call('transferOwnership', newOwner)]),
  ];
  await submitSteps(parameters, steps.length > 0 ? steps : [accept]);
  return 'underWay';
}

async function readAddress(
  { client }: LaneContext,
  contract: Hex,
  functionName: 'owner' | 'pendingOwner' | 'publisher',
): Promise<Hex> {
  const data = await client.call(contract, encodeFunctionData({ abi, functionName }));
  return decodeFunctionResult({ abi, functionName, data }).toLowerCase() as Hex;
}

/** Queues the steps unless earlier ones are on their way; after one that failed it waits longer each time. */
async function submitSteps(
  { context, treasury, contract }: CarryOutHandOverParameters,
  steps: { to: Hex; data: Hex }[],
): Promise<void> {
  const { store, chain } = context;
  const prefix = `handover:${contract}:`;
  await store.transaction(async (tx) => {
    await tx`SELECT FROM ledger.log_hand_overs WHERE chain = ${chain} FOR UPDATE`;
    const [past] = await tx<{ count: number; open: boolean; failed: number }[]>`
      SELECT count(*)::int AS count, (count(*) FILTER (WHERE state = 'failed' OR NOT success))::int AS failed,
        coalesce(bool_or(state NOT IN ('executed', 'confirmed', 'failed', 'cancelled')), false) AS open
      FROM ledger.transactions WHERE chain = ${chain} AND tenant = 'ledger' AND idempotency_key LIKE ${`${prefix}%`}`;
    if (!past || past.open) return;
    for (const [at, { to, data }] of steps.entries()) {
      const idempotencyKey = `${prefix}${past.count + 1 + at}`;
      await submitTransaction(tx, { chain, tenant: 'ledger', idempotencyKey, signer: treasury, to, data });
    }
    // The first step that failed may have met a state that was about to change; the fifth did not.
    const pauseMs = past.failed === 0 ? 0 : Math.min(600_000, 1_000 * 2 ** past.failed);
    await tx`
      UPDATE ledger.log_hand_overs
      SET attempts = attempts + 1, next_attempt_at = now() + ${pauseMs} * interval '1 millisecond' WHERE chain = ${chain}`;
  });
}
