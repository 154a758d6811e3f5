import type { Store } from '../../store/index.ts';
import { filterRecords, type RecordFilter } from './findRecords.ts';

/** What records are counted by. */
export type StatisticsGroup = 'day' | 'counterparty' | 'dataset' | 'purpose' | 'kind';

/** One line of the statistics. */
export interface StatisticsLine {
  /** Day in China (YYYY-MM-DD), DID, dataset, matter or kind; null for records without one. */
  key: string | null;
  records: number;
  ok: number;
  refused: number;
  failed: number;
  /** Share of the refused, from 0 to 1. */
  refusedShare: number;
  /** Deliveries and answers that went well, with their volume. */
  deliveries: number;
  bytes: number;
  rows: number;
}

/** Counts of a participant's records. */
export interface Statistics {
  total: StatisticsLine;
  lines: StatisticsLine[];
  /** Whether there are more lines than are told. */
  more: boolean;
}

interface Row {
  key: string | null;
  is_total: boolean;
  records: string;
  ok: string;
  refused: string;
  failed: string;
  deliveries: string;
  bytes: string;
  row_count: string;
}

const toLine = (row: Row): StatisticsLine => {
  const records = Number(row.records);
  const refused = Number(row.refused);
  return {
    key: row.key,
    records,
    ok: Number(row.ok),
    refused,
    failed: Number(row.failed),
    refusedShare: records === 0 ? 0 : refused / records,
    deliveries: Number(row.deliveries),
    bytes: Number(row.bytes),
    rows: Number(row.row_count),
  };
};

/**
 * Counts a participant's records by day, department, dataset, matter or kind: days in order, others by number. Refusals
 * that were counted together have their number in the record.
 */
export async function readStatistics(
  { sql }: Store,
  participant: string,
  { by, most = 400, ...filter }: RecordFilter & { by: StatisticsGroup; most?: number },
): Promise<Statistics> {
  const key = by === 'day' ? sql`to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')` : sql`${sql(by)}`;
  const rows = await sql<Row[]>`
    SELECT key, grouping(key) = 1 AS is_total, coalesce(sum(weight), 0) AS records,
      coalesce(sum(weight) FILTER (WHERE outcome = 'ok'), 0) AS ok,
      coalesce(sum(weight) FILTER (WHERE outcome = 'refused'), 0) AS refused,
      coalesce(sum(weight) FILTER (WHERE outcome = 'failed'), 0) AS failed,
      count(*) FILTER (WHERE is_delivery) AS deliveries,
      coalesce(sum(bytes) FILTER (WHERE is_delivery), 0) AS bytes,
      coalesce(sum(row_count) FILTER (WHERE is_delivery), 0) AS row_count
    FROM (
      SELECT ${key} AS key, outcome, bytes, row_count,
        outcome = 'ok' AND kind IN ('delivery', 'answer', 'match')
          AND coalesce(detail ->> 'step', '') <> 'opened' AS is_delivery,
        CASE WHEN outcome = 'refused' AND jsonb_typeof(detail -> 'more') = 'number'
          THEN (detail ->> 'more')::bigint ELSE 1 END AS weight
      FROM exchange.records WHERE ${filterRecords(sql, participant, filter)}
    ) AS chosen
    GROUP BY GROUPING SETS ((), (key))
    ORDER BY is_total DESC, ${by === 'day' ? sql`key` : sql`records DESC, key`}
    LIMIT ${most + 2}`;
  const [total, ...lines] = rows.map(toLine);
  return {
    total: total ?? toLine({ ...emptyRow }),
    lines: lines.slice(0, most),
    more: lines.length > most,
  };
}

const emptyRow: Row = {
  key: null,
  is_total: true,
  records: '0',
  ok: '0',
  refused: '0',
  failed: '0',
  deliveries: '0',
  bytes: '0',
  row_count: '0',
};
