import type { Hex } from '../../../proof/index.ts';
import type { Sql } from '../../../store/index.ts';
import { decodeDetails, type TransactionDetails } from '../details.ts';
import type { SpaceNumber } from '../epochData.ts';
import type { IndexReader } from './currentChain.ts';
import { type Page, type PageParameters, readCursor, toBytes, toPage } from './pages.ts';

/** A transaction as it is read. Large numbers are decimal text. */
export interface IndexedTransaction {
  hash: Hex;
  epoch: number;
  position: number;
  /** Unix seconds. */
  time: number;
  space: SpaceNumber;
  type: number;
  ok: boolean;
  phantom: boolean;
  block: Hex;
  blockIndex: number | null;
  from: Hex;
  to: Hex | null;
  created: Hex | null;
  value: string;
  nonce: string;
  gasLimit: string;
  gasUsed: string;
  fee: string;
  gasPrice: string | null;
  maxFee: string | null;
  maxPriorityFee: string | null;
  effectiveGasPrice: string | null;
  burntFee: string | null;
  storageLimit: string | null;
  storageCollateralized: string | null;
  gasSponsored: boolean;
  storageSponsored: boolean;
  input: Hex;
  error: string | null;
  coreHash: Hex | null;
}

/** What the database answers: the details are still one text. */
type TransactionRow = Omit<IndexedTransaction, keyof TransactionDetails> & { details: string };

const toTransaction = ({ details, ...row }: TransactionRow): IndexedTransaction => ({
  ...row,
  ...decodeDetails(details),
});

const columns = (sql: Sql) => sql`
  '0x' || encode(t.hash, 'hex') AS hash, t.epoch::float8, t.position, e.time::float8, t.space, t.ok,
  '0x' || encode(t.block, 'hex') AS block, '0x' || encode(t.sender, 'hex') AS "from",
  '0x' || encode(t.recipient, 'hex') AS "to", '0x' || encode(t.created, 'hex') AS created, t.details,
  t.error, '0x' || encode(t.core_hash, 'hex') AS "coreHash"`;
/** Lists need only the selector, which names the function. */
const selector = (sql: Sql) => sql`'0x' || encode(substr(t.input, 1, 4), 'hex') AS input`;
const input = (sql: Sql) => sql`'0x' || encode(t.input, 'hex') AS input`;

const placeOf = ({ epoch, position }: TransactionRow) => [epoch, position];

export interface ListTransactionsParameters extends PageParameters {
  space?: SpaceNumber | undefined;
  epoch?: number | undefined;
  block?: Hex | undefined;
  ok?: boolean | undefined;
}

/** Transactions in the reverse of their true order. */
export async function listTransactions(
  { sql, chain }: IndexReader,
  parameters: ListTransactionsParameters,
): Promise<Page<IndexedTransaction>> {
  const { limit, cursor, space, epoch, block, ok } = parameters;
  const [beforeEpoch = 0, beforePosition = 0] = readCursor(cursor, 2);
  const rows = await sql<TransactionRow[]>`
    SELECT ${columns(sql)}, ${selector(sql)}
    FROM chain_index.transactions t JOIN chain_index.epochs e USING (chain, epoch)
    WHERE t.chain = ${chain} AND (t.epoch, t.position) < (${beforeEpoch}, ${beforePosition})
      ${space === undefined ? sql`` : sql`AND t.space = ${space}`}
      ${epoch === undefined ? sql`` : sql`AND t.epoch = ${epoch}`}
      ${block === undefined ? sql`` : sql`AND t.block = ${toBytes(block)}`}
      ${ok === undefined ? sql`` : sql`AND t.ok = ${ok}`}
    ORDER BY t.epoch DESC, t.position DESC LIMIT ${limit + 1}`;
  return toPage(rows, parameters, placeOf, toTransaction);
}

/** Transactions that an address sent, received or was created by, newest first. */
export async function listAccountTransactions(
  { sql, chain }: IndexReader,
  parameters: PageParameters & { space: SpaceNumber; address: Hex },
): Promise<Page<IndexedTransaction>> {
  const { limit, cursor, space, address } = parameters;
  const [epoch = 0, position = 0] = readCursor(cursor, 2);
  // Each way has an index in the wanted order, so a page costs the same wherever it lies.
  const way = (column: string) => sql`
    (SELECT epoch, position FROM chain_index.transactions
     WHERE chain = ${chain} AND space = ${space} AND ${sql(column)} = ${toBytes(address)}
       AND (epoch, position) < (${epoch}, ${position})
     ORDER BY epoch DESC, position DESC LIMIT ${limit + 1})`;
  const rows = await sql<TransactionRow[]>`
    SELECT ${columns(sql)}, ${selector(sql)}
    FROM (
      SELECT epoch, position FROM (${way('sender')} UNION ${way('recipient')} UNION ${way('created')}) ways
      ORDER BY epoch DESC, position DESC LIMIT ${limit + 1}
    ) found
    JOIN chain_index.transactions t ON t.chain = ${chain} AND t.epoch = found.epoch AND t.position = found.position
    JOIN chain_index.epochs e ON e.chain = ${chain} AND e.epoch = found.epoch
    ORDER BY t.epoch DESC, t.position DESC`;
  return toPage(rows, parameters, placeOf, toTransaction);
}

/** A transaction and the hashes around it. */
export interface IndexedTransactionDetail extends IndexedTransaction {
  /** Blocks where a copy of it was skipped. */
  alsoPackedIn: Hex[];
  /** What a Core transaction made in eSpace. */
  phantoms: Hex[];
}

/** A transaction with its whole input; null when it is not in the index. */
export async function readTransaction(
  { sql, chain }: IndexReader,
  hash: Hex,
): Promise<IndexedTransactionDetail | null> {
  const bytes = toBytes(hash);
  const [[row], copies, phantoms] = await Promise.all([
    sql<TransactionRow[]>`
      SELECT ${columns(sql)}, ${input(sql)}
      FROM chain_index.transactions t JOIN chain_index.epochs e USING (chain, epoch)
      WHERE t.chain = ${chain} AND t.hash = ${bytes} ORDER BY t.epoch LIMIT 1`,
    sql<{ block: Hex }[]>`
      SELECT '0x' || encode(block, 'hex') AS block FROM chain_index.duplicates
      WHERE chain = ${chain} AND hash = ${bytes} ORDER BY epoch LIMIT 100`,
    sql<{ hash: Hex }[]>`
      SELECT '0x' || encode(hash, 'hex') AS hash FROM chain_index.transactions
      WHERE chain = ${chain} AND core_hash = ${bytes} ORDER BY epoch, position LIMIT 1000`,
  ]);
  if (!row) return null;
  return {
    ...toTransaction(row),
    alsoPackedIn: copies.map(({ block }) => block),
    phantoms: phantoms.map((phantom) => phantom.hash),
  };
}
