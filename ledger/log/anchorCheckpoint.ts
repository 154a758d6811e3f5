import { encodeFunctionData } from 'viem';
import { evidenceLogAbi } from '../../contracts/generated/EvidenceLog.ts';
import type { Hex } from '../../proof/index.ts';
import type { LaneContext } from '../lanes/laneContext.ts';
import { submitTransaction } from '../lanes/submitTransaction.ts';
import { compareWithChain } from './compareWithChain.ts';
import { followWitnesses } from './followWitnesses.ts';
import { type AnchorWitnesses, syncWitnesses } from './syncWitnesses.ts';

export interface AnchorCheckpointParameters {
  context: LaneContext;
  treasury: Hex;
  contract: Hex;
  /** Whether the members of an alliance decide who the witnesses are, or are about to. */
  isHandedOver: boolean;
}

interface NewestCheckpoint {
  size: string;
  attempt: number;
  state: string;
  /** Null until it is executed. */
  success: boolean | null;
}

interface Candidate {
  size: number;
  root: string;
  signatures: Hex[];
}

/**
 * Queues the transaction that anchors the newest published checkpoint with its witnesses' signatures, unless the log has not
 * grown or one is on its way. Gives the size it anchors, or null. Before that it compares the chain with the database, which
 * could be an older copy of itself, and sees to it that contract and database know the same witnesses.
 * @throws LEDGER_LOG_BEHIND_CHAIN, LEDGER_LOG_DIVERGED
 */
export async function anchorCheckpoint(parameters: AnchorCheckpointParameters): Promise<number | null> {
  const { context, treasury, contract, isHandedOver } = parameters;
  const { store, chain, client, logger } = context;
  // Always, because without a new statement too the world should see who vouches now.
  const voted = isHandedOver ? await followWitnesses(parameters) : null;
  const newest = await readNewestCheckpoint(parameters);
  const failed = newest?.state === 'failed';
  // One that the contract refused, as when the witnesses changed on its way, need not hold up a larger one.
  if (newest && !failed && newest.success === null) return null;
  const [published] = await store.sql<{ size: string }[]>`
    SELECT size FROM ledger.signed_checkpoints WHERE published_at IS NOT NULL ORDER BY size DESC LIMIT 1`;
  const grown = Number(published?.size ?? 0) > Number(newest?.size ?? 0);
  if (!grown && !failed) return null;
  const onChain = await compareWithChain({ store, client, contract });
  const witnesses = voted ?? (await syncWitnesses(parameters));
  if (!witnesses) return null;
  const candidate = await findCandidate(parameters, onChain, witnesses);
  if (!candidate) return null;

  const { size, root, signatures } = candidate;
  if (newest && !failed && size === Number(newest.size)) return null;
  return store.transaction(async (tx) => {
    // Only a transaction that can never be executed has a successor for the same size.
    const attempt = failed && Number(newest.size) === size ? newest.attempt + 1 : 1;
    const args = [BigInt(size), `0x${root}`, signatures] as const;
    const { transactionId, created } = await submitTransaction(tx, {
      chain,
      tenant: 'ledger',
      idempotencyKey: `anchor:${contract}:${size}${attempt > 1 ? `#${attempt}` : ''}`,
      signer: treasury,
      to: contract,
      data: encodeFunctionData({ abi: evidenceLogAbi, functionName: 'anchor', args }),
    });
    if (!created) return null;
    await tx`
      INSERT INTO ledger.checkpoints (chain, contract, size, root, transaction_id, attempt)
      VALUES (${chain}, ${contract}, ${size}, ${root}, ${transactionId}, ${attempt})
      ON CONFLICT (chain, contract, size) DO UPDATE
        SET transaction_id = EXCLUDED.transaction_id, attempt = EXCLUDED.attempt`;
    await tx`SELECT pg_notify('live', ${JSON.stringify({ type: 'log' })})`;
    logger.debug({ size, root, attempt, witnesses: signatures.length }, 'a checkpoint is anchored');
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

/** The newest published checkpoint with enough signatures of the witnesses that the contract knows now. */
async function findCandidate(
  { context }: AnchorCheckpointParameters,
  onChain: number,
  { addresses, threshold }: AnchorWitnesses,
): Promise<Candidate | null> {
  const [row] = await context.store.sql<{ size: string; root: string; signatures: Hex[] }[]>`
    SELECT signed.size, signed.root,
      coalesce(array_agg(anchor_signature ORDER BY address COLLATE "C") FILTER (WHERE anchor_signature IS NOT NULL), '{}')
        AS signatures
    FROM ledger.signed_checkpoints AS signed
    LEFT JOIN (ledger.cosignatures JOIN ledger.witnesses ON witnesses.id = witness_id AND removed_at IS NULL
      AND address = ANY(${addresses}))
      ON cosignatures.size = signed.size
    WHERE published_at IS NOT NULL AND signed.size > ${onChain}
    GROUP BY signed.size
    HAVING count(anchor_signature) >= ${threshold}
    ORDER BY signed.size DESC
    LIMIT 1`;
  return row ? { ...row, size: Number(row.size) } : null;
}
