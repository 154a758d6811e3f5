import { encodeFunctionData, parseAbi } from 'viem';
import type { Hex } from '../../proof/index.ts';
import { isStateCurrent } from '../chain/isStateCurrent.ts';
import type { ConnectedCore } from '../lanes/core/connectCore.ts';
import type { LaneContext } from '../lanes/laneContext.ts';
import { submitTransaction } from '../lanes/submitTransaction.ts';
import type { Genesis } from './openGenesis.ts';

export interface SweepGenesisParameters {
  context: LaneContext;
  genesis: Genesis;
  treasury: Hex;
  core: ConnectedCore;
}

/** The built-in contract of Core Space that moves funds to eSpace. */
const crossSpaceCall: Hex = '0x0888000000000000000000000000000000000006';
const crossSpaceAbi = parseAbi(['function transferEVM(bytes20 to) payable returns (bytes)']);

/**
 * Takes the next step in emptying the genesis account into the treasury: one transfer in each space that still holds something,
 * through the lanes, so that each is sent once. Gives whether it is empty.
 */
export async function sweepGenesis(parameters: SweepGenesisParameters): Promise<boolean> {
  const { context, genesis, treasury, core } = parameters;
  const { store, chain, logger } = context;
  const { chain: coreChain } = await core.identify();
  // What was paid from it before must have happened, or the amounts would be wrong.
  if (await hasOpen(parameters, [chain, coreChain])) return false;
  if (!(await isStateCurrent(context, genesis.address))) return false;
  const { espaceWei, coreWei, dustWei, empty } = await genesis.readHoldings();
  if (empty) {
    await store.sql`UPDATE ledger.genesis_sweeps SET swept_at = now() WHERE chain = ${chain} AND swept_at IS NULL`;
    logger.info({ genesis: genesis.address }, 'the genesis account is empty');
    return true;
  }
  await store.transaction(async (tx) => {
    await tx`SELECT FROM ledger.genesis_sweeps WHERE chain = ${chain} FOR UPDATE`;
    const [past] = await tx<{ count: number }[]>`
      SELECT count(*)::int AS count FROM ledger.transactions
      WHERE chain IN (${chain}, ${coreChain}) AND tenant = 'ledger' AND idempotency_key LIKE 'sweep:%'`;
    const request = {
      tenant: 'ledger',
      idempotencyKey: `sweep:${genesis.address}:${(past?.count ?? 0) + 1}`,
      signer: genesis.address,
    };
    if (espaceWei > dustWei) {
      await submitTransaction(tx, { ...request, chain, to: treasury, value: espaceWei - dustWei });
    }
    if (coreWei > dustWei) {
      const data = encodeFunctionData({ abi: crossSpaceAbi, functionName: 'transferEVM', args: [treasury] });
      const transfer = { to: crossSpaceCall, data, value: coreWei - dustWei, space: 'core' as const };
      await submitTransaction(tx, { ...request, chain: coreChain, ...transfer });
    }
  });
  logger.info({ genesis: genesis.address, treasury }, 'the genesis account is emptied into the treasury');
  return false;
}

async function hasOpen({ context, genesis }: SweepGenesisParameters, chains: string[]): Promise<boolean> {
  const open = await context.store.sql`
    SELECT FROM ledger.transactions
    WHERE chain = ANY(${chains}) AND signer = ${genesis.address}
      AND state NOT IN ('executed', 'confirmed', 'failed', 'cancelled')
    LIMIT 1`;
  return open.count > 0;
}
