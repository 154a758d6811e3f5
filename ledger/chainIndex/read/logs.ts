import type { Hex } from '../../../proof/index.ts';
import type { Sql } from '../../../store/index.ts';
import type { SpaceNumber } from '../epochData.ts';
import type { IndexReader } from './currentChain.ts';
import { type Page, type PageParameters, readCursor, toBytes, toPage } from './pages.ts';

/** A log as it is read. */
export interface IndexedLog {
  epoch: number;
  space: SpaceNumber;
  index: number;
  position: number;
  /** Unix seconds. */
  time: number;
  transaction: Hex;
  address: Hex;
  topics: Hex[];
  data: Hex;
}

type LogRow = Omit<IndexedLog, 'topics'> & Record<'topic0' | 'topic1' | 'topic2' | 'topic3', Hex | null>;

const columns = (sql: Sql) => sql`
  l.epoch::float8, l.space, l.log_index AS index, l.position, e.time::float8, '0x' || encode(t.hash, 'hex') AS transaction,
  '0x' || encode(l.address, 'hex') AS address, '0x' || encode(l.topic0, 'hex') AS topic0,
  '0x' || encode(l.topic1, 'hex') AS topic1, '0x' || encode(l.topic2, 'hex') AS topic2,
  '0x' || encode(l.topic3, 'hex') AS topic3, '0x' || encode(l.data, 'hex') AS data`;
const joined = (sql: Sql) => sql`
  chain_index.logs l
  JOIN chain_index.epochs e ON e.chain = l.chain AND e.epoch = l.epoch
  JOIN chain_index.transactions t ON t.chain = l.chain AND t.epoch = l.epoch AND t.position = l.position`;

const toLog = ({ topic0, topic1, topic2, topic3, ...row }: LogRow): IndexedLog => ({
  ...row,
  topics: [topic0, topic1, topic2, topic3].filter((topic) => topic !== null),
});

/** The logs of one transaction, in order. */
export async function readTransactionLogs(
  { sql, chain }: IndexReader,
  { epoch, position }: { epoch: number; position: number },
): Promise<IndexedLog[]> {
  const rows = await sql<LogRow[]>`
    SELECT ${columns(sql)} FROM ${joined(sql)}
    WHERE l.chain = ${chain} AND l.epoch = ${epoch} AND l.position = ${position} ORDER BY l.space, l.log_index`;
  return rows.map(toLog);
}

/** The logs of a contract, newest first. */
export async function listLogs(
  { sql, chain }: IndexReader,
  parameters: PageParameters & { space: SpaceNumber; address: Hex },
): Promise<Page<IndexedLog>> {
  const { limit, cursor, space, address } = parameters;
  const [epoch = 0, index = 0] = readCursor(cursor, 2);
  const rows = await sql<LogRow[]>`
    SELECT ${columns(sql)} FROM ${joined(sql)}
    WHERE l.chain = ${chain} AND l.space = ${space} AND l.address = ${toBytes(address)}
      AND (l.epoch, l.log_index) < (${epoch}, ${index})
    ORDER BY l.epoch DESC, l.log_index DESC LIMIT ${limit + 1}`;
  return toPage(rows, parameters, (row) => [row.epoch, row.index], toLog);
}

/** What a search for logs covers. */
export interface LogRange {
  space: SpaceNumber;
  from: number;
  to: number;
  addresses: readonly Hex[];
}

/**
 * How many logs there are per epoch range: the last epoch, beginning at `from`, up to which there are at most `most` logs,
 * and the number of logs in the whole range, counted no further than `most` + 1.
 */
export async function measureLogRange(
  { sql, chain }: IndexReader,
  { space, from, to, addresses }: LogRange,
  most: number,
): Promise<{ tooMany: boolean; fittingTo: number }> {
  const wanted = addresses.map((address) => address.slice(2));
  const [only] = addresses;
  // One address, the usual case, is read in the order of its index.
  const matching =
    only && addresses.length === 1
      ? sql`address = ${toBytes(only)}`
      : sql`address = ANY (ARRAY(SELECT decode(item, 'hex') FROM unnest(${wanted}::text[]) AS item))`;
  // Without an address the sums of the epochs say it; they count both spaces, so the range is never too wide.
  const [row] = addresses.length
    ? await sql<{ epoch: string }[]>`
        SELECT epoch FROM chain_index.logs
        WHERE chain = ${chain} AND space = ${space} AND epoch BETWEEN ${from} AND ${to}
          AND ${matching}
        ORDER BY epoch OFFSET ${most} LIMIT 1`
    : await sql<{ epoch: string }[]>`
        SELECT epoch FROM (
          SELECT epoch, sum(logs) OVER (ORDER BY epoch) AS sum
          FROM chain_index.epochs WHERE chain = ${chain} AND epoch BETWEEN ${from} AND ${to}) counted
        WHERE sum > ${most} ORDER BY epoch LIMIT 1`;
  if (!row) return { tooMany: false, fittingTo: to };
  return { tooMany: true, fittingTo: Math.max(from, Number(row.epoch) - 1) };
}
