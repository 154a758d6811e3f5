import type { Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { ConfirmationLevel, TransactionStatus } from '../ledgerTypes.ts';
import { type LevelRow, levelOf } from './readLogState.ts';

/** A checkpoint that the log signed, and what became of it. */
export interface ListedCheckpoint {
  size: number;
  root: string;
  signedAt: string;
  /** Null while too few witnesses cosigned. */
  publishedAt: string | null;
  /** Names of those who cosigned. */
  witnesses: string[];
  /** When each of them did, in the same order. */
  cosignedAt: string[];
  /** Null where it was not anchored; not every checkpoint is. */
  anchor: {
    contract: Hex;
    status: TransactionStatus;
    level: ConfirmationLevel;
    transactionHash: Hex | null;
    blockNumber: number | null;
    anchoredAt: string | null;
  } | null;
}

interface Row extends Omit<LevelRow, 'state'> {
  size: string;
  root: string;
  signed_at: Date;
  published_at: Date | null;
  witnesses: string[];
  cosigned_at: Date[];
  contract: Hex | null;
  state: TransactionStatus | null;
  hash: Hex | null;
  block_number: string | null;
  executed_at: Date | null;
}

export interface ListCheckpointsParameters {
  store: Store;
  chain: string | null;
  limit: number;
  /** Only smaller ones; null begins with the newest. */
  below: number | null;
}

/** Lists signed checkpoints, newest first. */
export async function listCheckpoints(parameters: ListCheckpointsParameters): Promise<ListedCheckpoint[]> {
  const { store, chain, limit, below } = parameters;
  const rows = await store.sql<Row[]>`
    SELECT signed.size, signed.root, signed_at, published_at, anchored.*, ARRAY(
      SELECT name FROM ledger.cosignatures JOIN ledger.witnesses ON witnesses.id = witness_id
      WHERE cosignatures.size = signed.size ORDER BY name, witness_id) AS witnesses, ARRAY(
      SELECT stored_at FROM ledger.cosignatures JOIN ledger.witnesses ON witnesses.id = witness_id
      WHERE cosignatures.size = signed.size ORDER BY name, witness_id) AS cosigned_at
    FROM ledger.signed_checkpoints AS signed
    LEFT JOIN LATERAL (
      SELECT contract, state, finalized_at, hash, block_number, executed_at
      FROM ledger.checkpoints JOIN ledger.transactions ON transactions.id = transaction_id
      WHERE checkpoints.chain = ${chain} AND checkpoints.size = signed.size AND checkpoints.root = signed.root
      ORDER BY transaction_id DESC
      LIMIT 1) AS anchored ON true
    WHERE signed.size < ${below ?? Number.MAX_SAFE_INTEGER}
    ORDER BY signed.size DESC
    LIMIT ${limit}`;
  return rows.map((row) => ({
    size: Number(row.size),
    root: row.root,
    signedAt: row.signed_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    witnesses: row.witnesses,
    cosignedAt: row.cosigned_at.map((at) => at.toISOString()),
    anchor:
      row.contract && row.state
        ? {
            contract: row.contract,
            status: row.state,
            level: levelOf({ state: row.state, finalized_at: row.finalized_at }),
            transactionHash: row.hash,
            blockNumber: row.block_number === null ? null : Number(row.block_number),
            anchoredAt: row.executed_at?.toISOString() ?? null,
          }
        : null,
  }));
}
