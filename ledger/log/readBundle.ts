import { type ChainProof, formatTlogProof, type Hex, type ProofBundle, type Statement } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';
import { readQuorum } from './publishCheckpoint.ts';
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
const isStatementId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

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
  const checkpoint = row.log_index === null ? null : await findCheckpoint(store, chain, Number(row.log_index));
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

/** The earliest checkpoint on the chain that holds a place: vouched for by the present witnesses and confirmed, if possible. */
async function findCheckpoint(store: Store, chain: string | null, index: number): Promise<CheckpointRow | null> {
  const { threshold } = await readQuorum(store.sql);
  const levels = [['confirmed'], ['executed', 'confirmed']];
  for (const least of threshold > 0 ? [threshold, 0] : [0]) {
    for (const states of levels) {
      // In the order of the index, so that the first that fits ends the search.
      const [row] = await store.sql<CheckpointRow[]>`
        SELECT checkpoints.size, contract, hash, block_hash, block_number
        FROM ledger.checkpoints JOIN ledger.transactions ON transactions.id = transaction_id
        JOIN ledger.signed_checkpoints AS signed ON signed.size = checkpoints.size AND signed.root = checkpoints.root
        WHERE checkpoints.chain = ${chain} AND checkpoints.size > ${index} AND state = ANY(${states}) AND success
          AND (${least} = 0 OR ${least} <= (
            SELECT count(*) FROM ledger.cosignatures JOIN ledger.witnesses ON witnesses.id = witness_id
            WHERE cosignatures.size = checkpoints.size AND removed_at IS NULL))
        ORDER BY checkpoints.size, transaction_id DESC
        LIMIT 1`;
      if (row) return row;
    }
  }
  return null;
}
