import type { Hex, Statement } from '../../proof/index.ts';
import type { Sql, Store } from '../../store/index.ts';
import type { StatementStatus } from '../ledgerTypes.ts';

/** A statement with its place in the log. */
export interface StatementRecord {
  statementId: string;
  statement: Statement;
  /** Position in the log; null before it has one. */
  index: number | null;
  status: StatementStatus;
  /** True while the platform keeps its private payload. */
  hasPayload: boolean;
}

/** Where the chain holds a checkpoint. */
export interface StatementAnchor {
  /** Statements under the checkpoint. */
  size: number;
  root: string;
  contract: Hex;
  transactionHash: Hex;
  blockHash: Hex;
  blockNumber: number;
  /** When we saw it executed; ISO 8601 in UTC. */
  anchoredAt: string | null;
}

interface Row {
  seq: string;
  id: string;
  encoded: string;
  log_index: string | null;
  status: StatementStatus;
  has_payload: boolean;
}

type Condition = ReturnType<Sql>;

/** The statements that `condition` chooses. `chain` is the present chain's key, null while unknown. */
async function select({ sql }: Store, chain: string | null, condition: Condition): Promise<Row[]> {
  return sql<Row[]>`
    WITH anchored AS (
      SELECT coalesce(max(size), 0) AS executed,
        coalesce(max(size) FILTER (WHERE state = 'confirmed'), 0) AS confirmed
      FROM ledger.checkpoints JOIN ledger.transactions ON transactions.id = transaction_id
      WHERE checkpoints.chain = ${chain} AND state IN ('executed', 'confirmed') AND success
    )
    SELECT seq, id, encoded, log_index, EXISTS (SELECT FROM ledger.payloads WHERE statement_seq = seq) AS has_payload,
      CASE WHEN log_index IS NULL THEN 'pending' WHEN log_index < confirmed THEN 'confirmed'
        WHEN log_index < executed THEN 'anchored' ELSE 'integrated' END AS status
    FROM ledger.statements, anchored ${condition}`;
}

const toRecord = ({ id, encoded, log_index, status, has_payload }: Row): StatementRecord => ({
  statementId: id,
  statement: JSON.parse(encoded) as Statement,
  index: log_index === null ? null : Number(log_index),
  status,
  hasPayload: has_payload,
});

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads statements by their ids, in the order of the ids; unknown ones are left out. */
export async function readStatements(
  store: Store,
  chain: string | null,
  statementIds: readonly string[],
): Promise<StatementRecord[]> {
  const ids = statementIds.filter((id) => idPattern.test(id)).map((id) => id.toLowerCase());
  if (ids.length === 0) return [];
  const rows = await select(store, chain, store.sql`WHERE id = ANY(${ids}::uuid[])`);
  const records = new Map(rows.map((row) => [row.id, toRecord(row)]));
  return ids.flatMap((id) => records.get(id) ?? []);
}

/** Which statements a list shows. */
export interface ListStatementsParameters {
  /** Slug of a member. */
  member: string;
  kind: string;
  /** `next` of the page before. */
  before?: string | undefined;
  limit: number;
}

/** A member's statements of one kind, newest first; `next` is null on the last page. */
export async function listStatements(
  store: Store,
  chain: string | null,
  { member, kind, before, limit }: ListStatementsParameters,
): Promise<{ records: StatementRecord[]; next: string | null }> {
  const rows = await select(
    store,
    chain,
    store.sql`
      WHERE member = ${member} AND kind = ${kind} AND seq < ${before ?? '9223372036854775807'}
      ORDER BY member DESC, kind DESC, seq DESC LIMIT ${limit + 1}`,
  );
  return {
    records: rows.slice(0, limit).map(toRecord),
    next: rows.length > limit ? (rows[limit - 1]?.seq ?? null) : null,
  };
}

/** The anchor of the earliest checkpoint that holds a place in the log, a confirmed one if there is; null without any. */
export async function readAnchor(
  { sql }: Store,
  chain: string | null,
  index: number | null,
): Promise<StatementAnchor | null> {
  const [row] = await sql<
    {
      size: string;
      root: string;
      contract: Hex;
      hash: Hex;
      block_hash: Hex;
      block_number: string;
      executed_at: Date | null;
    }[]
  >`
    SELECT size, root, contract, hash, block_hash, block_number, executed_at
    FROM ledger.checkpoints JOIN ledger.transactions ON transactions.id = transaction_id
    WHERE checkpoints.chain = ${chain} AND size > ${index} AND state IN ('executed', 'confirmed') AND success
    ORDER BY state = 'confirmed' DESC, size
    LIMIT 1`;
  if (!row) return null;
  return {
    size: Number(row.size),
    root: row.root,
    contract: row.contract,
    transactionHash: row.hash,
    blockHash: row.block_hash,
    blockNumber: Number(row.block_number),
    anchoredAt: row.executed_at?.toISOString() ?? null,
  };
}
