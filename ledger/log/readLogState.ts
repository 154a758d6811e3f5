import type { Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { ConnectedChain } from '../chain/connectChain.ts';
import type { CheckpointState, ConfirmationLevel, LogState, TransactionStatus } from '../ledgerTypes.ts';

/** What tells how sure the chain is of a transaction. */
export interface LevelRow {
  state: TransactionStatus;
  finalized_at: Date | null;
}

interface CheckpointRow extends LevelRow {
  size: string;
  root: string;
  hash: Hex | null;
  block_number: string | null;
  executed_at: Date | null;
}

interface PublishedRow {
  size: string | null;
  root: string | null;
  published_at: Date | null;
  threshold: number;
  total: number;
  cosigned: number;
}

/** How sure the chain is of a transaction in this state. */
export function levelOf({ state, finalized_at }: LevelRow): ConfirmationLevel {
  if (state === 'confirmed') return finalized_at ? 'finalized' : 'confirmed';
  return state === 'packed' || state === 'executed' ? state : 'none';
}

/** Reads the log's head and its newest checkpoint from the database. */
export async function readLogState(
  store: Store,
  chain: ConnectedChain,
): Promise<Omit<LogState, 'evmChainId' | 'origin' | 'logKey' | 'treasury'>> {
  await chain.refresh();
  const [[head], [row], [signed]] = await Promise.all([
    store.sql<{ size: string; root: string; pending: number }[]>`
      SELECT size, root, (SELECT coalesce(sum(cardinality(seqs)), 0)::int FROM ledger.pending) AS pending
      FROM ledger.log_head`,
    store.sql<CheckpointRow[]>`
      SELECT size, root, state, finalized_at, hash, block_number, executed_at
      FROM ledger.checkpoints JOIN ledger.transactions ON transactions.id = transaction_id
      WHERE checkpoints.chain = ${chain.id}
      ORDER BY checkpoints.size DESC
      LIMIT 1`,
    store.sql<PublishedRow[]>`
      SELECT published.size, published.root, published.published_at, threshold,
        (SELECT count(*)::int FROM ledger.witnesses WHERE removed_at IS NULL) AS total,
        (SELECT count(*)::int FROM ledger.cosignatures WHERE cosignatures.size = published.size) AS cosigned
      FROM ledger.witness_policy LEFT JOIN LATERAL (
        SELECT size, root, published_at FROM ledger.signed_checkpoints
        WHERE published_at IS NOT NULL ORDER BY size DESC LIMIT 1) AS published ON true`,
  ]);
  const checkpoint: CheckpointState | null = row
    ? {
        size: Number(row.size),
        root: row.root,
        status: row.state,
        level: levelOf(row),
        transactionHash: row.hash,
        blockNumber: row.block_number === null ? null : Number(row.block_number),
        anchoredAt: row.executed_at?.toISOString() ?? null,
      }
    : null;
  return {
    size: Number(head?.size ?? 0),
    pending: head?.pending ?? 0,
    integratedRoot: head?.root ?? '',
    checkpoint,
    published:
      signed?.size && signed.root && signed.published_at
        ? { size: Number(signed.size), root: signed.root, publishedAt: signed.published_at.toISOString() }
        : null,
    witnesses: { threshold: signed?.threshold ?? 0, total: signed?.total ?? 0, cosigned: signed?.cosigned ?? 0 },
    contract: chain.contract,
  };
}
