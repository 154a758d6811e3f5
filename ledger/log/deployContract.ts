import { encodeDeployData, getContractAddress } from 'viem';
import { evidenceLogAbi, evidenceLogBytecode, evidenceLogSourceHash } from '../../contracts/generated/EvidenceLog.ts';
import type { Hex } from '../../proof/index.ts';
import type { LaneContext } from '../lanes/laneContext.ts';
import { submitTransaction } from '../lanes/submitTransaction.ts';
import type { TransactionStatus } from '../ledgerTypes.ts';

export interface DeployContractParameters {
  context: LaneContext;
  treasury: Hex;
  origin: string;
}

/**
 * The address of the chain's EvidenceLog; null while it is being deployed. It is deployed once a chain: the row of the contract
 * and its transaction are one, and only a deployment that can never be executed is replaced, or one of another source. What
 * was anchored in the contract of an older source stays there and stays provable; the new one begins with the present head.
 */
export async function deployContract({ context, treasury, origin }: DeployContractParameters): Promise<Hex | null> {
  const { store, chain, logger } = context;
  return store.transaction(async (tx) => {
    // Two leaders at once would otherwise both find nothing.
    await tx`SELECT FROM ledger.chains WHERE chain = ${chain} FOR UPDATE`;
    const [known] = await tx<
      {
        address: Hex;
        source_hash: string;
        state: TransactionStatus;
        success: boolean | null;
        nonce: string | null;
        key: string;
      }[]
    >`
      SELECT address, source_hash, state, success, nonce, idempotency_key AS key
      FROM ledger.contracts JOIN ledger.transactions ON transactions.id = transaction_id
      WHERE contracts.chain = ${chain} AND contracts.name = 'EvidenceLog'`;
    const isPresent = known?.source_hash === evidenceLogSourceHash;
    // One of an older source that is still on its way is waited for, so that its successor follows what really is there.
    const isSettled = known?.success === true && ['executed', 'confirmed'].includes(known.state);
    if (known && known.state !== 'failed' && (isPresent || !isSettled)) {
      if (known.nonce === null) return null;
      // The address follows from the nonce, so it is certain as soon as the transaction is signed.
      const address = getContractAddress({ from: treasury, nonce: BigInt(known.nonce) }).toLowerCase() as Hex;
      if (known.address !== address) {
        await tx`UPDATE ledger.contracts SET address = ${address} WHERE chain = ${chain} AND name = 'EvidenceLog'`;
        await tx`SELECT pg_notify('ledger_changed', '')`;
      }
      return isSettled ? address : null;
    }
    const attempt = known ? Number(known.key.split('#')[1] ?? 1) + 1 : 1;
    const { transactionId } = await submitTransaction(tx, {
      chain,
      tenant: 'ledger',
      idempotencyKey: `deploy:EvidenceLog#${attempt}`,
      signer: treasury,
      to: null,
      data: encodeDeployData({ abi: evidenceLogAbi, bytecode: evidenceLogBytecode, args: [origin, treasury] }),
    });
    await tx`
      INSERT INTO ledger.contracts (chain, name, address, source_hash, transaction_id)
      VALUES (${chain}, 'EvidenceLog', '', ${evidenceLogSourceHash}, ${transactionId})
      ON CONFLICT (chain, name) DO UPDATE
        SET address = '', source_hash = EXCLUDED.source_hash, transaction_id = EXCLUDED.transaction_id`;
    logger.info({ chain, attempt }, 'the contract EvidenceLog is deployed');
    return null;
  });
}
