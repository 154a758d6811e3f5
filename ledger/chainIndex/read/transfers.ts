import type { Hex } from '../../../proof/index.ts';
import type { Sql } from '../../../store/index.ts';
import type { SpaceNumber } from '../epochData.ts';
import { readTransfers, type TransferData } from '../readTransfers.ts';
import type { IndexReader } from './currentChain.ts';
import { type Page, type PageParameters, readCursor, toBytes, toPage } from './pages.ts';

/** A token transfer as it is read. */
export interface IndexedTransfer {
  epoch: number;
  space: SpaceNumber;
  logIndex: number;
  item: number;
  time: number;
  transaction: Hex;
  kind: 20 | 721 | 1155;
  token: Hex;
  from: Hex;
  to: Hex;
  amount: string;
  tokenId: string | null;
}

/** A log that tells transfers, as the database answers. */
interface TellingLog extends Omit<IndexedTransfer, 'item' | keyof TransferData> {
  topics: Hex[];
  data: Hex;
}

const columns = (sql: Sql) => sql`
  f.epoch::float8, f.space, f.log_index AS "logIndex", e.time::float8, '0x' || encode(t.hash, 'hex') AS transaction,
  '0x' || encode(f.address, 'hex') AS token, '0x' || encode(f.data, 'hex') AS data,
  array_remove(ARRAY['0x' || encode(f.topic0, 'hex'), '0x' || encode(f.topic1, 'hex'), '0x' || encode(f.topic2, 'hex'),
    '0x' || encode(f.topic3, 'hex')], NULL) AS topics`;
const joined = (sql: Sql) => sql`
  JOIN chain_index.epochs e ON e.chain = f.chain AND e.epoch = f.epoch
  JOIN chain_index.transactions t ON t.chain = f.chain AND t.epoch = f.epoch AND t.position = f.position`;

/** The transfers that a log tells, in order. */
function readItems({ topics, data, ...place }: TellingLog): IndexedTransfer[] {
  const told = readTransfers({ topics, data });
  return told.map((transfer, item) => ({ ...place, item, ...transfer }));
}

/** The transfers of one transaction, in order. */
export async function readTransactionTransfers(
  { sql, chain }: IndexReader,
  { epoch, position }: { epoch: number; position: number },
): Promise<IndexedTransfer[]> {
  const rows = await sql<TellingLog[]>`
    SELECT ${columns(sql)} FROM chain_index.logs f ${joined(sql)}
    WHERE f.chain = ${chain} AND f.epoch = ${epoch} AND f.position = ${position} AND f.token_kind IS NOT NULL
    ORDER BY f.log_index`;
  return rows.flatMap(readItems);
}

/** Where an address stands in the logs that tell its transfers; each has an index in the order of a page. */
export function transferWays(sql: Sql, { address, of }: { address: Hex; of: 'account' | 'token' }) {
  if (of === 'token') return [sql`token_kind IS NOT NULL AND address = ${toBytes(address)}`];
  const topic = toBytes(`0x${'0'.repeat(24)}${address.slice(2)}`);
  return [
    sql`token_kind < 1155 AND topic1 = ${topic}`,
    sql`token_kind < 1155 AND topic2 = ${topic}`,
    sql`token_kind = 1155 AND topic2 = ${topic}`,
    sql`token_kind = 1155 AND topic3 = ${topic}`,
  ];
}

/** Transfers of tokens from or to an address, or of a token, newest first. */
export async function listTransfers(
  { sql, chain }: IndexReader,
  parameters: PageParameters & { space: SpaceNumber; address: Hex; of: 'account' | 'token' },
): Promise<Page<IndexedTransfer>> {
  const { limit, cursor, space } = parameters;
  const [epoch = 0, logIndex = 0, item = 0] = readCursor(cursor, 3);
  // A log may tell many transfers, so the one where the last page ended is looked at again.
  const found = transferWays(sql, parameters)
    .map(
      (way) => sql`
    (SELECT * FROM chain_index.logs
     WHERE chain = ${chain} AND space = ${space} AND ${way} AND (epoch, log_index) <= (${epoch}, ${logIndex})
     ORDER BY epoch DESC, log_index DESC LIMIT ${limit + 2})`,
    )
    .reduce((union, way) => sql`${union} UNION ${way}`);
  const rows = await sql<TellingLog[]>`
    SELECT ${columns(sql)} FROM (${found}) f ${joined(sql)}
    ORDER BY f.epoch DESC, f.log_index DESC LIMIT ${limit + 2}`;
  const items = rows
    .flatMap((row) => readItems(row).reverse())
    .filter((row) => row.epoch < epoch || row.logIndex < logIndex || row.item < item);
  return toPage(
    items,
    parameters,
    (row) => [row.epoch, row.logIndex, row.item],
    (row) => row,
  );
}
