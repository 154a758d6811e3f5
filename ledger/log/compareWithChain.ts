import { decodeFunctionResult, encodeFunctionData } from 'viem';
import { evidenceLogAbi } from '../../contracts/generated/EvidenceLog.ts';
import { encodeHex, type Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { ChainClient } from '../chain/chainClient.ts';
import { ledgerErrors } from '../errors.ts';
import { readRoot } from './readPaths.ts';

export interface CompareWithChainParameters {
  store: Store;
  client: Pick<ChainClient, 'call'>;
  contract: Hex;
}

/**
 * The size that the contract holds; it must be a size our log has had, with the same root. Otherwise the database is an older
 * copy of itself, or another one. @throws LEDGER_LOG_BEHIND_CHAIN, LEDGER_LOG_DIVERGED, LEDGER_NODE_UNAVAILABLE (retryable)
 */
export async function compareWithChain({ store, client, contract }: CompareWithChainParameters): Promise<number> {
  const data = encodeFunctionData({ abi: evidenceLogAbi, functionName: 'latest' });
  const [latestSize, root] = decodeFunctionResult({
    abi: evidenceLogAbi,
    functionName: 'latest',
    data: await client.call(contract, data),
  });
  const anchored = Number(latestSize);
  const [head] = await store.sql<{ size: string }[]>`SELECT size FROM ledger.log_head`;
  const size = Number(head?.size);
  if (anchored > size) throw ledgerErrors.logBehindChain({ contract, anchored, size });
  if (anchored > 0 && `0x${encodeHex(await readRoot(store.sql, anchored))}` !== root) {
    throw ledgerErrors.logDiverged({ size: anchored, contract });
  }
  return anchored;
}
