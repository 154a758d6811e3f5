import { type ChainProof, formatTlogProof, type Hex, type ProofBundle, type Statement } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';
import { readCheckpointOf } from './readCheckpoint.ts';
import { readInclusionPath } from './readPaths.ts';

export interface ReadBundleParameters {
  store: Store;
  chain: string | null;
  evmChainId: number;
  statementId: string;
  /** Gathers the chain part for the anchor's transaction; without it the bundle has none. */
  gatherChain?: (transactionHash: Hex, epoch: number) => Promise<ChainProof>;
}

interface StatementRow {
  encoded: string;
  log_index: string | null;
  salt: string | null;
  content: string | null;
}

interface CheckpointRow {
  size: string;
  contract: Hex;
  hash: Hex;
  block_hash: Hex;
  block_number: string;
}

/** Whether a text can be the id of a statement. */
export const isStatementId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

/**
 * The proof bundle of a statement against the earliest checkpoint that holds it, one that the present witnesses vouch for and
 * that is confirmed if there is; null when the statement is unknown. @throws LEDGER_NOT_YET_ANCHORED (retryable) while no checkpoint on the chain holds it.
 */
export async function readBundle(parameters: ReadBundleParameters): Promise<ProofBundle | null> {
  const { store, chain, evmChainId, statementId, gatherChain } = parameters;
  if (!isStatementId(statementId)) return null;
  const [row] = await store.sql<StatementRow[]>`
    SELECT encoded, log_index, salt, content
    FROM ledger.statements LEFT JOIN ledger.payloads ON statement_seq = seq
    WHERE id = ${statementId}`;
  if (!row) return null;
  const [checkpoint] = await store.sql<CheckpointRow[]>`
    SELECT checkpoints.size, contract, hash, block_hash, block_number
    FROM ledger.checkpoints JOIN ledger.transactions ON transactions.id = transaction_id
    JOIN ledger.signed_checkpoints AS signed ON signed.size = checkpoints.size AND signed.root = checkpoints.root
    WHERE checkpoints.chain = ${chain} AND checkpoints.size > ${row.log_index}
      AND state IN ('executed', 'confirmed') AND success
    ORDER BY (
        SELECT count(*) FROM ledger.cosignatures JOIN ledger.witnesses ON witnesses.id = witness_id
        WHERE cosignatures.size = checkpoints.size AND removed_at IS NULL
      ) >= (SELECT threshold FROM ledger.witness_policy) DESC, state = 'confirmed' DESC, checkpoints.size
    LIMIT 1`;
  if (row.log_index === null || !checkpoint) throw ledgerErrors.notYetAnchored({ statementId });

  const index = Number(row.log_index);
  const size = Number(checkpoint.size);
  const [hashes, signed] = await Promise.all([
    readInclusionPath(store.sql, index, size),
    readCheckpointOf(store, size),
  ]);
  const transactionHash = checkpoint.hash;
  return {
    format: 'xiangyu-proof-bundle/2',
    statement: JSON.parse(row.encoded) as Statement,
    ...(row.salt !== null && row.content !== null
      ? { payload: { salt: row.salt, content: JSON.parse(row.content) } }
      : {}),
    tlogProof: formatTlogProof({ index, hashes, checkpoint: signed ?? '' }),
    anchor: {
      evmChainId,
      contract: checkpoint.contract,
      transactionHash,
      blockHash: checkpoint.block_hash,
      blockNumber: Number(checkpoint.block_number),
    },
    ...(gatherChain ? { chain: await gatherChain(transactionHash, Number(checkpoint.block_number)) } : {}),
  };
}
