import { getContractAddress } from 'viem';
import type { Logger } from '../../host/index.ts';
import type { Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { submitTransaction } from '../lanes/submitTransaction.ts';
import type { TransactionStatus } from '../ledgerTypes.ts';

export interface DeployOnceParameters {
  store: Store;
  logger: Logger;
  /** The chain's key, see `ConnectedChain.id`. */
  chain: string;
  /** Who deploys and pays. */
  treasury: Hex;
  /** Name of the contract in ledger.contracts. */
  name: string;
  sourceHash: string;
  /** Creation code with the constructor's arguments. */
  data: Hex;
}

interface KnownContract {
  address: string;
  state: TransactionStatus;
  success: boolean | null;
  nonce: string | null;
  key: string;
}

/**
 * The address of a contract that a chain has once; null while it is being deployed. Any process may ask at any time: the row of
 * the contract and its transaction are one, and only a deployment that can never be executed is replaced.
 */
export async function deployOnce(parameters: DeployOnceParameters): Promise<Hex | null> {
  const { store, logger, chain, treasury, name, sourceHash, data } = parameters;
  return store.transaction(async (tx) => {
    await tx`SELECT FROM ledger.chains WHERE chain = ${chain} FOR UPDATE`;
    const [known] = await tx<KnownContract[]>`
      SELECT address, state, success, nonce, idempotency_key AS key
      FROM ledger.contracts JOIN ledger.transactions ON transactions.id = transaction_id
      WHERE contracts.chain = ${chain} AND contracts.name = ${name}`;
    if (known && !['failed', 'cancelled'].includes(known.state)) {
      if (known.nonce === null || !known.success || !['executed', 'confirmed'].includes(known.state)) return null;
      const address = getContractAddress({ from: treasury, nonce: BigInt(known.nonce) }).toLowerCase() as Hex;
      if (known.address !== address) {
        await tx`UPDATE ledger.contracts SET address = ${address} WHERE chain = ${chain} AND name = ${name}`;
      }
      return address;
    }
    const attempt = known ? Number(known.key.split('#')[1] ?? 1) + 1 : 1;
    const idempotencyKey = `deploy:${name}#${attempt}`;
    const deployment = { chain, tenant: 'ledger', idempotencyKey, signer: treasury, to: null, data };
    const { transactionId } = await submitTransaction(tx, deployment);
    await tx`
      INSERT INTO ledger.contracts (chain, name, address, source_hash, transaction_id)
      VALUES (${chain}, ${name}, '', ${sourceHash}, ${transactionId})
      ON CONFLICT (chain, name) DO UPDATE
        SET address = '', source_hash = EXCLUDED.source_hash, transaction_id = EXCLUDED.transaction_id`;
    logger.info({ chain, name, attempt }, 'a contract is deployed');
    return null;
  });
}
