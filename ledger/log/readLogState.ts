import type { Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { ConnectedChain } from '../chain/connectChain.ts';
import type { CheckpointState, ConfirmationLevel, LogState, TransactionStatus } from '../ledgerTypes.ts';

interface CheckpointRow {
  size: string;
  root: string;
  state: TransactionStatus;
  finalized_at: Date | null;
  hash: Hex | null;
  block_number: string | null;
  executed_at: Date | null;
}

/** How sure the chain is of a transaction in this state. */
function levelOf({ state, finalized_at }: CheckpointRow): ConfirmationLevel {
  if (state === 'confirmed') return finalized_at ? 'finalized' : 'confirmed';
  return state === 'packed' || state === 'executed' ? state : 'none';
}

/** Reads the log's head and its newest checkpoint from the database. */
export async function readLogState(
  store: Store,
  chain: ConnectedChain,
): Promise<Pick<LogState, 'size' | 'pending' | 'integratedRoot' | 'checkpoint' | 'contract'>> {
  await chain.refresh();
  const [[head], [row]] = await Promise.all([
    store.sql<{ size: string; root: string; pending: number }[]>`
      SELECT size, root, (SELECT coalesce(sum(cardinality(seqs)), 0)::int FROM ledger.pending) AS pending
      FROM ledger.log_head`,
    store.sql<CheckpointRow[]>`
      SELECT size, root, state, finalized_at, hash, block_number, executed_at
      FROM ledger.checkpoints JOIN ledger.transactions ON transactions.id = transaction_id
      WHERE checkpoints.chain = ${chain.id}
      ORDER BY checkpoints.size DESC
      LIMIT 1`,
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
    contract: chain.contract,
  };
}
