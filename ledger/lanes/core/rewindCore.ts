import type { Hex } from '../../../proof/index.ts';
import { coreAddressOf } from './coreAddress.ts';
import type { CoreLaneContext } from './coreContext.ts';

/**
 * Notices a chain that lost blocks that counted as confirmed (a node restored from an older copy): an account's nonce is then
 * below that of a transaction that was executed. All such transactions go out again with identical bytes. A node that was just
 * started shows old states for a while, so an account is only suspected the first time; `suspects` keeps that from check to check.
 */
export async function rewindCore(context: CoreLaneContext, suspects: Set<Hex>): Promise<void> {
  const { store, client, chain, logger } = context;
  const signers = await store.sql<{ signer: Hex; nonce: string; hash: Hex }[]>`
    SELECT DISTINCT ON (signer) signer, nonce, hash FROM ledger.transactions
    WHERE chain = ${chain} AND phase = 2 AND block_hash IS NOT NULL ORDER BY signer, nonce DESC`;
  for (const { signer, nonce, hash } of signers) {
    const used = await client.readNonce(coreAddressOf(signer), 'latest_state');
    const isLost = used <= Number(nonce) && (await client.readPlace(hash)).kind === 'unknown';
    if (!isLost) {
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
        cancelled_at = NULL, failed_at = NULL, block_hash = NULL, block_number = NULL, success = NULL, reason = NULL,
        gas_used = NULL, fee = NULL, contract_address = NULL,
        notes = notes || 'sent again, for the chain lost confirmed blocks'::text
      WHERE chain = ${chain} AND signer = ${signer} AND nonce >= ${used} AND raw IS NOT NULL AND block_hash IS NOT NULL`;
    logger.error({ signer, nonce: used, transactions: count }, 'Core Space lost confirmed blocks; sending again');
  }
}
