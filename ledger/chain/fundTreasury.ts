import type { Hex } from '../../proof/index.ts';
import { ledgerErrors } from '../errors.ts';
import type { LaneContext } from '../lanes/laneContext.ts';
import { submitTransaction } from '../lanes/submitTransaction.ts';
import { isStateCurrent } from './isStateCurrent.ts';

/** Below this the treasury is filled up from the genesis account, where the chain is our own. */
const lowWei = 10n ** 18n;
const portionWei = 100n * 10n ** 18n;
/** Gas of the dearest thing the treasury pays for, the deployment, with room. */
const neededGas = 2_000_000n;

export interface FundTreasuryParameters {
  context: LaneContext;
  treasury: Hex;
  /** Address of the genesis account's key in the key store; null on a chain that is not our own. */
  genesis: Hex | null;
}

/**
 * Sees to it that the treasury can pay: resolves to true when it can, to false while a transfer from the genesis account is on
 * its way or the node catches up. @throws LEDGER_TREASURY_EMPTY when somebody has to send it something.
 */
export async function fundTreasury({ context, treasury, genesis }: FundTreasuryParameters): Promise<boolean> {
  const { store, client, chain, evmChainId, logger } = context;
  for (const account of genesis ? [treasury, genesis] : [treasury]) {
    if (!(await isStateCurrent(context, account))) return false;
  }
  const balance = await client.readBalance(treasury);
  if (genesis && balance < lowWei && (await client.readBalance(genesis)) > portionWei) {
    const submitted = await store.transaction(async (tx) => {
      const [past] = await tx<{ count: number; open: boolean }[]>`
        SELECT count(*)::int AS count,
          coalesce(bool_or(state NOT IN ('executed', 'confirmed', 'failed')), false) AS open
        FROM ledger.transactions
        WHERE chain = ${chain} AND tenant = 'ledger' AND idempotency_key LIKE ${`fund:${treasury}:%`}`;
      if (!past || past.open) return false;
      const idempotencyKey = `fund:${treasury}:${past.count + 1}`;
      const transfer = { signer: genesis, to: treasury, value: portionWei };
      await submitTransaction(tx, { chain, tenant: 'ledger', idempotencyKey, ...transfer });
      return true;
    });
    if (submitted) logger.info({ treasury, genesis }, 'the treasury is filled up from the genesis account');
    return false;
  }
  const fees = await client.readFees();
  const price = fees.type === 'legacy' ? fees.gasPrice : fees.maxFeePerGas;
  if (balance >= neededGas * price) return true;
  throw ledgerErrors.treasuryEmpty({ address: treasury, balanceWei: balance.toString(), evmChainId });
}
