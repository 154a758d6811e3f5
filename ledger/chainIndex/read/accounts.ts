import type { Hex } from '../../../proof/index.ts';
import type { SpaceNumber } from '../epochData.ts';
import type { IndexReader } from './currentChain.ts';
import { toBytes } from './pages.ts';
import { transferWays } from './transfers.ts';

/** A number that is counted only so far. */
export interface BoundedCount {
  count: number;
  exact: boolean;
}

/** What the index knows of an address in one space. */
export interface AccountActivity {
  transactions: BoundedCount;
  transfers: BoundedCount;
  firstSeen: { epoch: number; time: number } | null;
  lastSeen: { epoch: number; time: number } | null;
}

/** Counting further would make the page of a busy account slow. */
const mostCounted = 10_000;

const bound = (count: number): BoundedCount => ({ count: Math.min(count, mostCounted), exact: count <= mostCounted });

/** Reads how much an address did, and when it was seen first and last. */
export async function readActivity(
  { sql, chain }: IndexReader,
  { space, address }: { space: SpaceNumber; address: Hex },
): Promise<AccountActivity> {
  const bytes = toBytes(address);
  const ways = ['sender', 'recipient', 'created'].map((column) => sql`${sql(column)} = ${bytes}`);
  const tellings = transferWays(sql, { address, of: 'account' });
  type Way = (typeof ways)[number];
  const found = (table: string, keys: readonly string[], among: readonly Way[]) =>
    among
      .map(
        (way) => sql`
      (SELECT ${sql([...keys])} FROM ${sql(`chain_index.${table}`)}
       WHERE chain = ${chain} AND space = ${space} AND ${way} LIMIT ${mostCounted + 1})`,
      )
      .reduce((union, way) => sql`${union} UNION ${way}`);
  const last = (table: string, among: readonly Way[]) =>
    among
      .map(
        (way) => sql`
      (SELECT epoch FROM ${sql(`chain_index.${table}`)}
       WHERE chain = ${chain} AND space = ${space} AND ${way} ORDER BY epoch DESC LIMIT 1)`,
      )
      .reduce((list, way) => sql`${list}, ${way}`);
  const [row] = await sql<
    {
      transactions: number;
      transfers: number;
      first: number | null;
      first_time: number | null;
      last: number | null;
      last_time: number | null;
    }[]
  >`
    WITH seen AS (
      SELECT
        (SELECT epoch FROM chain_index.addresses WHERE chain = ${chain} AND space = ${space} AND address = ${bytes}) AS first,
        greatest(${last('transactions', ways)}, ${last('logs', [...tellings, sql`address = ${bytes}`])}) AS last)
    SELECT
      (SELECT count(*) FROM (${found('transactions', ['epoch', 'position'], ways)}) t)::float8 AS transactions,
      (SELECT coalesce(sum(transfers), 0)
       FROM (${found('logs', ['epoch', 'log_index', 'transfers'], tellings)}) f)::float8 AS transfers,
      seen.first::float8, f.time::float8 AS first_time, seen.last::float8, l.time::float8 AS last_time
    FROM seen
    LEFT JOIN chain_index.epochs f ON f.chain = ${chain} AND f.epoch = seen.first
    LEFT JOIN chain_index.epochs l ON l.chain = ${chain} AND l.epoch = seen.last`;
  const at = (epoch: number | null | undefined, time: number | null | undefined) =>
    epoch == null || time == null ? null : { epoch, time };
  return {
    transactions: bound(row?.transactions ?? 0),
    transfers: bound(row?.transfers ?? 0),
    firstSeen: at(row?.first, row?.first_time),
    lastSeen: at(row?.last, row?.last_time),
  };
}
