import { statisticSteps } from '../counts.ts';
import type { IndexReader } from './currentChain.ts';

/** What can be read over time, and the SQL of it. */
const metrics = {
  epochs: 'epochs',
  blocks: 'blocks',
  offPivotBlocks: 'off_pivot_blocks',
  transactions: 'core_transactions + espace_transactions',
  coreTransactions: 'core_transactions',
  espaceTransactions: 'espace_transactions',
  failedTransactions: 'failed_transactions',
  duplicates: 'duplicates',
  logs: 'logs',
  transfers: 'transfers',
  contracts: 'contracts',
  newAccounts: 'accounts',
  gasUsed: 'gas_used',
  fees: 'fees / 1e18',
} as const;

export type IndexedMetric = keyof typeof metrics;

export interface ReadStatisticsParameters {
  metric: IndexedMetric;
  step: keyof typeof statisticSteps;
  /** Unix seconds; the steps that contain them are the first and the last. */
  from: number;
  to: number;
}

/** A metric over time, one point a step; steps in which there was no epoch are 0. */
export async function readStatistics(
  { sql, chain }: IndexReader,
  { metric, step, from, to }: ReadStatisticsParameters,
): Promise<{ time: number; value: number }[]> {
  const seconds = statisticSteps[step];
  const begin = Math.floor(from / seconds) * seconds;
  const rows = await sql<{ time: number; value: number }[]>`
    SELECT time::float8, (${sql.unsafe(metrics[metric])})::float8 AS value FROM chain_index.statistics
    WHERE chain = ${chain} AND step = ${seconds} AND time BETWEEN ${begin} AND ${Math.floor(to)}`;
  const byTime = new Map(rows.map(({ time, value }) => [time, value]));
  const length = Math.max(0, Math.floor((to - begin) / seconds) + 1);
  return Array.from({ length }, (_, place) => {
    const time = begin + place * seconds;
    return { time, value: byTime.get(time) ?? 0 };
  });
}

/** Blocks, epochs and transactions per second of the newest minute of the chain's own time. */
export async function readRates({
  sql,
  chain,
}: IndexReader): Promise<Record<'blocks' | 'epochs' | 'transactions', number>> {
  const [row] = await sql<{ blocks: number; epochs: number; transactions: number; seconds: number }[]>`
    WITH tip AS (SELECT max(time) AS time FROM (
      SELECT time FROM chain_index.epochs WHERE chain = ${chain} ORDER BY epoch DESC LIMIT 1) newest)
    SELECT coalesce(sum(blocks), 0)::float8 AS blocks, count(*)::float8 AS epochs,
      coalesce(sum(core_transactions + espace_transactions), 0)::float8 AS transactions,
      greatest(max(newest.time) - min(newest.time), 1)::float8 AS seconds
    FROM (SELECT * FROM chain_index.epochs WHERE chain = ${chain} ORDER BY epoch DESC LIMIT 1000) newest, tip
    WHERE newest.time > tip.time - 60`;
  const per = (count: number | undefined) => Math.round(((count ?? 0) / (row?.seconds ?? 1)) * 100) / 100;
  return { blocks: per(row?.blocks), epochs: per(row?.epochs), transactions: per(row?.transactions) };
}
