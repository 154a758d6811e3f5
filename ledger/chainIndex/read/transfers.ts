import type { Hex } from '../../../proof/index.ts';
import type { Sql } from '../../../store/index.ts';
import type { SpaceNumber } from '../epochData.ts';
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

const columns = (sql: Sql) => sql`
  f.epoch::float8, f.space, f.log_index AS "logIndex", f.item, e.time::float8,
  '0x' || encode(t.hash, 'hex') AS transaction, f.kind, '0x' || encode(f.token, 'hex') AS token,
  '0x' || encode(f.sender, 'hex') AS "from", '0x' || encode(f.recipient, 'hex') AS "to",
  f.amount::text, f.token_id::text AS "tokenId"`;
const joined = (sql: Sql) => sql`
  JOIN chain_index.epochs e ON e.chain = f.chain AND e.epoch = f.epoch
  JOIN chain_index.transactions t ON t.chain = f.chain AND t.epoch = f.epoch AND t.position = f.position`;

/** The transfers of one transaction, in order. */
export async function readTransactionTransfers(
  { sql, chain }: IndexReader,
  { epoch, position }: { epoch: number; position: number },
): Promise<IndexedTransfer[]> {
  return sql<IndexedTransfer[]>`
    SELECT ${columns(sql)} FROM chain_index.transfers f ${joined(sql)}
    WHERE f.chain = ${chain} AND f.epoch = ${epoch} AND f.position = ${position} ORDER BY f.log_index, f.item`;
}

/** Transfers of tokens from or to an address, or of a token, newest first. */
export async function listTransfers(
  { sql, chain }: IndexReader,
  parameters: PageParameters & { space: SpaceNumber; address: Hex; of: 'account' | 'token' },
): Promise<Page<IndexedTransfer>> {
  const { limit, cursor, space, address, of } = parameters;
  const [epoch = 0, logIndex = 0, item = 0] = readCursor(cursor, 3);
  const way = (column: string) => sql`
    (SELECT * FROM chain_index.transfers
     WHERE chain = ${chain} AND space = ${space} AND ${sql(column)} = ${toBytes(address)}
       AND (epoch, log_index, item) < (${epoch}, ${logIndex}, ${item})
     ORDER BY epoch DESC, log_index DESC, item DESC LIMIT ${limit + 1})`;
  const found = of === 'token' ? way('token') : sql`${way('sender')} UNION ${way('recipient')}`;
  const rows = await sql<IndexedTransfer[]>`
    SELECT ${columns(sql)} FROM (${found}) f ${joined(sql)}
    ORDER BY f.epoch DESC, f.log_index DESC, f.item DESC LIMIT ${limit + 1}`;
  return toPage(
    rows,
    parameters,
    (row) => [row.epoch, row.logIndex, row.item],
    (row) => row,
  );
}
