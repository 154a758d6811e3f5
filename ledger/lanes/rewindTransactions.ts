import type { Hex } from 'viem';
import type { LaneContext } from './laneContext.ts';

/**
 * Notices a chain that lost blocks that counted as confirmed (a node restored from an older copy, or set up anew with the same
 * first block): an account's nonce is then below that of a transaction that was executed. All such transactions are sent
 * again with identical bytes, so the chain comes to the same state again. A node that was just started shows old states for a
 * while, so an account is only suspected the first time; `suspects` keeps that from check to check.
 */
export async function rewindTransactions(context: LaneContext, suspects: Set<Hex>): Promise<void> {
  const { store, client, logger, chain } = context;
  const signers = await store.sql<{ signer: Hex; nonce: string; hash: Hex }[]>`
    SELECT DISTINCT ON (signer) signer, nonce, hash FROM ledger.transactions
    WHERE chain = ${chain} AND state = 'confirmed'
    ORDER BY signer, nonce DESC`;
  for (const { signer, nonce, hash } of signers) {
    const used = await client.readNonce(signer, 'latest');
    const isLost = used <= Number(nonce) && (await client.readPlace(hash)).kind === 'unknown';
    if (!isLost || (await client.isSyncing())) {
      suspects.delete(signer);
      continue;
    }
    if (!suspects.has(signer)) {
      suspects.add(signer);
      continue;
    }
    suspects.delete(signer);
    const { count } = await store.sql`
      UPDATE ledger.transactions
      SET state = 'broadcast', attempted_at = NULL, packed_at = NULL, executed_at = NULL, confirmed_at = NULL,
        finalized_at = NULL, failed_at = NULL, block_hash = NULL, block_number = NULL, success = NULL, reason = NULL
      WHERE chain = ${chain} AND signer = ${signer} AND nonce >= ${used}
        AND (state IN ('packed', 'executed', 'confirmed') OR (state = 'failed' AND reason = 'reverted' AND raw IS NOT NULL))`;
    logger.error({ signer, nonce: used, transactions: count }, 'the chain lost confirmed blocks; sending again');
  }
}
