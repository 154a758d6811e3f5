import { decodeFunctionResult, encodeFunctionData, type Hex } from 'viem';
import { evidenceLogAbi as abi } from '../../contracts/generated/EvidenceLog.ts';
import type { LaneContext } from '../lanes/laneContext.ts';
import { submitTransaction } from '../lanes/submitTransaction.ts';
import { readQuorum } from './publishCheckpoint.ts';

export interface SyncWitnessesParameters {
  context: LaneContext;
  treasury: Hex;
  contract: Hex;
}

/** The witnesses that the contract knows, lower case in ascending order, and how many of them have to sign. */
export interface AnchorWitnesses {
  addresses: Hex[];
  threshold: number;
}

/** The witnesses that the contract checks in the newest state. */
export async function readWitnessesOnChain({ client }: LaneContext, contract: Hex): Promise<AnchorWitnesses> {
  const [listed, threshold] = await Promise.all([
    client.call(contract, encodeFunctionData({ abi, functionName: 'witnesses' })),
    client.call(contract, encodeFunctionData({ abi, functionName: 'threshold' })),
  ]);
  return {
    addresses: decodeFunctionResult({ abi, functionName: 'witnesses', data: listed }).map(
      (address) => address.toLowerCase() as Hex,
    ),
    threshold: decodeFunctionResult({ abi, functionName: 'threshold', data: threshold }),
  };
}

/** The witnesses that the database has, as the contract takes them. */
export async function readWantedWitnesses({ store }: LaneContext): Promise<AnchorWitnesses> {
  const rows = await store.sql<{ address: Hex }[]>`
    SELECT address FROM ledger.witnesses WHERE removed_at IS NULL AND address IS NOT NULL ORDER BY address COLLATE "C"`;
  const { anchorThreshold: threshold } = await readQuorum(store.sql);
  return { addresses: threshold > 0 ? rows.map(({ address }) => address) : [], threshold };
}

/**
 * As long as the operator enters the witnesses: brings the contract's witnesses in line with the operator's. Gives those that the contract checks now, or null while the
 * transaction that changes them is on its way.
 */
export async function syncWitnesses(parameters: SyncWitnessesParameters): Promise<AnchorWitnesses | null> {
  const { context, treasury, contract } = parameters;
  const { store, chain, logger } = context;
  const prefix = `witnesses:${contract}:`;
  const [past] = await store.sql<{ count: number; open: boolean }[]>`
    SELECT count(*)::int AS count, coalesce(bool_or(state NOT IN ('executed', 'confirmed', 'failed')), false) AS open
    FROM ledger.transactions WHERE chain = ${chain} AND tenant = 'ledger' AND idempotency_key LIKE ${`${prefix}%`}`;
  if (!past || past.open) return null;
  const [present, wanted] = await Promise.all([readWitnessesOnChain(context, contract), readWantedWitnesses(context)]);
  if (present.threshold === wanted.threshold && present.addresses.join() === wanted.addresses.join()) return present;
  await store.transaction((tx) =>
    submitTransaction(tx, {
      chain,
      tenant: 'ledger',
      idempotencyKey: `${prefix}${past.count + 1}`,
      signer: treasury,
      to: contract,
      data: encodeFunctionData({ abi, functionName: 'setWitnesses', args: [wanted.addresses, wanted.threshold] }),
    }),
  );
  logger.info({ witnesses: wanted.addresses.length, threshold: wanted.threshold }, 'the contract gets other witnesses');
  return null;
}
