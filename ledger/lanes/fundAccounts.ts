import { XiangyuError } from '../../errors.ts';
import type { Hex } from '../../proof/index.ts';
import type { LaneContext } from './laneContext.ts';
import { submitTransaction } from './submitTransaction.ts';

/** Tenant of the transfers to members; its limits in `ledger.tenant_limits` are the treasury's daily cap. */
const fundingTenant = 'treasury';

interface FundedRow {
  address: Hex;
  payer: Hex;
  target_wei: string;
  floor_wei: string;
  transfers: number;
  last_error: string | null;
}

const batchSize = 500;

/**
 * Fills up the accounts that the treasury keeps above their floors, by transfers in its own lane, one at a time for each.
 * Where the daily cap is reached, says so and goes on in the next period. Gives how many transfers it submitted.
 */
export async function fundAccounts({ store, client, chain, logger }: LaneContext): Promise<number> {
  const rows = await store.sql<FundedRow[]>`
    SELECT funded.address, keys.address AS payer, target_wei::text, floor_wei::text, transfers, funded.last_error
    FROM ledger.funded_accounts AS funded
    JOIN ledger.keys ON keys.name = 'treasury' AND keys.tenant = 'ledger'
    LEFT JOIN ledger.transactions ON transactions.id = transaction_id
    WHERE funded.chain = ${chain} AND (transaction_id IS NULL OR phase = 2 OR state IN ('executed', 'cancelled'))
    ORDER BY funded.created_at LIMIT ${batchSize}`;
  if (rows.length === 0) return 0;
  const accounts = await client.readAccounts(rows.map(({ address }) => address));
  let submitted = 0;
  for (const [at, row] of rows.entries()) {
    const balance = accounts[at]?.balance;
    if (balance === undefined || balance >= BigInt(row.floor_wei)) continue;
    const value = BigInt(row.target_wei) - balance;
    try {
      await store.transaction(async (tx) => {
        const { transactionId } = await submitTransaction(tx, {
          chain,
          tenant: fundingTenant,
          idempotencyKey: `fund:${row.address}:${row.transfers + 1}`,
          signer: row.payer,
          to: row.address,
          value,
        });
        await tx`
          UPDATE ledger.funded_accounts SET transfers = transfers + 1, transaction_id = ${transactionId}, last_error = NULL
          WHERE chain = ${chain} AND address = ${row.address} AND transfers = ${row.transfers}`;
      });
      submitted += 1;
    } catch (error) {
      if (!(error instanceof XiangyuError) || error.retryable) throw error;
      if (row.last_error !== error.code) {
        logger.warn({ address: row.address, err: error }, 'an account could not be filled up; it is tried again');
        await store.sql`
          UPDATE ledger.funded_accounts SET last_error = ${error.code}
          WHERE chain = ${chain} AND address = ${row.address}`;
      }
    }
  }
  return submitted;
}
