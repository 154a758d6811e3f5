import type { Hex } from '../../../proof/index.ts';
import type { Sql } from '../../../store/index.ts';
import type { IndexReader } from './currentChain.ts';
import { type Page, type PageParameters, readCursor, toBytes, toPage } from './pages.ts';

/** A block as it is read. Large numbers are decimal text. */
export interface IndexedBlock {
  hash: Hex;
  epoch: number;
  position: number;
  height: number;
  number: number | null;
  pivot: boolean;
  skipped: boolean;
  parent: Hex;
  referees: Hex[];
  miner: Hex;
  /** Unix seconds. */
  time: number;
  difficulty: string;
  adaptive: boolean;
  gasLimit: string;
  gasUsed: string | null;
  size: number;
  coreTransactions: number;
  espaceTransactions: number;
  blame: number;
  powQuality: string | null;
  nonce: string;
  baseFee: string | null;
  transactionsRoot: Hex | null;
  deferredStateRoot: Hex | null;
  deferredReceiptsRoot: Hex | null;
  deferredLogsBloomHash: Hex | null;
  posReference: Hex | null;
  custom: Hex[];
}

const hexList = (sql: Sql, column: string) =>
  sql`ARRAY(SELECT '0x' || encode(item, 'hex') FROM unnest(${sql(column)}) AS item)`;

const columns = (sql: Sql) => sql`
  '0x' || encode(hash, 'hex') AS hash, epoch::float8, position, height::float8, number::float8, pivot, skipped,
  '0x' || encode(parent, 'hex') AS parent, ${hexList(sql, 'referees')} AS referees, '0x' || encode(miner, 'hex') AS miner,
  time::float8, difficulty::text, adaptive, gas_limit::text AS "gasLimit", gas_used::text AS "gasUsed", size,
  core_transactions AS "coreTransactions", espace_transactions AS "espaceTransactions", blame::float8,
  pow_quality::text AS "powQuality", nonce::text, base_fee::text AS "baseFee",
  '0x' || encode(transactions_root, 'hex') AS "transactionsRoot",
  '0x' || encode(deferred_state_root, 'hex') AS "deferredStateRoot",
  '0x' || encode(deferred_receipts_root, 'hex') AS "deferredReceiptsRoot",
  '0x' || encode(deferred_logs_bloom_hash, 'hex') AS "deferredLogsBloomHash",
  '0x' || encode(pos_reference, 'hex') AS "posReference", ${hexList(sql, 'custom')} AS custom`;

/** Blocks, newest first. */
export async function listBlocks(
  { sql, chain }: IndexReader,
  parameters: PageParameters & { miner?: Hex | undefined },
): Promise<Page<IndexedBlock>> {
  const { limit, cursor, miner } = parameters;
  const [epoch = 0, position = 0] = readCursor(cursor, 2);
  // Cut first: otherwise the planner may read and sort every block to make the lists of edges.
  const rows = await sql<IndexedBlock[]>`
    SELECT ${columns(sql)} FROM (
      SELECT * FROM chain_index.blocks
      WHERE chain = ${chain} AND (epoch, position) < (${epoch}, ${position})
        ${miner ? sql`AND miner = ${toBytes(miner)}` : sql``}
      ORDER BY epoch DESC, position DESC LIMIT ${limit + 1}
    ) page ORDER BY epoch DESC, position DESC`;
  return toPage(
    rows,
    parameters,
    (row) => [row.epoch, row.position],
    (row) => row,
  );
}

/** Blocks with these hashes, in no order. */
async function readBlocks({ sql, chain }: IndexReader, hashes: readonly Hex[]): Promise<IndexedBlock[]> {
  if (hashes.length === 0) return [];
  return sql<IndexedBlock[]>`
    SELECT ${columns(sql)} FROM chain_index.blocks
    WHERE chain = ${chain}
      AND hash = ANY (ARRAY(SELECT decode(item, 'hex') FROM unnest(${hashes.map((hash) => hash.slice(2))}::text[]) AS item))`;
}

