import { decodeFunctionResult, encodeFunctionData } from 'viem';
import { evidenceLogAbi } from '../../contracts/generated/EvidenceLog.ts';
import { coverRange, encodeHex, foldCover, type Hex } from '../../proof/index.ts';
import { ledgerErrors } from '../errors.ts';
import type { LaneContext } from '../lanes/laneContext.ts';
import { submitTransaction } from '../lanes/submitTransaction.ts';
import { readNodes } from './readNodes.ts';

export interface AnchorCheckpointParameters {
  context: LaneContext;
  treasury: Hex;
  contract: Hex;
}

interface NewestCheckpoint {
  size: string;
  attempt: number;
  state: string;
  /** Null until it is executed. */
  success: boolean | null;
}

/**
 * Queues the transaction that anchors the log's present head, unless it has not grown or one is on its way. Gives the size it
 * anchors, or null. Before that it compares the chain with the database, which could be an older copy of itself.
 * @throws LEDGER_LOG_BEHIND_CHAIN, LEDGER_LOG_DIVERGED
 */
export async function anchorCheckpoint(parameters: AnchorCheckpointParameters): Promise<number | null> {
  const { context, treasury, contract } = parameters;
  const { store, chain, logger } = context;
  const newest = await readNewestCheckpoint(parameters);
  const failed = newest?.state === 'failed';
  if (newest && !failed && !newest.success) return null;
  const [present] = await store.sql<{ size: string }[]>`SELECT size FROM ledger.log_head`;
  const grown = Number(present?.size) > Number(newest?.size ?? 0);
  if (!grown && !failed) return null;
  const onChain = await compareWithChain(parameters);

  return store.transaction(async (tx) => {
    const [head] = await tx<{ size: string; root: string }[]>`SELECT size, root FROM ledger.log_head FOR UPDATE`;
    const size = Number(head?.size);
    if (!head || size <= onChain) return null;
    // Only a transaction that can never be executed has a successor for the same size.
    const attempt = failed && Number(newest.size) === size ? newest.attempt + 1 : 1;
    const { transactionId, created } = await submitTransaction(tx, {
      chain,
      tenant: 'ledger',
      idempotencyKey: `anchor:${contract}:${size}${attempt > 1 ? `#${attempt}` : ''}`,
      signer: treasury,
      to: contract,
      data: encodeFunctionData({
        abi: evidenceLogAbi,
        functionName: 'anchor',
        args: [BigInt(size), `0x${head.root}`, []],
      }),
    });
    if (!created) return null;
    await tx`
      INSERT INTO ledger.checkpoints (chain, contract, size, root, transaction_id, attempt)
      VALUES (${chain}, ${contract}, ${size}, ${head.root}, ${transactionId}, ${attempt})
      ON CONFLICT (chain, contract, size) DO UPDATE
        SET transaction_id = EXCLUDED.transaction_id, attempt = EXCLUDED.attempt`;
    await tx`SELECT pg_notify('live', ${JSON.stringify({ type: 'log' })})`;
    logger.debug({ size, root: head.root, attempt }, 'a checkpoint is anchored');
    return size;
  });
}

async function readNewestCheckpoint({
  context,
  contract,
}: AnchorCheckpointParameters): Promise<NewestCheckpoint | null> {
  const { store, chain } = context;
  const [newest] = await store.sql<NewestCheckpoint[]>`
    SELECT size, attempt, state, success FROM ledger.checkpoints JOIN ledger.transactions ON transactions.id = transaction_id
    WHERE checkpoints.chain = ${chain} AND contract = ${contract}
    ORDER BY size DESC
    LIMIT 1`;
  return newest ?? null;
}

/** The size that the contract holds; it must be a size our log has had, with the same root. */
async function compareWithChain({ context, contract }: AnchorCheckpointParameters): Promise<number> {
  const { store, client } = context;
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
  const nodes = await readNodes(store.sql, coverRange({ start: 0, end: anchored }));
  if (anchored > 0 && `0x${encodeHex(foldCover(nodes.map(({ hash }) => hash)))}` !== root) {
    throw ledgerErrors.logDiverged({ size: anchored, contract });
  }
  return anchored;
}
