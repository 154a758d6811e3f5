import {
  coverRange,
  encodeHex,
  foldCover,
  type Hex,
  inclusionRanges,
  type ProofBundle,
  type Statement,
} from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';
import { readNodes } from './readNodes.ts';

export interface ReadBundleParameters {
  store: Store;
  chain: string | null;
  evmChainId: number;
  origin: string;
  statementId: string;
}

interface StatementRow {
  encoded: string;
  log_index: string | null;
  salt: string | null;
  content: string | null;
}

interface CheckpointRow {
  size: string;
  root: string;
  contract: Hex;
  hash: Hex;
  block_hash: Hex;
  block_number: string;
}

/**
 * The proof bundle of a statement against the earliest checkpoint that holds it, a confirmed one if there is; null when the
 * statement is unknown. @throws LEDGER_NOT_YET_ANCHORED (retryable) while no checkpoint on the chain holds it.
 */
export async function readBundle(parameters: ReadBundleParameters): Promise<ProofBundle | null> {
  const { store, chain, evmChainId, origin, statementId } = parameters;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(statementId)) return null;
  const [row] = await store.sql<StatementRow[]>`
    SELECT encoded, log_index, salt, content
    FROM ledger.statements LEFT JOIN ledger.payloads ON statement_seq = seq
    WHERE id = ${statementId}`;
  if (!row) return null;
  const [checkpoint] = await store.sql<CheckpointRow[]>`
    SELECT size, root, contract, hash, block_hash, block_number
    FROM ledger.checkpoints JOIN ledger.transactions ON transactions.id = transaction_id
    WHERE checkpoints.chain = ${chain} AND size > ${row.log_index} AND state IN ('executed', 'confirmed') AND success
    ORDER BY state = 'confirmed' DESC, size
    LIMIT 1`;
  if (row.log_index === null || !checkpoint) throw ledgerErrors.notYetAnchored({ statementId });

  const index = Number(row.log_index);
  const size = Number(checkpoint.size);
  return {
    format: 'xiangyu-proof-bundle/1',
    statement: JSON.parse(row.encoded) as Statement,
    ...(row.salt !== null && row.content !== null
      ? { payload: { salt: row.salt, content: JSON.parse(row.content) } }
      : {}),
    inclusion: { index, size, hashes: await readInclusionPath(store, index, size) },
    checkpoint: { origin, size, root: checkpoint.root },
    anchor: {
      evmChainId,
      contract: checkpoint.contract,
      transactionHash: checkpoint.hash,
      blockHash: checkpoint.block_hash,
      blockNumber: Number(checkpoint.block_number),
    },
  };
}

async function readInclusionPath(store: Store, index: number, size: number): Promise<string[]> {
  const covers = inclusionRanges(index, size).map(coverRange);
  const nodes = await readNodes(store.sql, covers.flat());
  let at = 0;
  return covers.map((cover) => {
    const hashes = nodes.slice(at, at + cover.length).map(({ hash }) => hash);
    at += cover.length;
    return encodeHex(foldCover(hashes));
  });
}
