import type { Abi } from 'viem';
import type { Hex } from '../../../proof/index.ts';
import type { Sql } from '../../../store/index.ts';
import type { SpaceNumber } from '../epochData.ts';
import type { IndexReader } from './currentChain.ts';
import { type Page, type PageParameters, readCursor, toBytes, toPage } from './pages.ts';

/** A contract as it is read. */
export interface IndexedContract {
  space: SpaceNumber;
  address: Hex;
  epoch: number;
  time: number;
  creator: Hex | null;
  transaction: Hex | null;
  codeHash: Hex | null;
  name: string | null;
  tokenKind: 20 | 721 | 1155 | null;
  tokenName: string | null;
  tokenSymbol: string | null;
  tokenDecimals: number | null;
}

/** How a contract was verified; contracts with the same code share it. */
export interface IndexedVerification {
  name: string;
  file: string;
  compiler: string;
  exact: boolean;
  settings: { optimizer?: { enabled?: boolean; runs?: number }; evmVersion?: string };
  sources: Record<string, string>;
  abi: Abi;
  verifiedAt: Date;
}

const columns = (sql: Sql) => sql`
  c.space, '0x' || encode(c.address, 'hex') AS address, c.epoch::float8, e.time::float8,
  '0x' || encode(c.creator, 'hex') AS creator, '0x' || encode(c.transaction_hash, 'hex') AS transaction,
  '0x' || encode(c.code_hash, 'hex') AS "codeHash", v.name, c.token_kind AS "tokenKind", c.token_name AS "tokenName",
  c.token_symbol AS "tokenSymbol", c.token_decimals AS "tokenDecimals"`;
/** The verification of the contract itself, or else of one with the same code. */
const joined = (sql: Sql) => sql`
  chain_index.contracts c
  JOIN chain_index.epochs e ON e.chain = c.chain AND e.epoch = c.epoch
  LEFT JOIN LATERAL (
    SELECT * FROM chain_index.verifications v
    WHERE v.chain = c.chain AND v.code_hash = c.code_hash
    ORDER BY (v.space = c.space AND v.address = c.address) DESC, v.exact DESC, v.verified_at LIMIT 1
  ) v ON true`;

/** Contracts, newest first. */
export async function listContracts(
  { sql, chain }: IndexReader,
  parameters: PageParameters & { verified?: boolean | undefined },
): Promise<Page<IndexedContract>> {
  const { limit, cursor, verified } = parameters;
  const [epoch, tail] = cursor === undefined ? [undefined, undefined] : splitCursor(cursor);
  const rows = await sql<IndexedContract[]>`
    SELECT ${columns(sql)} FROM ${joined(sql)}
    WHERE c.chain = ${chain}
      ${epoch === undefined ? sql`` : sql`AND (c.epoch, c.space, c.address) < (${epoch}, ${tail?.space ?? 0}, ${toBytes(tail?.address ?? '0x')})`}
      ${verified === undefined ? sql`` : sql`AND (v.name IS NOT NULL) = ${verified}`}
    ORDER BY c.epoch DESC, c.space DESC, c.address DESC LIMIT ${limit + 1}`;
  const page = toPage(
    rows,
    parameters,
    () => [],
    (row) => row,
  );
  const last = page.items.at(-1);
  return {
    ...page,
    nextCursor: page.nextCursor === null || !last ? null : `${last.epoch}.${last.space}.${last.address.slice(2)}`,
  };
}

function splitCursor(cursor: string): [number, { space: number; address: Hex }] {
  const [head = '', space = '', address = ''] = cursor.split('.');
  const [epoch = 0, number = 0] = readCursor(`${head}.${space}`, 2);
  return [epoch, { space: number, address: /^[0-9a-f]{40}$/.test(address) ? `0x${address}` : '0x' }];
}

/** Contracts at these addresses, whatever their space. */
export async function readContracts(
  { sql, chain }: IndexReader,
  addresses: readonly Hex[],
): Promise<IndexedContract[]> {
  if (addresses.length === 0) return [];
  return sql<IndexedContract[]>`
    SELECT ${columns(sql)} FROM ${joined(sql)}
    WHERE c.chain = ${chain} AND c.address = ANY (
      ARRAY(SELECT decode(item, 'hex') FROM unnest(${addresses.map((address) => address.slice(2))}::text[]) AS item))
      AND c.space IN (0, 1)`;
}

/** The verification of code with this hash; null when nobody verified it. */
export async function readVerification(
  { sql, chain }: IndexReader,
  codeHash: Hex,
): Promise<IndexedVerification | null> {
  const [row] = await sql<IndexedVerification[]>`
    SELECT name, file, compiler, exact, settings, sources, abi, verified_at AS "verifiedAt"
    FROM chain_index.verifications WHERE chain = ${chain} AND code_hash = ${toBytes(codeHash)}
    ORDER BY exact DESC, verified_at LIMIT 1`;
  return row ?? null;
}

/** The ABIs of verified code, by the hash of the code. */
export async function readAbis({ sql, chain }: IndexReader, codeHashes: readonly Hex[]): Promise<Map<Hex, Abi>> {
  if (codeHashes.length === 0) return new Map();
  const rows = await sql<{ codeHash: Hex; abi: Abi }[]>`
    SELECT DISTINCT ON (code_hash) '0x' || encode(code_hash, 'hex') AS "codeHash", abi
    FROM chain_index.verifications
    WHERE chain = ${chain} AND code_hash = ANY (
      ARRAY(SELECT decode(item, 'hex') FROM unnest(${codeHashes.map((hash) => hash.slice(2))}::text[]) AS item))
    ORDER BY code_hash, exact DESC, verified_at`;
  return new Map(rows.map(({ codeHash, abi }) => [codeHash, abi]));
}

/** Contracts whose verified name or token name begins with a text. */
export async function searchContracts(
  { sql, chain }: IndexReader,
  text: string,
  limit: number,
): Promise<IndexedContract[]> {
  const pattern = `${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql<IndexedContract[]>`
    SELECT ${columns(sql)} FROM ${joined(sql)}
    WHERE c.chain = ${chain} AND (
      lower(c.token_name) LIKE ${pattern} OR c.code_hash IN (
        SELECT code_hash FROM chain_index.verifications WHERE chain = ${chain} AND lower(name) LIKE ${pattern}))
    ORDER BY c.epoch DESC LIMIT ${limit}`;
}