/** A block with the edges that lead to it; null when it is not in the index. */
export async function readBlock(
  reader: IndexReader,
  hash: Hex,
): Promise<(IndexedBlock & { pivotHash: Hex; children: Hex[]; referrers: Hex[] }) | null> {
  const { sql, chain } = reader;
  const [block] = await readBlocks(reader, [hash]);
  if (!block) return null;
  const [[pivot], children, referrers] = await Promise.all([
    sql<{ hash: Hex }[]>`
      SELECT '0x' || encode(pivot, 'hex') AS hash FROM chain_index.epochs WHERE chain = ${chain} AND epoch = ${block.epoch}`,
    sql<{ hash: Hex }[]>`
      SELECT '0x' || encode(hash, 'hex') AS hash FROM chain_index.blocks
      WHERE chain = ${chain} AND parent = ${toBytes(hash)} ORDER BY epoch, position LIMIT 200`,
    sql<{ hash: Hex }[]>`
      SELECT '0x' || encode(block, 'hex') AS hash FROM chain_index.referees
      WHERE chain = ${chain} AND referee = ${toBytes(hash)} ORDER BY epoch LIMIT 200`,
  ]);
  return {
    ...block,
    pivotHash: pivot?.hash ?? block.hash,
    children: children.map((row) => row.hash),
    referrers: referrers.map((row) => row.hash),
  };
}

/** An epoch with its sums. */
export interface IndexedEpoch {
  epoch: number;
  pivot: Hex;
  time: number;
  coreTransactions: number;
  espaceTransactions: number;
  duplicates: number;
  logs: number;
  transfers: number;
  gasUsed: string;
  blocks: IndexedBlock[];
}

/** An epoch with its blocks in execution order, the skipped ones last; null when it is not in the index. */
export async function readEpoch({ sql, chain }: IndexReader, epoch: number): Promise<IndexedEpoch | null> {
  const [[row], blocks] = await Promise.all([
    sql<Omit<IndexedEpoch, 'blocks'>[]>`
      SELECT epoch::float8, '0x' || encode(pivot, 'hex') AS pivot, time::float8,
        core_transactions AS "coreTransactions", espace_transactions AS "espaceTransactions", duplicates, logs, transfers,
        gas_used::text AS "gasUsed"
      FROM chain_index.epochs WHERE chain = ${chain} AND epoch = ${epoch}`,
    sql<IndexedBlock[]>`
      SELECT ${columns(sql)} FROM chain_index.blocks WHERE chain = ${chain} AND epoch = ${epoch} ORDER BY position`,
  ]);
  return row ? { ...row, blocks } : null;
}

/** A block of another one's past, and how many edges lie between them. */
export type PastBlock = IndexedBlock & { distance: number };

/**
 * The past of a block: what its creator had seen, along parent and referee edges, near blocks first.
 * @returns null when the block is not in the index; `complete` is false where more blocks lie further back
 */
export async function readPast(
  reader: IndexReader,
  hash: Hex,
  { most }: { most: number },
): Promise<{ blocks: PastBlock[]; complete: boolean } | null> {
  const [start] = await readBlocks(reader, [hash]);
  if (!start) return null;
  const seen = new Set<Hex>([hash]);
  const blocks: PastBlock[] = [];
  let frontier = [start];
  for (let distance = 1; frontier.length > 0 && blocks.length < most; distance += 1) {
    const next = new Set(
      frontier.flatMap(({ parent, referees }) => [parent, ...referees]).filter((edge) => !seen.has(edge)),
    );
    for (const edge of next) seen.add(edge);
    frontier = await readBlocks(reader, [...next]);
    frontier.sort((a, b) => b.epoch - a.epoch || b.position - a.position);
    blocks.push(...frontier.slice(0, most - blocks.length).map((block) => ({ ...block, distance })));
  }
  return { blocks, complete: frontier.length === 0 };
}
